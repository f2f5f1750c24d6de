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

/** What a source's id may be: it is a file's name, a part of a path, and stands in links. */
export const SOURCE_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u;
