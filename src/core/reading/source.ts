import type { SourceKind } from "../answer.ts";

/** One source as it is handed in: the fields of a source file's front matter, and its text. */
export interface SourceInput {
  id: string;
  title: string;
  kind: SourceKind;
  text: string;
  speaker: string | null;
  publisher: string | null;
  date: string | null;
  url: string | null;
  language: string | null;
  licence: string | null;
  corrects: string | null;
}

/** Limits of one source, in UTF-16 code units. The text's is the contract's. */
export const SOURCE_LIMITS = { textCharsMax: 2_000_000, fieldCharsMax: 2_000 } as const;
