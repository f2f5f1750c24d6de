import type { SourceInput } from "../../core/reading/source.ts";

export type PutOutcome = "created" | "replaced" | "unchanged";

/** Where sources are put: an endpoint, or whatever else holds them. */
export interface SourceSink {
  /** The revision of each source that is there already, by id. Throws SinkUnusable. Called once, before any put. */
  known(): Promise<ReadonlyMap<string, string>>;
  /** Puts one source. Throws SourceRefused when it takes others but not this one, SinkUnusable when it takes none. */
  put(source: SourceInput): Promise<PutOutcome>;
}

/** This source is not taken; the message says why, and never holds its text. */
export class SourceRefused extends Error {
  override readonly name = "SourceRefused";
}

/** Nothing is taken any more: the message says why. */
export class SinkUnusable extends Error {
  override readonly name = "SinkUnusable";
}

/** For trying out what would be sent: has nothing, and takes everything without keeping it. */
export const DRY_SINK: SourceSink = {
  known: async () => new Map(),
  put: async () => "created",
};
