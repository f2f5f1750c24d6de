import type { Lexicon } from "../text/lexicon.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import { featured, relate } from "./likeness.ts";
import type { Unit } from "./units.ts";
import { PRONOUNS } from "./word-classes.ts";

/** The two ends of a quotation: steps are read inwards, and source words outwards. */
type Side = "start" | "end";

/**
 * Beyond its ends the source is free, so that first or last words put for others look like
 * insertions, and a word left out just within an edge costs more than it is worth. What stands
 * there in the source, in the same sentence, is paired with them: "[Ukraine] started this war"
 * where the source has "Russia", "But 1.2 percent" where it has "But only 1.2 percent".
 */
export function pairEdges(steps: Step[], source: readonly Unit[], lexicon: Lexicon): void {
  for (const side of ["start", "end"] as const) {
    if (side === "end") steps.reverse();
    const edge = edgeOf(steps);
    const inner = steps[edge];
    const paired =
      edge > 0 && edge <= ALIGNING.edgeWordsMax && inner?.type === "pair"
        ? pairOutwards(steps.slice(0, edge), source, source.indexOf(inner.source), side, lexicon)
        : null;
    if (paired) steps.splice(0, edge, ...paired);
    if (side === "end") steps.reverse();
  }
}

/** These steps with what stands at both ends of the source, which all belongs to the quotation: paired with its first and last words one by one, from within. */
export function pairEnds(steps: readonly Step[], source: readonly Unit[], lexicon: Lexicon): Step[] {
  const first = steps.findIndex((step) => step.type === "pair");
  const last = steps.findLastIndex((step) => step.type === "pair");
  const [inner, outer] = [steps[first], steps[last]];
  if (inner?.type !== "pair" || outer?.type !== "pair") return [...steps];
  const before = source.slice(0, source.indexOf(inner.source)).reverse();
  const behind = source.slice(source.indexOf(outer.source) + 1);
  return [
    ...besideOneAnother(steps.slice(0, first).reverse(), before, lexicon).reverse(),
    ...steps.slice(first, last + 1),
    ...besideOneAnother(steps.slice(last + 1), behind, lexicon),
  ];
}

/** Steps that have no place and words of the source that have none, pair by pair; what is left of either stands alone. */
function besideOneAnother(steps: readonly Step[], source: readonly Unit[], lexicon: Lexicon): Step[] {
  const own = steps.flatMap((step) => (step.type === "omitted" ? [] : [step.submitted]));
  return Array.from({ length: Math.max(own.length, source.length) }, (_, index): Step => {
    const [submitted, beside] = [own[index], source[index]];
    if (!submitted) return { type: "omitted", source: beside as Unit };
    if (!beside) return { type: "inserted", submitted };
    const relation = relate(featured(submitted), featured(beside), lexicon);
    return { type: "pair", relation, submitted, source: beside };
  });
}

/** How many steps at the front have no place of their own: insertions, and a lesser word beside another. */
function edgeOf(steps: readonly Step[]): number {
  const edge = steps.findIndex((step) => step.type !== "inserted");
  const first = steps[edge];
  const lesser =
    edge === 0 &&
    first?.type === "pair" &&
    first.relation === "other" &&
    first.submitted.weight < ALIGNING.contentWeight &&
    steps[1]?.type === "pair";
  return lesser ? 1 : edge;
}

/** The steps of an edge, outermost first, with the source's words beside them; null where they do not go together. */
function pairOutwards(
  edge: readonly Step[],
  source: readonly Unit[],
  inner: number,
  side: Side,
  lexicon: Lexicon,
): Step[] | null {
  const step = side === "start" ? -1 : 1;
  const found: Step[] = [];
  let at = inner;
  let same = 0;
  for (const { submitted } of edge.toReversed().flatMap((each) => (each.type === "omitted" ? [] : [each]))) {
    if (submitted.bracket >= 0) return null;
    const skipped = skippedTo(submitted, source, at, step);
    for (let gap = 1; gap <= skipped; gap++)
      found.unshift({ type: "omitted", source: source[at + gap * step] as Unit });
    at += (skipped + 1) * step;
    const beside = source[at];
    if (!beside || !within(source, at, step)) return null;
    const relation = relate(featured(submitted), featured(beside), lexicon);
    if (relation === "same") same++;
    else if (!interchangeable(submitted, beside) && edge.length === 1) return null;
    else if (!interchangeable(submitted, beside) && submitted.weight !== beside.weight) return null;
    found.unshift({ type: "pair", relation, submitted, source: beside });
  }
  const outer = found[0];
  const anchored = same > 0 && outer?.type === "pair" && outer.relation === "same";
  const replaced = found.every(
    (each) =>
      each.type === "pair" && (each.relation === "same" || interchangeable(each.submitted, each.source)),
  );
  return anchored || replaced ? found : null;
}

/** How many of the source's words lie between a place and the same word further out; 0 where it is the next or none is near. */
function skippedTo(submitted: Unit, source: readonly Unit[], at: number, step: number): number {
  for (let gap = 0; gap <= ALIGNING.edgeGapMax; gap++) {
    const index = at + (gap + 1) * step;
    if (!source[index] || !within(source, index, step)) return 0;
    if (source[index].key === submitted.key) return gap;
  }
  return 0;
}

/** True while a step outwards stays within the sentence. */
function within(source: readonly Unit[], at: number, step: number): boolean {
  return step < 0 ? source[at + 1]?.sentenceStart !== true : source[at]?.sentenceStart !== true;
}

/** Two words that stand for one another: of one kind and weight, a denial, a pronoun for a name, a name for a name that begins a sentence. */
function interchangeable(submitted: Unit, source: Unit): boolean {
  if (submitted.bracket >= 0) return false;
  if (source.kind === "negation" || submitted.kind === "negation") return true;
  const [pronoun, name] = submitted.kind === "name" ? [source, submitted] : [submitted, source];
  if (name.kind === "name" && PRONOUNS.has(pronoun.key)) return true;
  if (name.kind === "name" && pronoun.kind === "plain" && pronoun.sentenceStart)
    return pronoun.weight === name.weight;
  return (
    submitted.weight === source.weight &&
    (submitted.kind === source.kind || (submitted.kind === "name") === (source.kind === "name"))
  );
}
