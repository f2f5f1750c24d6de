import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { valueAt } from "../../src/jobs/adapters/adapter.ts";
import { openNewsroom } from "../api/newsroom.ts";
import { pointersOf, problemIn } from "../api/support.ts";

const payload = (name: string) => readFileSync(`tests/jobs/payloads/${name}.json`, "utf8");

let newsroom: Awaited<ReturnType<typeof openNewsroom>>;
beforeEach(async () => {
  newsroom = await openNewsroom();
});

/** Sends a body as Ghost does: signed over the body with the time behind it. */
function ghost(body: string, { secret = "typed into Ghost", time = newsroom.nowMs } = {}): Promise<Response> {
  const hex = createHmac("sha256", secret).update(`${body}${time}`).digest("hex");
  return newsroom.ask("/v1/webhooks/ghost", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Ghost-Signature": `sha256=${hex}, t=${time}` },
    body,
  });
}

async function reportOf(response: Response) {
  expect(response.status).toBe(202);
  const { job } = await response.json();
  return newsroom.report(job);
}

describe("Ghost", () => {
  test("a post that was edited is checked as its HTML", async () => {
    const job = await reportOf(await ghost(payload("ghost-post-edited")));
    expect(job).toMatchObject({ id: "6744a1d2c3b4e5f601020304", status: "done" });
    expect(job.report.quotations).toMatchObject([
      { speaker: { name: "Ada Marlowe" }, result: { verdict: "accurate" } },
    ]);
  });

  test("the same body again is the same job", async () => {
    const [first, second] = [
      await ghost(payload("ghost-post-edited")),
      await ghost(payload("ghost-post-edited"), { time: newsroom.nowMs + 1000 }),
    ];
    expect((await second.json()).job).toBe((await first.json()).job);
  });

  test("another secret or an old signature is refused", async () => {
    await problemIn(await ghost(payload("ghost-post-edited"), { secret: "guessed" }), 401, "unauthenticated");
    await problemIn(
      await ghost(payload("ghost-post-edited"), { time: newsroom.nowMs - 600_000 }),
      401,
      "unauthenticated",
    );
  });

  test("a post that was deleted has nothing to check, and that is said", async () => {
    const body = JSON.stringify({ post: { current: {}, previous: { id: "1" } } });
    expect(pointersOf(await problemIn(await ghost(body), 422, "invalid_request"))).toEqual([
      "/post/current/html",
    ]);
  });
});

describe("WordPress", () => {
  test("a post as its REST API gives it is checked, its headline read for names", async () => {
    const job = await reportOf(
      await newsroom.signed("/v1/webhooks/wordpress", "wp-1", payload("wordpress-post")),
    );
    expect(job.id).toBe("4711");
    expect(job.report.quotations).toMatchObject([
      { speaker: { name: "Ada Marlowe" }, result: { verdict: "altered" } },
    ]);
  });

  test("is not taken unsigned", async () => {
    const response = await newsroom.signed("/v1/webhooks/wordpress", "wp-1", payload("wordpress-post"), {
      "webhook-signature": "v1,AAAA",
    });
    await problemIn(response, 401, "unauthenticated");
  });
});

describe("JSON of any shape", () => {
  const at = (parameters: Record<string, string>) => `/v1/webhooks/json?${new URLSearchParams(parameters)}`;

  test("is read where the address points", async () => {
    const path = at({ text: "/document/body~1plain", id: "/document/key", title: "/document/head" });
    const job = await reportOf(await newsroom.signed(path, "any-1", payload("any")));
    expect(job).toMatchObject({ id: "doc-88", report: { counts: { accurate: 1 } } });
  });

  test.each([
    [{ text: "/document/body", id: "/document/key" }, "/document/body"],
    [{ text: "/document/body~1plain" }, "/id"],
    [{ text: "/document/body~1plain", html: "/a" }, "/html"],
    [{}, ""],
    [{ text: "/__proto__/x", id: "/document/key" }, "/__proto__/x"],
    [{ txt: "/a" }, "/txt"],
  ])("with pointers %j the fault is at %j", async (parameters, pointer) => {
    const response = await newsroom.signed(at(parameters as Record<string, string>), "any-1", payload("any"));
    expect(pointersOf(await problemIn(response, 422, "invalid_request"))).toContain(pointer);
  });

  test("pointers follow RFC 6901", () => {
    const root = { foo: ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8 };
    expect(["", "/foo/0", "/", "/a~1b", "/m~0n"].map((pointer) => valueAt(root, pointer))).toEqual([
      root,
      "bar",
      0,
      1,
      8,
    ]);
    expect(
      ["foo", "/nothing", "/foo/2", "/foo/length/x", "/constructor"].map((pointer) => valueAt(root, pointer)),
    ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
