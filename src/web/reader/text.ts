import type { Span } from "../../core/text/span.ts";
import { el, foreign, plain } from "../../view/dom.ts";
import { closingMarks } from "../closing-marks.ts";
import type { Utterance } from "../library/ask.ts";
import { blocksOf, outermost, type Stretch, stretches } from "./marks.ts";

/** The text of a source on the page. */
export interface SourceText {
  text: HTMLElement;
  /** The words that each speaker says, by name; those of nobody that is known under "". */
  spoken: Map<string, HTMLElement[]>;
}

/** Blocks are laid out by the chunk, and only where one looks: see `.chunk` in reader.css. */
const CHUNK_CHARS = 8000;

/**
 * Returns a source's text with the passage asked for and what each speaker says marked. Where `named`, the
 * words are underlined and a speaker's name follows them; where not, they are marked only when that speaker is chosen.
 */
export function renderSourceText(
  text: string,
  given: readonly Utterance[],
  passage: Span | null,
  named: boolean,
): SourceText {
  const utterances = outermost(given);
  const spoken = new Map<string, HTMLElement[]>();
  const chunks: HTMLElement[] = [];
  let chunk = el("div", { class: "chunk" });
  let chars = 0;
  let first = 0;
  for (const block of blocksOf(text)) {
    while ((utterances[first]?.end ?? Number.POSITIVE_INFINITY) <= block.start) first++;
    const nodes: Node[] = [];
    let label: Node | null = null;
    for (const stretch of stretches(block, utterances, first, passage)) {
      const utterance = utterances[stretch.utterance] ?? null;
      // The name stands behind the closing mark, as a note's number would.
      const closing = label === null ? "" : closingMarks(text.slice(stretch.start, stretch.end));
      if (label !== null) nodes.push(...plain(closing), label);
      nodes.push(...show(text, { ...stretch, start: stretch.start + closing.length }, utterance, spoken));
      label = named && utterance?.end === stretch.end ? nameOf(utterance) : null;
    }
    if (label !== null) nodes.push(label);
    // A block that goes on in the middle of a paragraph stands under the one before without a gap.
    const goesOn = block.start > 0 && text.charAt(block.start - 1) !== "\n";
    chunk.append(el("p", goesOn ? { dir: "auto", class: "goes-on" } : { dir: "auto" }, ...nodes));
    chars += block.end - block.start;
    if (chars >= CHUNK_CHARS) {
      chunks.push(chunk);
      chunk = el("div", { class: "chunk" });
      chars = 0;
    }
  }
  return {
    text: el("div", { class: named ? "source-text named" : "source-text" }, ...chunks, chunk),
    spoken,
  };
}

function show(
  text: string,
  { start, end, isPassage }: Stretch,
  utterance: Utterance | null,
  spoken: Map<string, HTMLElement[]>,
): Node[] {
  const words = plain(text.slice(start, end));
  const nodes = isPassage ? [el("mark", { tabindex: "-1" }, ...words)] : words;
  if (utterance === null) return nodes;
  const said = el("span", { class: "spoken" }, ...nodes);
  const name = utterance.speaker?.name ?? "";
  const known = spoken.get(name);
  if (known) known.push(said);
  else spoken.set(name, [said]);
  return [said];
}

function nameOf({ speaker }: Utterance): HTMLElement {
  const name = speaker === null ? "speaker not named" : foreign(speaker.name);
  const through = speaker?.translated === true ? ", through a translator" : "";
  return el("span", { class: "by" }, el("span", { class: "aside" }, " said by "), name, through);
}
