import { englishDictionary } from "../../src/cli/dictionary.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { openLibrary } from "../../src/core/finding/library.ts";

/** The project's own sources with the English dictionary: what `npm run build` embeds, made here anew. */
export const library = openLibrary(buildLibrary(await readSources("data/sources"), englishDictionary()));

/** The news article that the project began with. */
export const SEED_ID = "china-ukraine-peace-plan-2023";

/** A source's own text. Throws RangeError for an id that the library does not have. */
export function textOf(id: string): string {
  const index = library.sources.findIndex((source) => source.id === id);
  if (index < 0) throw new RangeError(`no source "${id}"`);
  return library.textOf(index);
}
