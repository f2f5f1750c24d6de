import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { BROWSERS, manifestFor } from "../../src/extension/manifest.ts";

/** What is handed to people: the built folders and zips. */

const PACKAGE_BYTES_MAX = 150_000;
const BUILT = "build/extension";

beforeAll(() => build());

function build(): void {
  execFileSync(process.execPath, ["src/extension/build.ts"]);
}

const zips = () => readdirSync(BUILT).filter((name) => name.endsWith(".zip"));
const zipOf = (name: string) => readFileSync(`${BUILT}/${name}`);

test("there is a folder and a zip for each browser, with the same files in both", () => {
  expect(zips()).toHaveLength(BROWSERS.length);
  for (const browser of BROWSERS) {
    const zip = zips().find((name) => name.includes(browser)) ?? "";
    const inZip = unzipSync(zipOf(zip));
    const inFolder = readdirSync(`${BUILT}/${browser}`, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(Object.keys(inZip)).toHaveLength(inFolder.length);
    for (const [name, bytes] of Object.entries(inZip))
      expect(readFileSync(`${BUILT}/${browser}/${name}`).equals(bytes)).toBe(true);
    expect(JSON.parse(strFromU8(inZip["manifest.json"] ?? new Uint8Array()))).toMatchObject({
      manifest_version: 3,
    });
  }
});

test("each is under 150 KB, and the same sources give the same bytes", () => {
  const hashes = () => zips().map((name) => createHash("sha256").update(zipOf(name)).digest("hex"));
  for (const name of zips()) expect(zipOf(name).length).toBeLessThan(PACKAGE_BYTES_MAX);
  for (const browser of BROWSERS) {
    const files = readdirSync(`${BUILT}/${browser}`, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    const bytes = files.reduce(
      (sum, { parentPath, name }) => sum + readFileSync(`${parentPath}/${name}`).length,
      0,
    );
    expect(bytes).toBeLessThan(PACKAGE_BYTES_MAX);
  }
  const before = hashes();
  build();
  expect(hashes()).toEqual(before);
});

test.each(BROWSERS)(
  "the manifest for %s asks for no site, and every file that it names is there",
  (browser) => {
    const manifest = manifestFor(browser, "1.2.3") as Record<string, unknown>;
    expect(manifest.permissions).toEqual(["activeTab", "scripting", "contextMenus", "storage"]);
    for (const absent of [
      "host_permissions",
      "optional_host_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
    ])
      expect(manifest).not.toHaveProperty(absent);
    const named = JSON.stringify(manifest).match(/[\w/-]+\.(?:js|html|png)/g) ?? [];
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(() => readFileSync(`${BUILT}/${browser}/${name}`)).not.toThrow();
  },
);

test("the scripts run no text as code and parse none as markup", () => {
  for (const name of ["background.js", "content.js", "check.js", "options.js"]) {
    const script = readFileSync(`${BUILT}/chromium/${name}`, "utf8");
    expect(script).not.toMatch(
      /\beval\(|new Function|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/,
    );
  }
});
