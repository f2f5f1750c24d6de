import { decodeHTMLStrict } from "entities";

/** Words of one line that one voice says. `voice` is the name in a WebVTT tag, or null outside one. */
export interface Voiced {
  voice: string | null;
  words: string;
}

/** The tags that WebVTT and SubRip have; a "<" that begins none of them is the speaker's own. */
const TAG = /<(?:(\/?)(c|i|b|u|s|v|ruby|rt|lang|font|br)((?:[.\s/][^<>]*)?)|\d[\d:.]*)>/giu;
/** Where SubRip borrows from another format: {\an8} puts the cue at the top. */
const OVERRIDE = /\{\\[^{}]*\}/gu;

/**
 * The lines of one cue without their markup, each as its pieces by voice, empty ones left out.
 * A voice runs on to its end, to the next voice or to the end of the cue.
 */
export function voicesOf(lines: readonly string[]): Voiced[][] {
  let voice: string | null = null;
  return lines.map((line) => {
    const pieces: Voiced[] = [];
    const bare = line.replace(OVERRIDE, "");
    let at = 0;
    for (const tag of bare.matchAll(TAG)) {
      pieces.push({ voice, words: bare.slice(at, tag.index) });
      at = tag.index + tag[0].length;
      const name = tag[2]?.toLowerCase();
      if (name === "v") voice = tag[1] === "/" ? null : nameIn(tag[3] ?? "");
      if (name === "br") pieces.push({ voice, words: " " });
    }
    pieces.push({ voice, words: bare.slice(at) });
    return joined(pieces);
  });
}

/** Pieces of one voice are one, decoded and with single spaces. */
function joined(pieces: readonly Voiced[]): Voiced[] {
  const whole: Voiced[] = [];
  for (const { voice, words } of pieces) {
    const last = whole.at(-1);
    if (last?.voice === voice) last.words += words;
    else whole.push({ voice, words });
  }
  return whole
    .map(({ voice, words }) => ({ voice, words: decodeHTMLStrict(words).replace(/\s+/gu, " ").trim() }))
    .filter(({ words }) => words !== "");
}

/** The name in a voice tag, behind its classes: ".loud Ada Marlowe" gives "Ada Marlowe". Null when there is none. */
function nameIn(annotation: string): string | null {
  const name = annotation.replace(/^(?:\.[^\s.]+)+/u, "");
  return decodeHTMLStrict(name).replace(/\s+/gu, " ").trim() || null;
}
