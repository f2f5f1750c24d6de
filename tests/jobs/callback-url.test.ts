import { expect, test } from "vitest";
import { callbackFault } from "../../src/jobs/callback-url.ts";

const OWN = "verbatim.example.org";
const fault = (url: string, allowed: string[] = []) => callbackFault(url, OWN, allowed);

test.each([
  "https://cms.example.org/hook",
  "https://cms.example.org:8443/a?b=c",
  "https://xn--bcher-kva.example/",
])("%s may be sent to", (url) => {
  expect(fault(url)).toBeNull();
});

test.each([
  "http://cms.example.org/",
  "ftp://cms.example.org/",
  "javascript:alert(1)",
  "//cms.example.org/",
  "cms.example.org",
  "",
  "https://user:pass@cms.example.org/",
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://017700000001/",
  "https://10.0.0.1:8443/",
  "https://169.254.169.254/latest/meta-data/",
  "https://[::1]/",
  "https://[::ffff:10.0.0.1]/",
  "https://localhost/",
  "https://LOCALHOST./",
  "https://localhost../",
  "https://files.corp/",
  "https://verbatim.example.org../",
  "https://a.localhost/",
  "https://router.local/",
  "https://db.internal/",
  "https://intranet/",
  "https://printer.home.arpa/",
  "https://verbatim.example.org/v1/check",
  "https://VERBATIM.example.org./",
  `https://cms.example.org/${"a".repeat(2001)}`,
])("%s may not", (url) => {
  expect(fault(url)).toMatch(/^Must /);
});

test("an origin that the operator trusts may be sent to all the same, and no other", () => {
  const allowed = ["http://127.0.0.1:9911"];
  expect(fault("http://127.0.0.1:9911/hook", allowed)).toBeNull();
  expect(fault("http://127.0.0.1:9912/hook", allowed)).not.toBeNull();
  expect(fault("http://user@127.0.0.1:9911/hook", allowed)).not.toBeNull();
});
