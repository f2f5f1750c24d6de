import { mean, quantile } from "../../eval/scoring/statistics.ts";
import { shown } from "../script.ts";
import type { Choice, Chosen, FuseAdds } from "./fuse-adds.ts";
import { amongThree, shareShown } from "./peers-report.ts";
import type { Table } from "./tables.ts";
import type { Showing } from "./turns.ts";

/** What Fuse.js adds to this engine, as a table of the two ways to choose. */
export function fuseTable({ words, asked, choices }: FuseAdds): Table {
  const ways: [string, (choice: Choice) => Chosen][] = [
    ["by Fuse.js", ({ byFuse }) => byFuse],
    ["by what a look told", ({ byBits }) => byBits],
  ];
  return {
    title: `What Fuse.js adds: ${(words / 1e6).toFixed(2)} million words`,
    notes: [
      `Of ${asked} questions, ${choices.length} leave a choice: more windows than are compared, and what a look told of them does not decide; for ${choices.filter(({ called }) => called).length} of them two or more windows are near enough for Fuse.js to be called. For those that leave a choice: whether the right window is among those kept, and first; whether the whole check's first match is right; and CPU, milliseconds, of finding with the choice in it, and of the whole check.`,
    ],
    head: [
      "windows chosen",
      "n",
      "right one kept",
      "right one first",
      "check right at 1",
      "finding, median",
      "p99",
      "check, median",
      "mean",
    ],
    rows: ways.map(([name, of]) => {
      const chosen = choices.map(of);
      const choosing = chosen.map(({ choiceMs }) => choiceMs);
      const rest = chosen.map(({ checkMs }) => checkMs);
      return [
        name,
        `${chosen.length}`,
        shareShown(chosen.map(({ kept }) => ({ right: kept }))),
        shareShown(chosen.map(({ first }) => ({ right: first }))),
        shareShown(chosen.map(({ found }) => ({ right: found }))),
        shown(quantile(choosing, 0.5)),
        shown(quantile(choosing, 0.99)),
        shown(quantile(rest, 0.5)),
        shown(mean(rest)),
      ];
    }),
  };
}

/** Questions whose outcome the way of choosing changes, by kind. */
export function fuseChanges({ choices }: FuseAdds): string {
  const better = choices.filter(({ byFuse, byBits }) => byFuse.found && !byBits.found);
  const worse = choices.filter(({ byFuse, byBits }) => !byFuse.found && byBits.found);
  return `Right only by Fuse.js: ${counted(better)}. Right only by the look: ${counted(worse)}.`;
}

function counted(choices: readonly Choice[]): string {
  if (choices.length === 0) return "none";
  const kinds = [...new Set(choices.map(({ kind }) => kind))];
  return kinds.map((kind) => `${kind} ${choices.filter((one) => one.kind === kind).length}`).join(", ");
}

/** Sentences of a second transcript: found first, and among three. */
export function secondTable(showings: readonly Showing[], events: readonly string[]): Table {
  return {
    title: `A second transcript of the same events: ${((showings[0]?.words ?? 0) / 1e6).toFixed(2)} million words`,
    notes: [
      `Sentences of eight words and more of ${events.join(", ")}, asked of a corpus with another transcript of each. Right is a passage of that event with 60 % of the sentence's words. CPU in milliseconds.`,
    ],
    head: ["engine", "n", "found at 1 [95 %]", "among three [95 %]", "median", "p99"],
    rows: showings.map(({ peer, results }) => {
      const three = amongThree(results).map((right) => ({ right }));
      const times = results.map(({ cpuMs }) => cpuMs);
      return [
        peer.name,
        `${results.length}`,
        shareShown(results),
        shareShown(three),
        shown(quantile(times, 0.5)),
        shown(quantile(times, 0.99)),
      ];
    }),
  };
}
