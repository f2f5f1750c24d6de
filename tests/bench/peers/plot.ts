import { quantile } from "../../eval/scoring/statistics.ts";
import { PEERS } from "./engines.ts";
import type { Showing } from "./turns.ts";

const WIDTH = 820;
const HEIGHT = 560;
const PLOT = { left: 64, right: 560, top: 48, bottom: 500 } as const;
/** Least distance between the baselines of two labels. */
const LABEL_STEP = 16;

/** An engine's median CPU, in milliseconds, at each number of words. */
export interface Line {
  name: string;
  /** Of the project's own engine, which is drawn to stand out. */
  ours: boolean;
  points: { words: number; ms: number }[];
}

/** A line an engine from what engines did over corpora of several sizes. */
export function linesOf(showings: readonly Showing[]): Line[] {
  return PEERS.flatMap(({ id, name }) => {
    const points = showings
      .filter(({ peer, results }) => peer.id === id && results.length > 0)
      .map(({ words, results }) => ({
        words,
        ms: quantile(
          results.filter(({ asked }) => asked.group === "noise").map(({ cpuMs }) => cpuMs),
          0.5,
        ),
      }));
    return points.length === 0 ? [] : [{ name, ours: name.startsWith("Verbatim"), points }];
  });
}

/** Time against words, both by powers of ten, as an SVG that is readable on light and on dark ground. */
export function plotSvg(lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const x = scale(range(points.map(({ words }) => words)), PLOT.left, PLOT.right);
  const y = scale(
    range(
      points.map(({ ms }) => ms),
      true,
    ),
    PLOT.bottom,
    PLOT.top,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Median CPU of a question against words in the corpus">`,
    STYLE,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text class="title" x="${PLOT.left}" y="24">CPU of a question, median, against words in the corpus</text>`,
    ...y.ticks.map((ms) => horizontal(ms, y.at(ms))),
    ...[...new Set(points.map(({ words }) => words))].map((words) => vertical(words, x.at(words))),
    ...lines.map(({ ours, points: line }) => drawn(ours, line, x.at, y.at)),
    ...labels(lines, x.at, y.at),
    "</svg>\n",
  ].join("\n");
}

const STYLE = `<style>
  .ground { fill: #ffffff } .grid { stroke: #d8dce1 }
  text { font: 12px system-ui, sans-serif; fill: #454c55 } .title { font-size: 14px; font-weight: 600; fill: #1d2228 }
  .line { fill: none; stroke: #74808d; stroke-width: 1.5 } .dot { fill: #74808d } .lead { stroke: #aab2bb }
  .ours.line { stroke: #b3261e; stroke-width: 2.5 } .ours.dot { fill: #b3261e } text.ours { fill: #b3261e; font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 } .grid { stroke: #2b323b } text { fill: #b5bfca } .title { fill: #e8edf2 }
    .line { stroke: #7d8996 } .dot { fill: #7d8996 } .lead { stroke: #4a535d }
    .ours.line { stroke: #ff8a80 } .ours.dot { fill: #ff8a80 } text.ours { fill: #ff8a80 }
  }
</style>`;

interface Scale {
  at(value: number): number;
  ticks: number[];
}

/** Powers of ten between two ends of the drawing. */
function scale({ low, high }: { low: number; high: number }, from: number, to: number): Scale {
  const [first, last] = [Math.log10(low), Math.log10(high)];
  const at = (value: number) => from + ((Math.log10(value) - first) / (last - first)) * (to - from);
  const powers = Array.from(
    { length: Math.floor(last) - Math.ceil(first) + 1 },
    (_, step) => Math.ceil(first) + step,
  );
  return { at, ticks: powers.map((power) => 10 ** power) };
}

/** From the least to the greatest value with some room, or out to whole powers of ten. */
function range(values: readonly number[], whole = false): { low: number; high: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!whole) return { low: low / 1.15, high: high * 1.15 };
  return { low: 10 ** Math.floor(Math.log10(low)), high: 10 ** Math.ceil(Math.log10(high)) };
}

function horizontal(ms: number, y: number): string {
  const label = ms >= 1000 ? `${ms / 1000} s` : `${Number(ms.toPrecision(1))} ms`;
  return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}"/><text x="${PLOT.left - 8}" y="${(y + 4).toFixed(1)}" text-anchor="end">${label}</text>`;
}

/** A corpus: so many words, as two figures tell them. */
function vertical(words: number, x: number): string {
  const label = `${Number((words / 1e6).toPrecision(2))} million`;
  return `<line class="grid" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${PLOT.top}" y2="${PLOT.bottom}"/><text x="${x.toFixed(1)}" y="${PLOT.bottom + 20}" text-anchor="middle">${label} words</text>`;
}

type At = (value: number) => number;

function drawn(ours: boolean, line: Line["points"], x: At, y: At): string {
  const places = line.map(({ words, ms }) => [x(words).toFixed(1), y(ms).toFixed(1)] as const);
  const dots = places.map(
    ([cx, cy]) => `<circle class="${classOf("dot", ours)}" cx="${cx}" cy="${cy}" r="3"/>`,
  );
  return `<polyline class="${classOf("line", ours)}" points="${places.map((place) => place.join(",")).join(" ")}"/>${dots.join("")}`;
}

function classOf(name: string, ours: boolean): string {
  return ours ? `ours ${name}` : name;
}

/** A name beside the end of each line, moved down where it would cover another, with a thin line that leads to it. */
function labels(lines: readonly Line[], x: At, y: At): string[] {
  let lowest = Number.NEGATIVE_INFINITY;
  return lines
    .map(({ name, ours, points }) => ({ name, ours, end: points.at(-1) as Line["points"][number] }))
    .sort((a, b) => y(a.end.ms) - y(b.end.ms))
    .map(({ name, ours, end }) => {
      const at = Math.max(y(end.ms), lowest + LABEL_STEP);
      lowest = at;
      const lead = `<line class="lead" x1="${(x(end.words) + 5).toFixed(1)}" y1="${y(end.ms).toFixed(1)}" x2="${PLOT.right + 16}" y2="${at.toFixed(1)}"/>`;
      return `${lead}<text${ours ? ' class="ours"' : ""} x="${PLOT.right + 20}" y="${(at + 4).toFixed(1)}">${name}</text>`;
    });
}
