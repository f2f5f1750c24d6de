import type { Answer } from "../../core/answer.ts";

/** Returns an answer whose submitted words stand elsewhere: `move` gives an offset's new place. */
export function moved(answer: Answer, move: (offset: number) => number): Answer {
  return {
    ...answer,
    matches: answer.matches.map((match) => ({
      ...match,
      changes: match.changes.map((change) => {
        const { text, start, end } = change.submitted;
        return { ...change, submitted: { text, start: move(start), end: move(end) } };
      }),
    })),
  };
}
