import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { docsPage } from "./docs/page.ts";

/**
 * Puts what the endpoint serves as files into build/web: the desk at /, the API's description and
 * its reference at /docs. Run as `node src/web/build.ts`, after the description was written.
 */

const here = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../../build/web/", import.meta.url));
const description = await readFile(new URL("../../build/openapi.json", import.meta.url), "utf8");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { outputFiles } = await build({
  entryPoints: [join(here, "desk.ts"), join(here, "desk.css"), join(here, "docs.css")],
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
});
const html = (await readFile(join(here, "index.html"), "utf8")).replace(/\n\s+/g, "\n");
const files: [string, Uint8Array | string][] = [
  ["index.html", html],
  ...outputFiles.map(({ path, contents }): [string, Uint8Array] => [path.slice(out.length), contents]),
  ["favicon.svg", await readFile(join(here, "favicon.svg"))],
  ["openapi.json", description],
  // Not docs/index.html, which is served at /docs/ only.
  ["docs.html", docsPage(JSON.parse(description))],
];
let total = 0;
for (const [name, contents] of files) {
  await writeFile(join(out, name), contents);
  const bytes = Buffer.byteLength(contents);
  total += bytes;
  console.log(
    `${name.padEnd(12)} ${String(bytes).padStart(6)} bytes  ${String(gzipSync(contents).length).padStart(6)} gzipped`,
  );
}
console.log(`${"in all".padEnd(12)} ${String(total).padStart(6)} bytes`);
