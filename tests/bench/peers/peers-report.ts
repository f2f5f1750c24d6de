import { bootstrap, mean, quantile, share } from "../../eval/scoring/statistics.ts";
import { shown } from "../script.ts";
import { type Group, isGiven } from "./asked.ts";
import { YARDSTICK } from "./engines.ts";
import { KINDS } from "./noisy-questions.ts";
import type { Table } from "./tables.ts";
import type { Result, Showing } from "./turns.ts";

/** Below so many questions a row is an anecdote, and from so many on a p99 tells something. */
const ANECDOTE = 30;
const P99_MIN = 100;
const MB = 1e6;

/** The tables of what engines did over one corpus, or over several. */
export function peersTables(showings: readonly Showing[]): Table[] {
  const sizes = [...new Set(showings.map(({ words }) => words))];
  return sizes.flatMap((words) => {
    const here = showings.filter((showing) => showing.words === words);
    const yardstick = here.find(({ peer }) => peer.id === YARDSTICK) as Showing;
    return [
      timeTable(here, yardstick),
      memoryTable(here),
      kindsTable(here),
      ...(of(yardstick, "printed").length > 0 ? [printedTable(here)] : []),
      ...(of(yardstick, "absent sentence", "printed, absent").length > 0 ? [absentTable(here)] : []),
    ];
  });
}

function of(showing: Showing, ...groups: Group[]): Result[] {
  return showing.results.filter(({ asked }) => groups.includes(asked.group));
}

function millions(words: number): string {
  return `${(words / 1e6).toFixed(2)} million words`;
}

function timeTable(here: readonly Showing[], yardstick: Showing): Table {
  return {
    title: `Found, and CPU of a question: ${millions(yardstick.words)}`,
    notes: [
      "Questions made by noise, all kinds together. Milliseconds of CPU, its collector's and compiler's threads with it. “×” is the median against that of the first row over the same questions.",
    ],
    head: ["engine", "n", "found at 1 [95 %]", "among three", "median", "p99", "mean", "×"],
    rows: here.map((showing) => {
      const results = of(showing, "noise");
      const times = results.map(({ cpuMs }) => cpuMs);
      const numbers = new Set(results.map(({ number }) => number));
      const same = of(yardstick, "noise").filter(({ number }) => numbers.has(number));
      const multiple = medianMs(results) / medianMs(same);
      return [
        nameOf(showing, results.length),
        `${results.length}`,
        shareShown(results),
        share(amongThree(results)).toFixed(3),
        shown(medianMs(results)),
        times.length < P99_MIN ? "–" : shown(quantile(times, 0.99)),
        shown(mean(times)),
        shown(multiple),
      ];
    }),
  };
}

function nameOf({ peer }: Showing, n: number): string {
  return n < ANECDOTE ? `${peer.name} (anecdote)` : peer.name;
}

/** Whether one of the up to three places that each answer has is right. */
export function amongThree(results: readonly Result[]): boolean[] {
  return results.map(({ asked, hits }) => hits.some((hit) => asked.isRight([hit])));
}

/** A share that is right, with its interval. */
export function shareShown(results: readonly { right: boolean }[]): string {
  if (results.length === 0) return "–";
  const rights = results.map(({ right }) => right);
  const { low, high } = bootstrap(rights, share);
  return `${share(rights).toFixed(3)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function memoryTable(here: readonly Showing[]): Table {
  const words = here[0]?.words ?? 0;
  return {
    title: `Built and held: ${millions(words)}`,
    notes: [
      "“Build” is CPU. “Held” is what the process has more than before it read the corpus: heap and buffers once everything unused is gone, SQLite's pages with them, and the text where the engine keeps it to answer. “Resident” is the kernel's account of the same, with what building left behind.",
    ],
    head: [
      "engine",
      "gets",
      "build s",
      "open ms",
      "index bytes a word",
      "text bytes a word",
      "held MB",
      "held bytes a word",
      "resident MB",
    ],
    rows: here.map(({ peer, built }) => [
      peer.name,
      peer.shape,
      shown(built.buildMs / 1000),
      shown(built.openMs ?? Number.NaN),
      shown((built.indexBytes ?? Number.NaN) / words),
      shown((built.textBytes ?? Number.NaN) / words),
      shown(built.heldBytes / MB),
      shown(built.heldBytes / words),
      shown(built.residentBytes / MB),
    ]),
  };
}

/** Other engines beside ours in the table by kind. */
const BEST_MAX = 4;
/** Questions a kind that an engine must have had for a column of its own. */
const OF_A_KIND_MIN = 10;

function kindsTable(here: readonly Showing[]): Table {
  const columns = [...here.slice(0, 2), ...bestOf(here.slice(2))];
  const kinds = KINDS.filter((kind) => here.some((each) => ofKind(each, kind).length > 0));
  return {
    title: `Found at 1 by kind: ${millions(here[0]?.words ?? 0)}`,
    notes: [
      `The first two rows of the table above, and of the others with at least ${OF_A_KIND_MIN} questions a kind those that find most. In brackets the 95 % interval by bootstrap; behind it n, where the engine had time for fewer.`,
    ],
    head: ["kind", "n", ...columns.map(({ peer }) => peer.name)],
    rows: kinds.map((kind) => {
      const most = Math.max(...columns.map((showing) => ofKind(showing, kind).length));
      const cells = columns.map((showing) => {
        const results = ofKind(showing, kind);
        return results.length === most ? shareShown(results) : `${shareShown(results)} n ${results.length}`;
      });
      return [kind, `${most}`, ...cells];
    }),
  };
}

function ofKind(showing: Showing, kind: string): Result[] {
  return of(showing, "noise").filter(({ asked }) => asked.kind === kind);
}

function bestOf(others: readonly Showing[]): Showing[] {
  const found = (showing: Showing) => share(of(showing, "noise").map(({ right }) => right));
  return others
    .filter((showing) => of(showing, "noise").length >= OF_A_KIND_MIN * KINDS.length)
    .toSorted((a, b) => found(b) - found(a))
    .slice(0, BEST_MAX);
}

/** A quotation of this kind no tool should match. */
const UNFINDABLE = "paraphrase_or_headline";

function printedTable(here: readonly Showing[]): Table {
  return {
    title: `Printed quotations: ${millions(here[0]?.words ?? 0)}`,
    notes: [
      "Without paraphrases and headlines. Found is the right source, where the sentences touched have 80 % of the words.",
    ],
    head: ["engine", "n", "found at 1 [95 %]", "among three", "CPU, median"],
    rows: here.map((showing) => {
      const printed = of(showing, "printed").filter(({ asked }) => asked.kind !== UNFINDABLE);
      return [
        nameOf(showing, printed.length),
        `${printed.length}`,
        shareShown(printed),
        printed.length === 0 ? "–" : share(amongThree(printed)).toFixed(3),
        shown(medianMs(printed)),
      ];
    }),
  };
}

/** Words that are in no source: what is given for them all the same. */
function absentTable(here: readonly Showing[]): Table {
  return {
    title: `Words that are in no source: ${millions(here[0]?.words ?? 0)}`,
    notes: [
      "Sentences of other texts, and printed quotations of which no source has the words: the share for which a place is given all the same. An engine that ranks gives one for anything, and it is no fault of its kind.",
    ],
    head: ["engine", "sentences, n", "given", "printed, n", "given", "CPU, median"],
    rows: here.map((showing) => {
      const [made, real] = [of(showing, "absent sentence"), of(showing, "printed, absent")];
      return [
        nameOf(showing, made.length + real.length),
        `${made.length}`,
        given(made),
        `${real.length}`,
        given(real),
        shown(medianMs([...made, ...real])),
      ];
    }),
  };
}

function medianMs(results: readonly Result[]): number {
  return quantile(
    results.map(({ cpuMs }) => cpuMs),
    0.5,
  );
}

function given(absent: readonly Result[]): string {
  return absent.length === 0 ? "–" : share(absent.map(({ hits }) => isGiven(hits))).toFixed(3);
}
