import type { Lexicon } from "../text/lexicon.ts";
import { ALIGNING } from "../tuning.ts";
import { pairEdges } from "./edges.ts";
import { type Featured, featured, LIKENESS, type Relation, relate } from "./likeness.ts";
import type { Unit } from "./units.ts";

/** One step of an alignment. `pair`: a submitted unit beside one of the source; the others stand alone. */
export type Step =
  | { type: "pair"; relation: Relation; submitted: Unit; source: Unit }
  | { type: "inserted"; submitted: Unit }
  | { type: "omitted"; source: Unit };

/** Which of two equally good places to take: the first, or the last. */
export type Preference = "first" | "last";

/** Costs closer than this are the same but for rounding. */
const TIE = 1e-4;

export interface Alignment {
  steps: Step[];
  /** 0..1: twice the weight that matches over the weight of both sides (Dice 1945), words of the source outside the match not counted. */
  score: number;
}

/**
 * The cheapest way to read `submitted`, whole, as a stretch of `source`: semi-global
 * alignment with affine gaps (Gotoh 1982), free at both ends of the source, so that a
 * stretch of the source left out costs one opening and little a word. Null when nothing matches.
 */
export function align(
  submitted: readonly Unit[],
  source: readonly Unit[],
  lexicon: Lexicon,
  prefer: Preference = "first",
): Alignment | null {
  if (submitted.length === 0 || source.length === 0) return null;
  const relations = relationTable(submitted, source, lexicon);
  const steps = trace(submitted, source, relations, fill(submitted, source, relations, prefer));
  while (steps.at(0)?.type === "omitted") steps.shift();
  while (steps.at(-1)?.type === "omitted") steps.pop();
  freeEdgeBrackets(steps);
  pairEdges(steps, source, lexicon);
  return steps.some((step) => step.type === "pair" && LIKENESS[step.relation] > 0)
    ? { steps, score: score(steps) }
    : null;
}

/**
 * At an edge a bracket may have been paired with a word of the sentence beside, or with the
 * next words of its own: there it is an insertion. It stands for the source's words only
 * within the sentence, and at the end only after a word that asks for another ("this [war]").
 */
function freeEdgeBrackets(steps: Step[]): void {
  const first = steps.findIndex((step) => !isEdgeBracket(step));
  for (let index = first - 1; index >= 0; index--) {
    const next = steps[index + 1] as Step;
    if (next.type === "inserted" || (next.type === "pair" && next.source.sentenceStart))
      freeBracket(steps, index);
  }
  dropOmittedBefore(steps, first);
  const last = steps.findLastIndex((step) => !isEdgeBracket(step));
  const before = steps[last];
  const asks = before?.type === "pair" && before.submitted.weight < ALIGNING.contentWeight;
  for (let index = last + 1; index < steps.length; index++) {
    const step = steps[index] as Step;
    const beside = steps[index - 1];
    if (!asks || beside?.type === "inserted" || (step.type === "pair" && step.source.sentenceStart))
      freeBracket(steps, index);
  }
}

/** Words of the source before its first real match belong to nobody's quotation once no bracket stands for them. */
function dropOmittedBefore(steps: Step[], first: number): void {
  const edge = steps.slice(0, Math.max(0, first));
  if (edge.some((step) => step.type === "pair")) return;
  steps.splice(0, edge.length, ...edge.filter((step) => step.type === "inserted"));
}

function isEdgeBracket(step: Step): boolean {
  return (
    step.type === "omitted" ||
    (step.submitted.bracket >= 0 && !(step.type === "pair" && step.relation === "same"))
  );
}

function freeBracket(steps: Step[], index: number): void {
  const step = steps[index];
  if (step?.type === "pair") steps[index] = { type: "inserted", submitted: step.submitted };
}

/** Twice the matched weight over the weight on both sides. Runs of omitted words count as far as ordinary editing goes, then as one gap. */
export function score(steps: readonly Step[]): number {
  let matched = 0;
  let total = 0;
  let omitted = 0;
  for (const step of steps) {
    if (step.type === "omitted") {
      omitted += step.source.weight;
      continue;
    }
    total += Math.min(omitted, ALIGNING.omittedWeightMax);
    omitted = 0;
    if (step.submitted.bracket >= 0 && !(step.type === "pair" && step.relation === "same")) continue;
    if (step.type === "inserted") total += step.submitted.weight;
    else {
      matched += LIKENESS[step.relation] * (step.submitted.weight + step.source.weight);
      total += step.submitted.weight + step.source.weight;
    }
  }
  return total === 0 ? 0 : Math.min(1, matched / total);
}

const RELATIONS: readonly Relation[] = ["same", "spelling", "misspelling", "inflection", "class", "other"];

/** Relations of every pair, by distinct units, so that a word that comes often is compared once. */
function relationTable(submitted: readonly Unit[], source: readonly Unit[], lexicon: Lexicon): Uint8Array {
  const [left, right] = [distinct(submitted), distinct(source)];
  const relations = new Uint8Array(left.list.length * right.list.length);
  left.list.forEach((one, i) => {
    right.list.forEach((other, j) => {
      relations[i * right.list.length + j] = RELATIONS.indexOf(relate(one, other, lexicon));
    });
  });
  const table = new Uint8Array(submitted.length * source.length);
  for (let i = 0; i < submitted.length; i++) {
    const row = (left.numbers[i] as number) * right.list.length;
    for (let j = 0; j < source.length; j++) {
      table[i * source.length + j] = relations[row + (right.numbers[j] as number)] as number;
    }
  }
  return table;
}

/** The distinct units of a list by kind and key, and for each of the list its number among them. */
function distinct(list: readonly Unit[]): { list: Featured[]; numbers: number[] } {
  const seen = new Map<string, number>();
  const found: Featured[] = [];
  const numbers = list.map((unit) => {
    const id = `${unit.kind}:${unit.key}`;
    const known = seen.get(id);
    if (known !== undefined) return known;
    seen.set(id, found.length);
    return found.push(featured(unit)) - 1;
  });
  return { list: found, numbers };
}

interface Filled {
  /** Two bits for each state, cell by cell: which state led here. */
  from: Uint8Array;
  endColumn: number;
  endState: number;
}

const PAIR = 0;
const INSERT = 1;
const OMIT = 2;

function fill(
  submitted: readonly Unit[],
  source: readonly Unit[],
  relations: Uint8Array,
  prefer: Preference,
): Filled {
  const rows = submitted.length;
  const width = source.length + 1;
  const from = new Uint8Array((rows + 1) * width);
  let pair = new Float32Array(width);
  let insert = new Float32Array(width).fill(FAR);
  let omit = new Float32Array(width).fill(FAR);
  for (let i = 1; i <= rows; i++) {
    const unit = submitted[i - 1] as Unit;
    const nextPair = new Float32Array(width).fill(FAR);
    const nextInsert = new Float32Array(width).fill(FAR);
    const nextOmit = new Float32Array(width).fill(FAR);
    const insertion =
      unit.bracket >= 0 ? unit.weight : ALIGNING.insertCost * Math.max(unit.weight, ALIGNING.insertWeightMin);
    for (let j = 0; j < width; j++) {
      const viaPair = (pair[j] as number) + insertion;
      const viaInsert = (insert[j] as number) + insertion;
      const viaOmit = (omit[j] as number) + insertion;
      const cheapest = least(viaPair, viaInsert, viaOmit);
      nextInsert[j] = cheapest === PAIR ? viaPair : cheapest === INSERT ? viaInsert : viaOmit;
      let trail = cheapest << 2;
      if (j > 0) {
        const other = source[j - 1] as Unit;
        const cost = pairCost(unit, other, relations[(i - 1) * source.length + j - 1] as number);
        const best = least(pair[j - 1] as number, insert[j - 1] as number, omit[j - 1] as number);
        nextPair[j] =
          cost + ((best === PAIR ? pair[j - 1] : best === INSERT ? insert[j - 1] : omit[j - 1]) as number);
        trail |= best;
        if (i < rows) {
          const omitOpen = ALIGNING.omitOpen * other.weight;
          const a = (nextPair[j - 1] as number) + omitOpen;
          const b = (nextInsert[j - 1] as number) + omitOpen;
          const c = (nextOmit[j - 1] as number) + ALIGNING.omitExtend;
          const way = least(a, b, c);
          nextOmit[j] = way === PAIR ? a : way === INSERT ? b : c;
          trail |= way << 4;
        }
      }
      from[i * width + j] = trail;
    }
    pair = nextPair;
    insert = nextInsert;
    omit = nextOmit;
  }
  let endColumn = 0;
  let endState = INSERT;
  let best = Number.POSITIVE_INFINITY;
  for (let j = 0; j < width; j++) {
    const edge = prefer === "last" ? TIE : 0;
    if ((pair[j] as number) < best + edge) [best, endColumn, endState] = [pair[j] as number, j, PAIR];
    if ((insert[j] as number) < best + edge * (endState === INSERT ? 1 : 0))
      [best, endColumn, endState] = [insert[j] as number, j, INSERT];
  }
  return { from, endColumn, endState };
}

const FAR = 1e9;
const WORTHS = RELATIONS.map((relation) => LIKENESS[relation]);

function pairCost(submitted: Unit, source: Unit, relation: number): number {
  if (relation === 0) return 0;
  if (submitted.bracket >= 0) return ALIGNING.bracketCost;
  return (1 - (WORTHS[relation] as number)) * Math.max(submitted.weight, source.weight);
}

/** Index of the least of three; ties go to the first. */
function least(a: number, b: number, c: number): number {
  if (a <= b) return a <= c ? 0 : 2;
  return b <= c ? 1 : 2;
}

function trace(
  submitted: readonly Unit[],
  source: readonly Unit[],
  relations: Uint8Array,
  { from, endColumn, endState }: Filled,
): Step[] {
  const width = source.length + 1;
  const steps: Step[] = [];
  let i = submitted.length;
  let j = endColumn;
  let state = endState;
  while (i > 0) {
    const trail = from[i * width + j] as number;
    if (state === OMIT) {
      steps.push({ type: "omitted", source: source[j - 1] as Unit });
      state = (trail >> 4) & 3;
      j--;
    } else if (state === INSERT) {
      steps.push({ type: "inserted", submitted: submitted[i - 1] as Unit });
      state = (trail >> 2) & 3;
      i--;
    } else {
      const relation = RELATIONS[relations[(i - 1) * source.length + j - 1] as number] as Relation;
      steps.push({
        type: "pair",
        relation,
        submitted: submitted[i - 1] as Unit,
        source: source[j - 1] as Unit,
      });
      state = trail & 3;
      i--;
      j--;
    }
  }
  return steps.reverse();
}
