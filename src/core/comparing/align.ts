import type { Lexicon } from "../text/lexicon.ts";
import { ALIGNING } from "../tuning.ts";
import { pairEdges } from "./edges.ts";
import { type Featured, featured, LIKENESS, type Relation, relate, relatedTo } from "./likeness.ts";
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
const CODES = Object.fromEntries(RELATIONS.map((relation, code) => [relation, code])) as Record<
  Relation,
  number
>;

/** Relations of every pair, by distinct units, so that a word that comes often is compared once. */
function relationTable(submitted: readonly Unit[], source: readonly Unit[], lexicon: Lexicon): Uint8Array {
  const [left, right] = [distinct(submitted), distinct(source)];
  const columnsFor = relatedTo(right.list, lexicon);
  const rows = left.list.map((one) => {
    const row = new Uint8Array(right.list.length).fill(CODES.other);
    for (const column of columnsFor(one))
      row[column] = CODES[relate(one, right.list[column] as Featured, lexicon)];
    return row;
  });
  const table = new Uint8Array(submitted.length * source.length);
  for (let i = 0; i < submitted.length; i++) {
    const row = rows[left.numbers[i] as number] as Uint8Array;
    const from = i * source.length;
    for (let j = 0; j < source.length; j++) table[from + j] = row[right.numbers[j] as number] as number;
  }
  return table;
}

/** The distinct units of a list by kind and key, and for each of the list its number among them. */
function distinct(list: readonly Unit[]): { list: Featured[]; numbers: number[] } {
  const seen = new Map<string, Map<string, number>>();
  const found: Featured[] = [];
  const numbers = list.map((unit) => {
    const ofKind = seen.get(unit.kind) ?? new Map<string, number>();
    const known = ofKind.get(unit.key);
    if (known !== undefined) return known;
    seen.set(unit.kind, ofKind.set(unit.key, found.length));
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
  const weights = Float64Array.from(source, ({ weight }) => weight);
  let before: Row = { pair: new Float32Array(width), insert: far(width), omit: far(width) };
  let row: Row = { pair: far(width), insert: far(width), omit: far(width) };
  for (let i = 1; i <= rows; i++) {
    const related = relations.subarray((i - 1) * source.length, i * source.length);
    fillRow(
      submitted[i - 1] as Unit,
      weights,
      related,
      before,
      row,
      from.subarray(i * width, (i + 1) * width),
    );
    [before, row] = [row, before];
  }
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

/** One submitted unit against every column: the costs into `row`, and into `trail` which state led to each. */
function fillRow(
  unit: Unit,
  weights: Float64Array,
  related: Uint8Array,
  before: Row,
  row: Row,
  trail: Uint8Array,
): void {
  const { weight } = unit;
  const bracketed = unit.bracket >= 0;
  const insertion = bracketed ? weight : ALIGNING.insertCost * Math.max(weight, ALIGNING.insertWeightMin);
  for (let j = 0; j < trail.length; j++) {
    const viaPair = (before.pair[j] as number) + insertion;
    const viaInsert = (before.insert[j] as number) + insertion;
    const viaOmit = (before.omit[j] as number) + insertion;
    const cheapest = least(viaPair, viaInsert, viaOmit);
    row.insert[j] = cheapest === PAIR ? viaPair : cheapest === INSERT ? viaInsert : viaOmit;
    trail[j] = cheapest << 2;
  }
  row.pair[0] = FAR;
  row.omit[0] = FAR;
  for (let j = 1; j < trail.length; j++) {
    const beside = weights[j - 1] as number;
    const relation = related[j - 1] as number;
    const unlike = bracketed
      ? ALIGNING.bracketCost
      : (UNLIKENESS[relation] as number) * Math.max(weight, beside);
    const afterPair = before.pair[j - 1] as number;
    const afterInsert = before.insert[j - 1] as number;
    const afterOmit = before.omit[j - 1] as number;
    const best = least(afterPair, afterInsert, afterOmit);
    row.pair[j] =
      (relation === CODES.same ? 0 : unlike) +
      (best === PAIR ? afterPair : best === INSERT ? afterInsert : afterOmit);
    const opening = ALIGNING.omitOpen * beside;
    const viaPair = (row.pair[j - 1] as number) + opening;
    const viaInsert = (row.insert[j - 1] as number) + opening;
    const viaOmit = (row.omit[j - 1] as number) + ALIGNING.omitExtend;
    const way = least(viaPair, viaInsert, viaOmit);
    row.omit[j] = way === PAIR ? viaPair : way === INSERT ? viaInsert : viaOmit;
    trail[j] = (trail[j] as number) | best | (way << 4);
  }
}

const FAR = 1e9;

function far(width: number): Float32Array {
  return new Float32Array(width).fill(FAR);
}

/** What pairing two units of a relation costs, in the weight of the heavier. */
const UNLIKENESS = Float64Array.from(RELATIONS, (relation) => 1 - LIKENESS[relation]);

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
