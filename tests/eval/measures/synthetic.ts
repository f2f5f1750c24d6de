import { existsSync } from "node:fs";
import type { Library } from "../../../src/core/finding/library.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import type { Bench } from "../bench.ts";
import type { Section } from "../section.ts";

/** What the module of made-up questions exports. */
interface SyntheticModule {
  measureSynthetic(
    library: Library,
    sources: readonly SourceInput[],
    options: { count: number; seed: number },
  ): Section;
}

const MODULE = new URL("../synthetic/measure.ts", import.meta.url);
const OPTIONS = { count: 2000, seed: 1 };

/** Questions made from the sources' own sentences, changed in known ways. */
export async function measureSyntheticOn(bench: Bench): Promise<Section> {
  if (!existsSync(MODULE)) return missing("missing: tests/eval/synthetic/measure.ts");
  const { measureSynthetic } = (await import(MODULE.href)) as SyntheticModule;
  return measureSynthetic(await bench.library(), await bench.sources(), OPTIONS);
}

function missing(note: string): Section {
  return {
    id: "synthetic",
    title: "Made-up questions",
    notes: [note],
    figures: [],
    tables: [],
    failures: [],
  };
}
