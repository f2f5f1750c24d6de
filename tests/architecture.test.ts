import { expect, test } from "vitest";
import { type Import, importsBelow, importsOf, reachedFrom } from "./imports.ts";

/** Which of our areas each area may import. An area not named here may import nothing of ours. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  // Within the core: the ground floor, the three that build on it, what judges, and the whole pipeline.
  "core/words": [],
  "core/text": ["core/words"],
  "core/reading": ["core/words", "core/text"],
  "core/finding": ["core/words", "core/text", "core/reading"],
  "core/comparing": ["core/words", "core/text"],
  "core/judging": ["core/words", "core/text", "core/reading", "core/finding", "core/comparing"],
  "core/pipeline": [
    "core/words",
    "core/text",
    "core/reading",
    "core/finding",
    "core/comparing",
    "core/judging",
  ],
  corpus: ["core"],
  jobs: ["core", "corpus"],
  api: ["core", "corpus", "jobs"],
  cli: ["core", "corpus"],
  worker: ["core", "corpus", "jobs", "api"],
  view: [],
  web: ["view"],
  extension: ["view"],
};

/** Where only types may come from: nothing of them is left at run time. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = {
  "core/words": ["core/text"],
  view: ["core", "api"],
  web: ["core", "api"],
  extension: ["core", "api"],
};

/** The files beside the pipeline at the top of the core: types, limits and tunables for all of it. */
const PIPELINE = /^src\/core\/(?:check|article|warm-up)\.ts$/;

/** Packages that the pure core may use, and the one file that reads YAML, at build time. */
const CORE_PACKAGES = ["fuse.js", "htmlparser2"];
const YAML_READER = "src/core/reading/source-file.ts";

const imports = importsBelow("src");

function areaOf(path: string): string | null {
  const [root, first, second] = path.split("/");
  if (root !== "src" || first === undefined) return null;
  if (first === "worker.ts") return "worker";
  if (first !== "core") return first;
  if (second?.endsWith(".ts")) return PIPELINE.test(path) ? "core/pipeline" : "core/words";
  return `core/${second}`;
}

function mayImport({ from, to, typeOnly }: Import): boolean {
  const [area, other] = [areaOf(from), areaOf(to)];
  if (area === null || other === null || area === other) return true;
  const allowed = [...(MAY_IMPORT[area] ?? []), ...(typeOnly ? (MAY_IMPORT_TYPES[area] ?? []) : [])];
  return allowed.some((name) => other === name || other.startsWith(`${name}/`));
}

function isPackage({ to }: Import): boolean {
  return !to.startsWith("src/") && !to.startsWith("build/");
}

const shown = ({ from, to }: Import) => `${from} imports ${to}`;

test("each area imports only what stands below it", () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.filter((one) => !mayImport(one)).map(shown)).toEqual([]);
});

test("the core knows neither platform nor framework", () => {
  const foreign = imports.filter(
    (one) =>
      one.from.startsWith("src/core/") &&
      isPackage(one) &&
      !CORE_PACKAGES.includes(one.to) &&
      !(one.from === YAML_READER && one.to === "yaml"),
  );
  expect(foreign.map(shown)).toEqual([]);
});

test("only the composition root reaches out of src, and only for the corpus", () => {
  const outside = imports.filter(({ to }) => to.startsWith("build/"));
  expect(outside.map(shown)).toEqual(["src/worker.ts imports build/corpus.bin"]);
});

test("what only the build needs stays out of the Worker", () => {
  const reached = reachedFrom("src/worker.ts", imports);
  expect(reached).toContain("src/api/check.ts");
  const packages = [...reached].filter((path) => !path.startsWith("src/") && !path.startsWith("build/"));
  for (const name of packages) expect(name).toMatch(/^(?:hono(?:\/.*)?|valibot|fuse\.js|htmlparser2)$/);
});

test("the rules see every way to import, and refuse what they should", () => {
  const text = [
    'import { a } from "../api/app.ts";',
    'import type { B } from "../core/answer.ts";',
    'export { c } from "./d.ts";',
    'import "../cli/dev.ts"; import "node:path";',
    'const late = await import("../worker.ts");',
    'import {\n  e,\n  f,\n} from "node:fs";',
  ].join("\n");
  const found = importsOf("src/core/text/x.ts", text);
  expect(found.map(({ to }) => to)).toEqual([
    "src/core/api/app.ts",
    "src/core/core/answer.ts",
    "src/core/text/d.ts",
    "node:fs",
    "src/core/cli/dev.ts",
    "node:path",
    "src/core/worker.ts",
  ]);
  const refused = [
    { from: "src/core/text/fold.ts", to: "src/core/judging/judge.ts", typeOnly: true },
    { from: "src/core/check.ts", to: "src/api/app.ts", typeOnly: false },
    { from: "src/web/desk.ts", to: "src/core/answer.ts", typeOnly: false },
    { from: "src/corpus/memory.ts", to: "src/api/app.ts", typeOnly: false },
  ];
  expect(refused.filter(mayImport)).toEqual([]);
});
