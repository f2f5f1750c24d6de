import type { Lexicon } from "../text/lexicon.ts";
import { ALIGNING } from "../tuning.ts";
import { pairEdges } from "./edges.ts";
import { type Featured, featured, LIKENESS, RELATIONS, type Relation, relationRows } from "./likeness.ts";
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
  const relations = relationsOf(submitted, source, lexicon);
  const steps = trace(submitted, source, relations, fill(submitted, source, relations, prefer));
  while (steps.at(0)?.type === "omitted") steps.shift();
  while (steps.at(-1)?.type === "omitted") steps.pop();
  keepTogether(steps);
  freeEdgeBrackets(steps);
  pairEdges(steps, source, lexicon);
  return steps.some((step) => step.type === "pair" && LIKENESS[step.relation] > 0)
    ? { steps, score: score(steps) }
    : null;
}

/**
 * Where the words that end a piece begin what follows it in the quotation ("… paid for the keeper.
 * The keeper sold …"), the source's own may have been paired with the second of them at the same
 * cost. They belong with the words before them; so do, at the front, those behind.
 */
function keepTogether(steps: Step[]): void {
  for (const side of ["end", "start"] as const) {
    if (side === "start") steps.reverse();
    const last = steps.findLastIndex((step) => step.type !== "inserted");
    const edge = steps.findLastIndex((step, index) => index < last && step.type === "inserted");
    const stray = steps.slice(edge + 1, last + 1);
    const before = steps.slice(edge + 1 - runBefore(steps, edge), edge + 1);
    const twin = before.slice(0, stray.length);
    const isTwice =
      last < steps.length - 1 &&
      stray.length > 0 &&
      twin.length === stray.length &&
      stray.every((step, index) => {
        const other = twin[index];
        return isSamePair(step) && other?.type === "inserted" && other.submitted.key === step.submitted.key;
      });
    if (isTwice) {
      const paired = stray.map(
        (step, index): Step => ({ ...step, submitted: (twin[index] as Inserted).submitted }) as Step,
      );
      const freed = stray.map((step): Step => ({ type: "inserted", submitted: (step as Paired).submitted }));
      steps.splice(
        edge + 1 - before.length,
        before.length + stray.length,
        ...paired,
        ...before.slice(stray.length),
        ...freed,
      );
    }
    if (side === "start") steps.reverse();
  }
}

type Inserted = Extract<Step, { type: "inserted" }>;
type Paired = Extract<Step, { type: "pair" }>;

function isSamePair(step: Step): step is Paired {
  return step.type === "pair" && step.relation === "same";
}

/** How many inserted steps in a row end at an index. */
function runBefore(steps: readonly Step[], end: number): number {
  let count = 0;
  while (steps[end - count]?.type === "inserted") count++;
  return count;
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

/** Relations of every pair, by distinct units, so that a word that comes often is compared once. */
interface Relations {
  /** For each submitted unit, its relation to each distinct unit of the source. */
  rows: readonly Uint8Array[];
  /** For each unit of the source, its number among the distinct. */
  columns: Uint16Array;
}

function relationsOf(submitted: readonly Unit[], source: readonly Unit[], lexicon: Lexicon): Relations {
  const [left, right] = [distinct(submitted), distinct(source)];
  const rows = relationRows(left.list, right.list, lexicon);
  return {
    rows: Array.from(left.numbers, (number) => rows[number] as Uint8Array),
    columns: right.numbers,
  };
}

/** The distinct units of a list by kind and key, and for each of the list its number among them. */
function distinct(list: readonly Unit[]): { list: Featured[]; numbers: Uint16Array } {
  const seen = new Map<string, Map<string, number>>();
  const found: Featured[] = [];
  const numbers = new Uint16Array(list.length);
  for (let index = 0; index < list.length; index++) {
    const unit = list[index] as Unit;
    const ofKind = seen.get(unit.kind) ?? new Map<string, number>();
    if (ofKind.size === 0) seen.set(unit.kind, ofKind);
    const known = ofKind.get(unit.key);
    numbers[index] = known ?? found.length;
    if (known !== undefined) continue;
    ofKind.set(unit.key, found.length);
    found.push(featured(unit));
  }
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
  { rows, columns }: Relations,
  prefer: Preference,
): Filled {
  const width = source.length + 1;
  const from = new Uint8Array((submitted.length + 1) * width);
  const weights = new Float64Array(source.length);
  for (let j = 0; j < source.length; j++) weights[j] = (source[j] as Unit).weight;
  let before: Row = { pair: new Float32Array(width), insert: far(width), omit: far(width) };
  let row: Row = { pair: far(width), insert: far(width), omit: far(width) };
  submitted.forEach((unit, index) => {
    fillRow(unit, rows[index] as Uint8Array, columns, weights, before, row, from, (index + 1) * width);
    [before, row] = [row, before];
  });
  const { pair, insert } = before;
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

/** Costs of ending in each state at each column of a row. */
interface Row {
  pair: Float32Array;
  insert: Float32Array;
  omit: Float32Array;
}

/**
 * One submitted unit against every column: the costs into `row`, and into `trail` from `at` on
 * which state led to each. Costs are rounded as they are stored, so that equal ones stay equal.
 */
function fillRow(
  unit: Unit,
  related: Uint8Array,
  columns: Uint16Array,
  weights: Float64Array,
  { pair: pairBefore, insert: insertBefore, omit: omitBefore }: Row,
  { pair: pairs, insert: inserts, omit: omits }: Row,
  trail: Uint8Array,
  at: number,
): void {
  const { weight } = unit;
  const bracketed = unit.bracket >= 0;
  const insertion = bracketed ? weight : ALIGNING.insertCost * Math.max(weight, ALIGNING.insertWeightMin);
  let best = least(pairBefore[0] as number, insertBefore[0] as number, omitBefore[0] as number);
  let cost = costOf(best, pairBefore[0] as number, insertBefore[0] as number, omitBefore[0] as number);
  let pair = FAR;
  let insert = Math.fround(cost + insertion);
  let omit = FAR;
  pairs[0] = pair;
  inserts[0] = insert;
  omits[0] = omit;
  trail[at] = best << 2;
  for (let j = 1; j <= columns.length; j++) {
    const beside = weights[j - 1] as number;
    const relation = related[columns[j - 1] as number] as number;
    const unlike = bracketed
      ? (BRACKETED[relation] as number)
      : (UNLIKENESS[relation] as number) * Math.max(weight, beside);
    const opening = ALIGNING.omitOpen * beside;
    const viaPair = pair + opening;
    const viaInsert = insert + opening;
    const viaOmit = omit + ALIGNING.omitExtend;
    const way = least(viaPair, viaInsert, viaOmit);
    omit = Math.fround(costOf(way, viaPair, viaInsert, viaOmit));
    pair = Math.fround(unlike + cost);
    const led = best;
    const [a, b, c] = [pairBefore[j] as number, insertBefore[j] as number, omitBefore[j] as number];
    best = least(a, b, c);
    cost = costOf(best, a, b, c);
    insert = Math.fround(cost + insertion);
    pairs[j] = pair;
    inserts[j] = insert;
    omits[j] = omit;
    trail[at + j] = led | (best << 2) | (way << 4);
  }
}

const FAR = 1e9;

function far(width: number): Float32Array {
  return new Float32Array(width).fill(FAR);
}

/** What pairing two units of a relation costs, in the weight of the heavier. */
const UNLIKENESS = Float64Array.from(RELATIONS, (relation) => 1 - LIKENESS[relation]);
/** And what it costs where the submitted one stands in brackets, whatever its weight. */
const BRACKETED = Float64Array.from(RELATIONS, (relation) =>
  relation === "same" ? 0 : ALIGNING.bracketCost,
);

/** Index of the least of three; ties go to the first. */
function least(a: number, b: number, c: number): number {
  if (a <= b) return a <= c ? 0 : 2;
  return b <= c ? 1 : 2;
}

/** That one of the three. */
function costOf(state: number, pair: number, insert: number, omit: number): number {
  return state === PAIR ? pair : state === INSERT ? insert : omit;
}

function trace(
  submitted: readonly Unit[],
  source: readonly Unit[],
  { rows, columns }: Relations,
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
      const code = rows[i - 1]?.[columns[j - 1] as number] as number;
      const relation = RELATIONS[code] as Relation;
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
