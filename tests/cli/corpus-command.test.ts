import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLibrary } from "../../src/core/finding/library.ts";
import { SPEECH } from "../sources.ts";
import { folderWith, HARBOUR_FILE, run, sourceFile } from "./support.ts";

async function build(files: Record<string, string | Uint8Array>) {
  const folder = await folderWith(files);
  const file = join(folder, "out", "corpus.bin");
  return { folder, file, ...(await run(["corpus", "--sources", folder, "--out", file])) };
}

test("every .md and .txt file in any folder below is a source, and nothing else is", async () => {
  const { status, file, err } = await build({
    "harbour.md": HARBOUR_FILE,
    "deep/er/speech.txt": sourceFile(SPEECH.text, "speech"),
    "README.md": "Not a source.",
    "deep/README.md": "Not a source either.",
    "notes.json": "{}",
    ".hidden.md": "Nor is this.",
  });
  expect(err).toBe("");
  expect(status).toBe(0);
  const library = openLibrary(await readFile(file));
  expect(library.sources.map(({ id }) => id)).toEqual(["harbour", "speech"]);
  expect(library.textOf(1)).toBe(SPEECH.text);
});

test("the same files give the same bytes, and the manifest tells of them", async () => {
  const files = { "b.md": HARBOUR_FILE, "a.md": sourceFile("Other words that stand here.") };
  const [one, two] = [await build(files), await build({ "x/a.md": files["a.md"], "b.md": files["b.md"] })];
  const bytes = await readFile(one.file);
  expect(bytes.equals(await readFile(two.file))).toBe(true);
  const manifest = JSON.parse(await readFile(join(one.folder, "out", "manifest.json"), "utf8"));
  const { summary, sources } = openLibrary(bytes);
  expect(manifest).toMatchObject({ ...summary, bytes: bytes.byteLength });
  expect(manifest.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  expect(manifest.contents).toEqual(sources.map(({ id, words, revision }) => ({ id, words, revision })));
  const held = Object.values<number>(manifest.sections).reduce((sum, size) => sum + size, 0);
  expect(held).toBeGreaterThan(bytes.byteLength - 300);
  expect(held).toBeLessThanOrEqual(bytes.byteLength);
});

test("a faulty file is refused by name, with what is wrong", async () => {
  const { status, err, folder } = await build({
    "good.md": HARBOUR_FILE,
    "untitled.md": "---\nkind: article\n---\nWords.",
    "bare.txt": "No front matter at all.",
    "latin.md": new Uint8Array([...new TextEncoder().encode(sourceFile("caf")), 0xe9]),
  });
  expect(status).toBe(2);
  const lines = err.trim().split("\n");
  expect(lines.map((line) => line.split(": ")[0])).toEqual(
    ["bare.txt", "latin.md", "untitled.md"].map((name) => join(folder, name)),
  );
  expect(err).toMatch(/latin\.md: .*UTF-8/);
  expect(err).toMatch(/untitled\.md: .*title/);
});

test("two files with one id are refused, both named", async () => {
  const { status, err, folder } = await build({ "a/same.md": HARBOUR_FILE, "b/same.txt": HARBOUR_FILE });
  expect(status).toBe(2);
  expect(err).toContain(join(folder, "a/same.md"));
  expect(err).toContain(join(folder, "b/same.txt"));
});

test("of many faulty files the first are named and the rest counted", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `bad-${index + 10}.md`);
  const { err } = await build(Object.fromEntries(names.map((name) => [name, "nothing"])));
  expect(err.trim().split("\n")).toHaveLength(21);
  expect(err).toContain("and 10 more");
});

test("a folder without sources is refused", async () => {
  const { status, err } = await build({ "README.md": "Only this." });
  expect(status).toBe(2);
  expect(err).toContain("no .md or .txt file");
});

test("a place that cannot be written to is refused by name", async () => {
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const out = join(folder, "harbour.md", "corpus.bin");
  const { status, err } = await run(["corpus", "--sources", folder, "--out", out]);
  expect(status).toBe(2);
  expect(err).toContain(out);
});

test("progress is shown on a terminal, on standard error", async () => {
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const args = ["corpus", "--sources", folder, "--out", join(folder, "out.bin")];
  const { err, out } = await run(args, { showsProgress: true });
  expect(err).toMatch(/[█░]{24} +\d+ % {2}reading the sources/u);
  expect(err.endsWith("\r\u001b[K")).toBe(true);
  expect(out).toContain("1 source,");
  expect(out).not.toMatch(/[█░\r]/u);
});
