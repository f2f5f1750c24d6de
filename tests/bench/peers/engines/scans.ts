import search from "approx-string-match";
import { HITS_MAX, type Hit, type Peer } from "../engine.ts";
import { FoldedText, prepared } from "../folded.ts";

/** What a plain scan costs, and what it finds: the floor under everything else. */
export const indexOf: Peer = {
  id: "indexof",
  name: "indexOf over folded text",
  shape: "whole texts",
  build(sources) {
    const texts = sources.map(({ text }) => new FoldedText(text));
    return { ask: (question) => exactHits(texts, ` ${prepared(question)} `) };
  },
};

function exactHits(texts: readonly FoldedText[], pattern: string): Hit[] {
  const hits: Hit[] = [];
  for (const [source, folded] of texts.entries()) {
    const at = folded.text.indexOf(pattern);
    if (at < 0) continue;
    hits.push({ source, ...folded.original({ start: at + 1, end: at + pattern.length - 1 }) });
    if (hits.length === HITS_MAX) break;
  }
  return hits;
}

/** Errors that Hypothesis allows when it anchors a quotation: at most so many, and half of the quotation's length. */
const ERRORS_MAX = 256;

/**
 * As Hypothesis anchors a quotation: exactly if it can, else with a budget of errors. Over many
 * texts the budget is that of the best place so far, less one, because only better ones matter.
 * https://github.com/hypothesis/client/blob/main/src/annotator/anchoring/match-quote.ts
 */
export const approx: Peer = {
  id: "approx",
  name: "approx-string-match",
  shape: "whole texts",
  build(sources) {
    const texts = sources.map(({ text }) => new FoldedText(text));
    return {
      ask(question) {
        const pattern = prepared(question);
        const exact = exactHits(texts, pattern);
        return exact.length > 0 ? exact : nearHits(texts, pattern);
      },
    };
  },
};

function nearHits(texts: readonly FoldedText[], pattern: string): Hit[] {
  let budget = Math.min(ERRORS_MAX, Math.floor(pattern.length / 2));
  let hits: Hit[] = [];
  for (const [source, folded] of texts.entries()) {
    if (budget < 0) break;
    const [best] = search(folded.text, pattern, budget);
    if (best === undefined) continue;
    hits = [{ source, ...folded.original(best) }, ...hits].slice(0, HITS_MAX);
    budget = best.errors - 1;
  }
  return hits;
}
