import { expect, test } from "vitest";
import { knownPageIn, problemIn, retryAfterMs, revisionIn } from "../../../src/cli/ingest/http-answers.ts";

test("a page of the list gives revisions and a cursor, and nothing else is one", () => {
  expect(knownPageIn('{"sources":[{"id":"a","revision":"r","title":"T"}],"cursor":"c"}')).toEqual({
    revisions: [["a", "r"]],
    cursor: "c",
  });
  expect(knownPageIn('{"sources":[]}')).toEqual({ revisions: [], cursor: null });
  for (const body of ["", "<html>", "[]", "{}", '{"sources":[{"id":"a"}]}', '{"sources":[],"cursor":3}']) {
    expect(knownPageIn(body), body).toBeNull();
  }
});

test("a summary gives its revision", () => {
  expect(revisionIn('{"revision":"sha256-0"}')).toBe("sha256-0");
  expect(revisionIn("gateway")).toBeNull();
});

test("a problem is told in one line, with its first faulty fields and no control characters", () => {
  const errors = Array.from({ length: 9 }, (_, index) => ({ pointer: `/f${index}`, detail: "Is\nwrong." }));
  expect(
    problemIn(422, JSON.stringify({ code: "invalid_request", detail: "A field is wrong.", errors })),
  ).toBe(
    "invalid_request (422): A field is wrong. /f0: Is wrong. /f1: Is wrong. /f2: Is wrong. /f3: Is wrong. /f4: Is wrong.",
  );
  const one = { code: "x", detail: "/f0: Is wrong.", errors: [{ pointer: "/f0", detail: "Is wrong." }] };
  expect(problemIn(422, JSON.stringify(one))).toBe("x (422): /f0: Is wrong.");
  expect(problemIn(502, "<html>Bad gateway")).toBe("status 502");
  expect(problemIn(400, JSON.stringify({ code: "x", detail: "y".repeat(5000) })).length).toBeLessThanOrEqual(
    600,
  );
});

test.each([
  ["7", 7000],
  [" 0 ", 0],
  ["Fri, 01 Mar 2024 00:00:09 GMT", 9000],
  ["Thu, 29 Feb 2024 00:00:00 GMT", 0],
  ["soon", null],
  ["", null],
  [null, null],
])("Retry-After %s", (header, expected) => {
  expect(retryAfterMs(header, Date.parse("2024-03-01T00:00:00Z"))).toBe(expected);
});
