import { expect, test } from "vitest";
import { ask, post, problemIn } from "./support.ts";

const KIB = 1024;

/** A body that comes in pieces and says nothing of its length. */
function streamed(size: number, chunkBytes = 16 * KIB): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= size) return controller.close();
      controller.enqueue(new TextEncoder().encode(" ".repeat(Math.min(chunkBytes, size - sent))));
      sent += chunkBytes;
    },
  });
}

function sending(body: BodyInit, headers: Record<string, string> = {}): RequestInit & { duplex: "half" } {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body,
    duplex: "half",
  };
}

test.each([
  ["/v1/check", 64 * KIB],
  ["/v1/check/batch", 1024 * KIB],
])("%s takes %i bytes and not one more", async (path, limit) => {
  const body = '{"quote":"a"}';
  const fitting = `${body}${" ".repeat(limit - body.length)}`;
  expect((await post(path, fitting)).status).not.toBe(413);
  await problemIn(await post(path, `${fitting} `), 413, "too_large");
});

test.each(["/v1/check", "/v1/check/batch"])("%s refuses 3 MB, announced or streamed", async (path) => {
  const size = 3_000_000;
  await problemIn(await post(path, "a".repeat(size)), 413, "too_large");
  await problemIn(await ask(path, sending(streamed(size))), 413, "too_large");
});

test("what is announced is refused before it is read", async () => {
  let read = 0;
  const body = new ReadableStream(
    {
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(KIB));
      },
    },
    { highWaterMark: 0 },
  );
  await problemIn(await ask("/v1/check", sending(body, { "Content-Length": "3000000" })), 413, "too_large");
  expect(read).toBe(0);
});

test("a stream that goes on and on is cut off", async () => {
  let pieces = 0;
  let cancelled = false;
  const body = new ReadableStream({
    pull(controller) {
      pieces += 1;
      if (pieces > 1000) return controller.close();
      controller.enqueue(new Uint8Array(64 * KIB));
    },
    cancel() {
      cancelled = true;
    },
  });
  await problemIn(await ask("/v1/check", sending(body)), 413, "too_large");
  expect(cancelled).toBe(true);
  expect(pieces * 64 * KIB).toBeLessThan(9 * KIB * KIB);
});

test("a small streamed body is read like any other", async () => {
  const body = new Blob(['{"quote":', '" "}']).stream();
  expect((await ask("/v1/check", sending(body))).status).toBe(200);
});

test.each([
  ["no JSON", "quote=a"],
  ["half of it", '{"quote": "a"'],
  ["nothing", ""],
  ["a list", '[{"quote":"a"}]'],
  ["a string", '"quote"'],
  ["null", "null"],
  ["something after it", '{"quote":"a"} x'],
])("refused with 400: %s", async (_, body) => {
  await problemIn(await post("/v1/check", body), 400, "malformed_json");
});

test("refused with 400: bytes that are no UTF-8", async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('{"quote":"'), 0xff, 0xfe, 0x22, 0x7d]);
  await problemIn(await ask("/v1/check", sending(bytes)), 400, "malformed_json");
});

test("refused with 400: no body at all", async () => {
  const response = await ask("/v1/check", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
  });
  await problemIn(response, 400, "malformed_json");
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json5",
  "application/problem+json",
  "",
])("refused with 415: %j", async (type) => {
  const response = await ask("/v1/check", sending('{"quote":"a"}', { "Content-Type": type }));
  await problemIn(response, 415, "unsupported_media_type");
});

test("refused with 415: bytes of no declared type", async () => {
  const body = new TextEncoder().encode('{"quote":"a"}');
  await problemIn(await ask("/v1/check", { method: "POST", body }), 415, "unsupported_media_type");
});

test.each([
  "application/json",
  "APPLICATION/JSON",
  "application/json; charset=utf-8",
  "application/json;x=y",
])("taken: %j", async (type) => {
  expect((await ask("/v1/check", sending('{"quote":"a"}', { "Content-Type": type }))).status).toBe(200);
});

test("a compressed body is refused and not read as plain text", async () => {
  const answer = await ask("/v1/check", sending('{"quote":"a"}', { "Content-Encoding": "gzip" }));
  await problemIn(answer, 415, "unsupported_media_type");
});
