import { expect, test } from "vitest";
import { faultOfKey, readAddress } from "../../src/extension/settings.ts";

test("an address is kept as its origin, however it was typed", () => {
  expect(readAddress(" https://verbatim.example/ ")).toEqual({ origin: "https://verbatim.example" });
  expect(readAddress("verbatim.example:8443")).toEqual({ origin: "https://verbatim.example:8443" });
  expect(readAddress("http://localhost:8787")).toEqual({ origin: "http://localhost:8787" });
  expect(readAddress("http://127.0.0.1:9000/")).toEqual({ origin: "http://127.0.0.1:9000" });
  expect(readAddress("localhost:8787")).toEqual({ origin: "http://localhost:8787" });
});

test.each([
  ["", /Enter the endpoint/],
  ["http://verbatim.example", /must begin with https/],
  ["http://[::1]:8787", /must begin with https/],
  ["http://127.0.0.2:8787", /must begin with https/],
  ["http://localhost.verbatim.example", /must begin with https/],
  ["http://127.0.0.1.verbatim.example", /must begin with https/],
  ["javascript:alert(1)", /not an address|must begin with https/],
  ["file:///etc/passwd", /must begin with https/],
  ["https://somebody:secret@verbatim.example", /Leave name and password out/],
  ["https://verbatim.example/v1/check", /without a path/],
  ["https://verbatim.example/?key=vb_1", /without a path/],
  ["not an address", /not an address/],
  [`https://${"a".repeat(2_000)}.example`, /too long/],
])("%s is refused as an address", (typed, why) => {
  const read = readAddress(typed);
  expect("fault" in read && read.fault).toMatch(why);
});

test("a key that could not be sent is told at once; none is fine", () => {
  expect(faultOfKey("")).toBeNull();
  expect(faultOfKey("vb_0a1B.c~d-e=")).toBeNull();
  expect(faultOfKey("vb 1")).toMatch(/no space/);
  expect(faultOfKey("vb_1\r\nX: y")).toMatch(/no space/);
  expect(faultOfKey("a".repeat(201))).toMatch(/at most 200/);
});
