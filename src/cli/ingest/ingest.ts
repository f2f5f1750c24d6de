import { revisionOf } from "../../core/finding/revision.ts";
import type { Input, Place } from "./read-inputs.ts";
import { type PutOutcome, SinkUnusable, SourceRefused, type SourceSink } from "./sink.ts";

/** Of more refusals than these, the rest are only counted; of what was read and not sent too. */
export const REPORT_LIMITS = { refusalsMax: 1000, idsMax: 1_000_000 } as const;

export interface Refusal {
  place: Place;
  reason: string;
}

export type Counts = Record<PutOutcome | "refused", number>;

/** Why the work ended before the inputs did: the user said so, the sink takes nothing, or a source was refused and one was too many. */
export type Stop = { why: "interrupted" | "unusable" | "refused"; reason: string };

export interface Report {
  counts: Counts;
  refusals: Refusal[];
  stop: Stop | null;
  /** What was read and is not known to be in, in order of reading. */
  unsent: Place[];
  /** The last place that was read, or null when nothing was. */
  lastRead: Place | null;
}

export interface IngestOptions {
  concurrency: number;
  /** Ends with the first refusal. */
  failFast: boolean;
  interrupted: AbortSignal;
  /** Told after each input how many were dealt with, and how far the reading is. */
  onInput(counts: Counts, input: Input): void;
}

/**
 * Reads sources and puts them, up to `concurrency` at once, and reports what became of each.
 * What the sink has in the same revision is not sent. Of inputs with one id the first counts.
 * Nothing is thrown for a source that is refused or a sink that cannot be used.
 */
export async function ingest(
  inputs: AsyncIterable<Input>,
  sink: SourceSink,
  options: IngestOptions,
): Promise<Report> {
  const run = new Run(sink, options);
  const reading = inputs[Symbol.asyncIterator]();
  const work = async (): Promise<void> => {
    while (run.goesOn()) {
      const next = await reading.next();
      if (next.done) return;
      await run.take(next.value);
    }
  };
  if (await run.begin()) await Promise.all(Array.from({ length: options.concurrency }, work));
  await reading.return?.();
  return run.report;
}

class Run {
  readonly report: Report = {
    counts: { created: 0, replaced: 0, unchanged: 0, refused: 0 },
    refusals: [],
    stop: null,
    unsent: [],
    lastRead: null,
  };
  private readonly sink: SourceSink;
  private readonly options: IngestOptions;
  private readonly placeOfId = new Map<string, Place>();
  private known: ReadonlyMap<string, string> = new Map();

  constructor(sink: SourceSink, options: IngestOptions) {
    this.sink = sink;
    this.options = options;
  }

  /** Asks the sink what it has; false when it cannot be used. */
  async begin(): Promise<boolean> {
    try {
      this.known = await this.sink.known();
    } catch (error) {
      this.stopFor(error);
    }
    return this.goesOn();
  }

  goesOn(): boolean {
    if (this.options.interrupted.aborted) this.report.stop ??= { why: "interrupted", reason: "interrupted" };
    return this.report.stop === null;
  }

  /** Deals with one input. What comes after the end was read too early and is not sent. */
  async take(input: Input): Promise<void> {
    const { place, result } = input;
    this.report.lastRead = place;
    if (!this.goesOn()) {
      this.report.unsent.push(place);
      return;
    }
    if (!result.ok) this.refuse(place, result.problem);
    else if (this.isFirst(result.source.id, place)) await this.send(result.source, place);
    this.options.onInput(this.report.counts, input);
  }

  private isFirst(id: string, place: Place): boolean {
    const earlier = this.placeOfId.get(id);
    if (earlier !== undefined) {
      this.refuse(place, `it has the same id as ${nameOf(earlier)}: ${id}`);
      return false;
    }
    if (this.placeOfId.size >= REPORT_LIMITS.idsMax) {
      this.refuse(place, `there are more than ${REPORT_LIMITS.idsMax} sources in one run`);
      return false;
    }
    this.placeOfId.set(id, place);
    return true;
  }

  private async send(source: Parameters<SourceSink["put"]>[0], place: Place): Promise<void> {
    try {
      const revision = this.known.get(source.id);
      const same = revision !== undefined && revision === revisionOf(source);
      const outcome = same ? "unchanged" : await this.sink.put(source);
      this.report.counts[outcome] += 1;
    } catch (error) {
      if (error instanceof SourceRefused) this.refuse(place, error.message);
      else {
        this.report.unsent.push(place);
        this.stopFor(error);
      }
    }
  }

  private refuse(place: Place, reason: string): void {
    const { counts, refusals } = this.report;
    counts.refused += 1;
    if (refusals.length < REPORT_LIMITS.refusalsMax) refusals.push({ place, reason });
    if (this.options.failFast) this.report.stop ??= { why: "refused", reason: "a source was refused" };
  }

  private stopFor(error: unknown): void {
    if (!(error instanceof SinkUnusable)) throw error;
    if (this.goesOn()) this.report.stop = { why: "unusable", reason: error.message };
  }
}

/** A place as it is printed: the file, with the line where there is one. */
export function nameOf({ file, line }: Place): string {
  return line === null ? file : `${file} line ${line}`;
}
