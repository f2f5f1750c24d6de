import type { Change } from "../answer.ts";
import { isFunctionWord } from "../text/common-words.ts";
import { isUnspaced } from "../text/words.ts";
import { ALIGNING } from "../tuning.ts";
import type { Step } from "./align.ts";
import { change, excerpt, excerpts, isSame, type Reading } from "./excerpts.ts";

interface Moved {
  pairs: [number, number][];
  taken: Set<Step>;
}

/** Words left out in one place and put in another of the same block, and neighbours of a list that changed places. */
export function movedSteps(steps: readonly Step[]): Moved {
  const moved: Moved = { pairs: [], taken: new Set() };
  steps.forEach((step, index) => {
    if (
      step.type !== "omitted" ||
      moved.taken.has(step) ||
      (isFunctionWord(step.source.key) && step.source.kind === "plain")
    )
      return;
    const other = steps.findIndex(
      (candidate) =>
        candidate.type === "inserted" &&
        !moved.taken.has(candidate) &&
        candidate.submitted.key === step.source.key &&
        candidate.submitted.bracket < 0,
    );
    if (other < 0) return;
    moved.pairs.push([index, other]);
    moved.taken.add(step).add(steps[other] as Step);
  });
  steps.forEach((step, index) => {
    if (!isExchange(step) || moved.taken.has(step)) return;
    const other = steps.findIndex(
      (candidate, place) =>
        place > index &&
        isExchange(candidate) &&
        candidate.submitted.key === step.source.key &&
        candidate.source.key === step.submitted.key,
    );
    if (other < 0 || !steps.slice(index + 1, other).every(isListJoint)) return;
    moved.pairs.push([index, other]);
    moved.taken.add(step).add(steps[other] as Step);
  });
  return moved;
}

function isExchange(step: Step): step is Step & { type: "pair" } {
  return step.type === "pair" && (step.relation === "class" || step.relation === "other");
}

function isListJoint(step: Step): boolean {
  return isSame(step) && (step.source.key === "and" || step.source.key === "or");
}

export function orderChange(reading: Reading, a: number, b: number): Change {
  const { quotation, block } = reading;
  const first = block.steps[a] as Step;
  const second = block.steps[b] as Step;
  if (first.type === "pair" && second.type === "pair") {
    const { submitted, source } = excerpts(reading, Math.min(a, b), Math.max(a, b) + 1);
    const isScore =
      first.source.kind === "number" && second.source.kind === "number" && Math.abs(a - b) === 1;
    return change(isScore ? "number" : "order", isScore, submitted, source);
  }
  const omitted = (first.type === "omitted" ? first : second) as Step & { type: "omitted" };
  const inserted = (first.type === "inserted" ? first : second) as Step & { type: "inserted" };
  const submitted = excerpt(quotation.text, inserted.submitted.start, inserted.submitted.end);
  const source = excerpt(block.window.text, omitted.source.start, omitted.source.end, block.window.start);
  const special =
    omitted.source.kind === "negation" ? "negation" : omitted.source.key === "only" ? "quantifier" : null;
  return change(
    special ?? "order",
    omitted.source.kind === "name" || isUnspaced(omitted.source.key) || Math.abs(a - b) > ALIGNING.moveWords,
    submitted,
    source,
  );
}
