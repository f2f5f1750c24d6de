import type { SourceInput } from "../reading/source.ts";
import { sha256Hex } from "./sha256.ts";

const encoder = new TextEncoder();

/**
 * The revision of a source, `sha256-` and 64 hex digits: the same for the same fields and text,
 * whoever computes it. Surrogates that stand alone in the text count as U+FFFD, as which they
 * are stored.
 */
export function revisionOf(source: SourceInput): string {
  const { id, title, kind, speaker, publisher, date, url, language, licence, corrects, text } = source;
  const fields = [id, title, kind, speaker, publisher, date, url, language, licence, corrects];
  return `sha256-${sha256Hex(encoder.encode(JSON.stringify([...fields, text.toWellFormed()])))}`;
}
