import { quantile } from "../eval/scoring/statistics.ts";
import { growthOf } from "./memory.ts";
import { shown, tableOf } from "./script.ts";

/** By what share the Worker's memory may grow from the first third of a run to the last. */
const GROWTH_MAX = 0.3;

/** What came of a run. */
export interface Loaded {
  seconds: number;
  routes: { name: string; timesMs: number[]; statuses: Record<string, number> }[];
  connectionErrors: number;
  timeouts: number;
  /** MiB that the Worker's process held, every five seconds. */
  memory: number[];
  /** Jobs that were taken; of these, those whose report came; reports that came once more; reports with a wrong signature. */
  accepted: number;
  arrived: number;
  again: number;
  unsigned: number;
  /** How long the last reports took after the end. */
  waitedMs: number;
}

/** What must not be, each in words; none where all is well. Every request is valid, so that a status of 400 or above is a fault. */
export function faultsOf(loaded: Loaded): string[] {
  const { routes, connectionErrors, timeouts, memory, accepted, arrived, unsigned } = loaded;
  const refused = routes.flatMap(({ name, statuses }) =>
    Object.entries(statuses).flatMap(([status, count]) =>
      Number(status) >= 400 ? [`${name}: ${count} answers with ${status}`] : [],
    ),
  );
  const silent = routes.filter(({ timesMs }) => timesMs.length === 0).map(({ name }) => `${name}: no answer`);
  const { growth } = growthOf(memory);
  return [
    ...refused,
    ...silent,
    ...(connectionErrors > 0 ? [`${connectionErrors} connections broke`] : []),
    ...(timeouts > 0 ? [`${timeouts} answers did not come in time`] : []),
    ...(arrived < accepted ? [`${accepted - arrived} reports did not arrive`] : []),
    ...(unsigned > 0 ? [`${unsigned} reports had a wrong signature`] : []),
    ...(growth > GROWTH_MAX ? [`the Worker's memory grew by ${Math.round(growth * 100)} %`] : []),
  ];
}

/** The figures as plain text. It ends with a line break. */
export function loadReport(loaded: Loaded): string {
  const { seconds, routes, memory, accepted, arrived, again, waitedMs, connectionErrors, timeouts } = loaded;
  const rows = [...routes, allOf(routes)].map(({ name, timesMs, statuses }) => [
    name,
    String(timesMs.length),
    shown(timesMs.length / seconds),
    shown(quantile(timesMs, 0.5)),
    shown(quantile(timesMs, 0.99)),
    Object.entries(statuses)
      .map(([status, count]) => `${status} × ${count}`)
      .join(", "),
  ]);
  const { first, last, growth } = growthOf(memory);
  const faults = faultsOf(loaded);
  return [
    `${tableOf(["route", "requests", "a second", "p50 ms", "p99 ms", "statuses"], rows)}`,
    `Connections broken: ${connectionErrors}; answers not in time: ${timeouts}.`,
    `Reports: ${arrived} of ${accepted} arrived, the last ${shown(waitedMs / 1000)} s after the end; ${again} came once more.`,
    `Memory, MiB: ${memory.map(Math.round).join(" ")}; first third ${shown(first)}, last third ${shown(last)} (${growth >= 0 ? "+" : ""}${Math.round(growth * 100)} %).`,
    faults.length === 0 ? "Nothing failed." : faults.map((fault) => `FAILED: ${fault}`).join("\n"),
    "",
  ].join("\n");
}

function allOf(routes: Loaded["routes"]): Loaded["routes"][number] {
  const statuses: Record<string, number> = {};
  for (const route of routes)
    for (const [status, count] of Object.entries(route.statuses))
      statuses[status] = (statuses[status] ?? 0) + count;
  return { name: "all", timesMs: routes.flatMap(({ timesMs }) => timesMs), statuses };
}
