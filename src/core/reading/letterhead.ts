import type { Speaker } from "../answer.ts";
import { paragraphs } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { CONFIDENCE, READING } from "../tuning.ts";
import { type Cues, isBodyNoun } from "./cues/cues.ts";
import { type Token, tokens } from "./noun-phrases.ts";
import { readPhrase } from "./people.ts";

/** “STATEMENT BY PRESIDENT ADA MARLOWE ON THE BAR”, “Joint statement from the Harbour Board”, “Remarks by …” */
const TITLED =
  /\b(?:statement|remarks|message|letter|address|speech|declaration)\s+(?:by|from|of)\s+(?:the\s+)?(?=\S)/iu;
/** What such a title goes on with behind the name. */
const SUBJECT =
  /\s+(?:on|regarding|concerning|about|following|after|in\s+response|at|before|to)\b|[,:;(]|\s[—–-]\s/iu;
/** Lines that a press office prints above the name: no body is called so. */
const FORMULA =
  /^(?:for\s+(?:immediate\s+)?(?:release|publication)|(?:press|news|media)\s+(?:release|statement|contacts?)|contacts?|date|phone|tel|e-?mail|embargoed|office\s+of\s+(?:the\s+)?(?:press|communications))\b/iu;

/**
 * Who issues a statement, by its letterhead: a title that says “Statement by …”, or a line at its
 * top that is the name of a body and nothing else. Null where its first lines say nothing of the
 * kind. The evidence is the line, in the text as it is.
 */
export function letterhead(text: string, cues: Cues): Speaker | null {
  const lines = firstLines(text);
  for (const line of lines) {
    const title = TITLED.exec(text.slice(line.start, line.end));
    if (!title) continue;
    const from = line.start + title.index + title[0].length;
    const rest = text.slice(from, line.end);
    const stop = SUBJECT.exec(rest)?.index ?? rest.length;
    const named = issuer(text, { start: from, end: from + stop }, line, cues);
    if (named) return named;
  }
  for (const line of lines) {
    if (FORMULA.test(text.slice(line.start, line.end))) continue;
    const list = tokens(text, line.start, line.end);
    const isName =
      list.length <= READING.phraseWordsMax &&
      list.every(({ capital, key }) => capital || key.length <= SMALL_WORD_CHARS) &&
      list.some((token) => isBodyNoun(token.key, cues)) &&
      !/[.!?:;]$/u.test(text.slice(line.start, line.end));
    const named = isName ? issuer(text, line, line, cues) : null;
    if (named?.kind === "organisation") return named;
  }
  return null;
}

function issuer(text: string, span: Span, line: Span, cues: Cues): Speaker | null {
  const list = inNormalCase(tokens(text, span.start, span.end), cues);
  const mention = readPhrase(list, cues);
  if (!mention || mention.kind === "document") return null;
  return {
    name: mention.name,
    kind: mention.kind,
    via: "cue",
    confidence: CONFIDENCE.ledBack,
    evidence: { text: text.slice(line.start, line.end), ...line },
    role: mention.role,
    document: null,
  };
}

/** “PORT ELLERY HARBOUR BOARD” as “Port Ellery Harbour Board”; what has small letters stays as it is. */
function inNormalCase(list: Token[], cues: Cues): Token[] {
  if (list.some(({ printed }) => /\p{Ll}/u.test(printed))) return list;
  return list.map((token) => {
    const small = cues.nameJoiners.has(token.key) || cues.determiners.has(token.key);
    const lower = token.printed.toLowerCase();
    const printed = small ? lower : lower.replace(/(^|[-’'])\p{L}/gu, (letter) => letter.toUpperCase());
    return { ...token, printed, capital: !small };
  });
}

/** The lines before a statement's first paragraph of prose. */
function firstLines(text: string): Span[] {
  const lines: Span[] = [];
  for (const block of paragraphs(text.slice(0, HEAD_CHARS_MAX))) {
    const isProse =
      block.end - block.start > LINE_CHARS_MAX || /[.!?]["”’]?$/u.test(text.slice(block.start, block.end));
    if (isProse) break;
    for (let start = block.start; start < block.end; ) {
      const end = text.indexOf("\n", start);
      const stop = end < 0 || end > block.end ? block.end : end;
      const line = {
        start: start + leading(text.slice(start, stop)),
        end: start + text.slice(start, stop).trimEnd().length,
      };
      if (line.end > line.start) lines.push(line);
      start = stop + 1;
    }
  }
  return lines;
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}

/** A letterhead takes no more than the top of a page. */
const HEAD_CHARS_MAX = 1500;
/** “of”, “and”, “for”. */
const SMALL_WORD_CHARS = 3;
/** A block of more than this is prose; five lines of an address are fewer. */
const LINE_CHARS_MAX = 300;
