import type { ChangeKind } from "../../../src/core/answer.ts";
import type { SourceInput } from "../../../src/core/reading/source.ts";
import type { Span } from "../../../src/core/text/span.ts";
import { hash } from "../scoring/split.ts";
import { random as seeded } from "../scoring/statistics.ts";
import { FAMILIES } from "./families.ts";
import type { Family } from "./family.ts";
import { type Pool, type PoolSentence, poolOf, SENTENCE_WORDS, wordsOf } from "./pool.ts";
import { shuffled } from "./random.ts";

/** A sentence of a source, the same with one thing changed, and what should be said of it. */
export interface SyntheticEdit {
  /** The same for the same family, source, sentence and edit. */
  id: string;
  sentence: string;
  edited: string;
  /** The source's id, and where the sentence stands in its text. */
  source: string;
  span: Span;
  /** The family's name, and the group it is measured with. */
  edit: string;
  group: string;
  /** `kinds`: of a material edit, the kinds of change that tell it rightly. */
  expect: { material: boolean; kinds: readonly ChangeKind[] };
}

/**
 * Up to `count` edits, as many of each family as the sources have places for; fewer where
 * they run out. The same sources, count and seed give the same edits in the same order.
 */
export function generateEdits(
  sources: readonly SourceInput[],
  { count, seed }: { count: number; seed: number },
): SyntheticEdit[] {
  const pool = poolOf(sources);
  const streams = FAMILIES.map((family) => editsOf(family, pool, seed));
  const found: SyntheticEdit[] = [];
  for (let open = streams; open.length > 0 && found.length < count; ) {
    open = open.filter((stream) => {
      if (found.length >= count) return false;
      const next = stream.next();
      if (!next.done) found.push(next.value);
      return !next.done;
    });
  }
  return found;
}

/** A family's edits, one a sentence, in an order of its own. */
function* editsOf(family: Family, pool: Pool, seed: number): Generator<SyntheticEdit> {
  const order = shuffled(pool.sentences, seeded(seed ^ hash(family.name)));
  for (const sentence of order) {
    const random = seeded(seed ^ hash(`${family.name} ${sentence.text}`));
    const edited = family.edit(sentence.text, random, pool.world);
    if (edited !== null && isFit(family, sentence.text, edited, pool)) yield editOf(family, sentence, edited);
  }
}

/** "a" before a vowel and "an" before none: an edit that leaves them so shows its seam. */
const SEAM = /\ba(?= [aeio])|\ban(?= [bcdfgjklmnpqrstvwyz])/gi;
/** How many seams a text shows; a transcript has some of its own. */
const seams = (text: string): number => text.match(SEAM)?.length ?? 0;

function isFit(family: Family, sentence: string, edited: string, pool: Pool): boolean {
  if (edited === sentence || seams(edited) > seams(sentence)) return false;
  if (wordsOf(edited) < SENTENCE_WORDS.min) return false;
  return !family.material || !pool.isQuotable(edited);
}

function editOf(family: Family, sentence: PoolSentence, edited: string): SyntheticEdit {
  const { text, source, start, end } = sentence;
  const key = hash(`${family.name}\n${source}\n${text}\n${edited}`).toString(36);
  return {
    id: `${family.name}-${key}`,
    sentence: text,
    edited,
    source,
    span: { start, end },
    edit: family.name,
    group: family.group,
    expect: { material: family.material, kinds: family.kinds },
  };
}
