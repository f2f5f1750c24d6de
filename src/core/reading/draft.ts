import type { Speaker } from "../answer.ts";
import { markedQuotations } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";
import { READING } from "../tuning.ts";
import { attributeQuotations } from "./attribution.ts";
import { cuesOf } from "./cues/of-language.ts";
import { readHtml } from "./html.ts";

/** A draft as it was sent: as text, or as HTML. */
export interface Draft {
  form: "text" | "html";
  body: string;
  /** Its headline, which often has the full names; or null. */
  title: string | null;
  /** Its language, as a tag (RFC 5646). None: what its HTML says, else English. */
  language?: string | null;
}

/** A quotation in a draft. Every span points into the draft as it was sent. */
export interface DraftQuotation extends Span {
  /** The quoted words, without their marks; of HTML as a reader sees them. */
  text: string;
  /** Who the draft says said them, or null where it does not say. */
  speaker: Speaker | null;
  /** True for scare quotes, titles and nicknames: a few words that nobody is said to have said. */
  scare: boolean;
  /** Where a span of `text` stands in the draft. */
  toDraft(span: Span): Span;
}

/** What is read of a draft. */
export interface ReadDraft {
  quotations: DraftQuotation[];
  /** How many more there are than are read of one draft. */
  unread: number;
}

/** The outermost quotations of a draft in order, each with who the draft says said it. */
export function readDraft(draft: Draft): ReadDraft {
  const { text, toHtml } =
    draft.form === "html" ? readHtml(draft.body) : { text: draft.body, toHtml: (span: Span) => span };
  const head = draft.title === null ? "" : `${draft.title}\n\n`;
  const whole = head + text;
  const all = markedQuotations(whole);
  const outer = all.filter(({ depth, start }) => depth === 0 && start >= head.length);
  const beyond = outer[READING.draftQuotationsMax]?.start ?? Number.POSITIVE_INFINITY;
  const marked = all.filter(({ start }) => start < beyond);
  const continued = new Set(marked.map(({ continues }) => continues));
  const toDraft = ({ start, end }: Span): Span =>
    toHtml({ start: start - head.length, end: end - head.length });
  const quotations = attributeQuotations(whole, marked, cuesOf(languageOf(draft)))
    .filter(
      ({ quotation: { start, closed, continues } }) =>
        start >= head.length && (closed || continues !== null || continued.has(start)),
    )
    .map(({ quotation, speaker, scare }) => {
      const inner = trimmed(whole, quotation.inner);
      return {
        text: whole.slice(inner.start, inner.end),
        ...toDraft(inner),
        speaker: speaker && inDraft(speaker, head.length, toDraft),
        scare,
        toDraft: ({ start, end }: Span) => toDraft({ start: inner.start + start, end: inner.start + end }),
      };
    })
    .filter(({ text }) => text !== "");
  return { quotations, unread: Math.max(0, outer.length - READING.draftQuotationsMax) };
}

function languageOf({ form, body, language }: Draft): string | null {
  if (language) return language;
  return form === "html" ? (HTML_LANGUAGE.exec(body.slice(0, HEAD_CHARS_MAX))?.[1] ?? null) : null;
}
/** `<html lang="fr">` */
const HTML_LANGUAGE = /<html\b[^<>]*?\slang\s*=\s*["']?([\p{L}\d-]+)/iu;
/** The element stands first; in front of it a comment at most. */
const HEAD_CHARS_MAX = 2000;

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: Math.max(start, end - (words.length - words.trimEnd().length)),
  };
}

/** A speaker whose evidence points into the draft; what the headline alone says has no place in it. */
function inDraft(speaker: Speaker, headChars: number, toDraft: (span: Span) => Span): Speaker {
  const { evidence } = speaker;
  if (evidence === null || evidence.start < headChars) return { ...speaker, evidence: null };
  return { ...speaker, evidence: { text: evidence.text, ...toDraft(evidence) } };
}
