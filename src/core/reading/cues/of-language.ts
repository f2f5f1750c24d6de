import type { Cues } from "./cues.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";

const BY_LANGUAGE: ReadonlyMap<string, Cues> = new Map(
  [ENGLISH, FRENCH, GERMAN, SPANISH].map((cues) => [cues.language, cues]),
);

/**
 * The cue words of a text's language, by its BCP 47 tag; English where no language is given. Null for
 * a language that has none: its quotations and turns are read, and who said them is unknown.
 */
export function cuesOf(language: string | null): Cues | null {
  if (language === null) return ENGLISH;
  return BY_LANGUAGE.get(language.toLowerCase().split(/[-_]/u)[0] ?? "") ?? null;
}
