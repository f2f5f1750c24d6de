import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { strToU8, type Zippable, zipSync } from "fflate";
import { BROWSERS, type Browser, manifestFor } from "./manifest.ts";

/**
 * Builds the extension into build/extension: a folder to load and a zip to hand in, for each browser. The
 * same sources give the same bytes. Run as `node src/extension/build.ts`.
 */

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../../build/extension/", import.meta.url));
const { version } = JSON.parse(await readFile(join(here, "../../package.json"), "utf8")) as {
  version: string;
};

const COMMON = {
  bundle: true,
  minify: true,
  target: ["chrome121", "firefox146"] as string[],
  charset: "utf8",
  legalComments: "none",
  write: false,
  outdir: out,
} as const satisfies BuildOptions;

/** A page may set what a rem is, so that the panel's sizes are pixels; a media query's rem is the browser's own. */
function inPixels(css: string): string {
  const pixels = (_: string, number: string) => `${Number((Number(number) * 16).toFixed(2))}px`;
  return css.replaceAll(/(?<![\w-])(-?\d*\.?\d+)rem\b(?![^{}]*\)\s*\{)/g, pixels);
}

/** Hands a style sheet to a script as text, bundled and minified like any other. */
const cssAsText: Plugin = {
  name: "css-as-text",
  setup(building) {
    building.onLoad({ filter: /panel\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...COMMON, entryPoints: [path] });
      return { contents: inPixels(outputFiles[0]?.text ?? ""), loader: "text" };
    });
  },
};

async function filesOf(): Promise<Map<string, Uint8Array>> {
  const scripts = await build({
    ...COMMON,
    format: "iife",
    entryPoints: {
      background: join(here, "background.ts"),
      content: join(here, "content.ts"),
      options: join(here, "own-pages/options.ts"),
      check: join(here, "own-pages/check.ts"),
    },
    plugins: [cssAsText],
  });
  const styles = await build({
    ...COMMON,
    entryPoints: { "own-pages": join(here, "own-pages/own-pages.css") },
  });
  const files = new Map<string, Uint8Array>();
  for (const { path, contents } of [...scripts.outputFiles, ...styles.outputFiles]) {
    files.set(path.slice(out.length), contents);
  }
  for (const page of ["options.html", "check.html"])
    files.set(page, await readFile(join(here, "own-pages", page)));
  for (const size of [16, 32, 48, 128]) {
    files.set(`icons/${size}.png`, await readFile(join(here, `icons/${size}.png`)));
  }
  return files;
}

async function write(browser: Browser, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const manifest = strToU8(`${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  const all = [["manifest.json", manifest] as const, ...files];
  const folder = join(out, browser);
  await mkdir(join(folder, "icons"), { recursive: true });
  for (const [name, bytes] of all) await writeFile(join(folder, name), bytes);
  const entries = all.map(([name, bytes]) => [name, [bytes, { level: 9, mtime: EPOCH }]] as const);
  const zip = zipSync(Object.fromEntries(entries) as Zippable);
  await writeFile(join(out, `verbatim-${browser}-${version}.zip`), zip);
  const bytes = all.reduce((sum, [, contents]) => sum + contents.length, 0);
  console.log(`${browser.padEnd(9)} ${bytes} bytes in ${all.length} files, ${zip.length} zipped`);
}

/** The earliest time that a zip can hold: a build's own time would make each zip another. */
const EPOCH = new Date(1980, 0, 1);

await rm(out, { recursive: true, force: true });
const files = await filesOf();
for (const browser of BROWSERS) await write(browser, files);
