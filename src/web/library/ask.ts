import type { Match, SourceSpeaker, SourceSummary, SpeakerKind } from "../../core/answer.ts";
import type { Span } from "../../core/text/span.ts";
import { isRecord, type Outcome, request } from "../../view/endpoint.ts";
import { endpoint } from "../key.ts";

/** What the endpoint tells of its sources and of who speaks in them. */

export interface SourcePage {
  sources: SourceSummary[];
  cursor: string | null;
}

export interface Utterance extends Span {
  /** 1 for what stands within another. */
  depth: number;
  speaker: SourceSpeaker | null;
}

export interface SourceQuotations {
  source: Pick<SourceSummary, "id" | "title" | "revision">;
  quotations: Utterance[];
  /** True where the source has more than are listed. */
  more: boolean;
}

export interface SpeakerEntry {
  id: string;
  name: string;
  kind: SpeakerKind;
  role: string | null;
  quotations: number;
  sources: number;
  /** Older endpoints have neither. */
  aliases?: string[];
  mayBe?: string[];
}

/** A quotation of a speaker; `cut` is true where its text ends before `end`. */
export interface Spoken extends Span {
  text: string;
  cut: boolean;
  speaker: SourceSpeaker | null;
  source: Match["source"];
}

export interface SpokenPage {
  speaker: SpeakerEntry;
  quotations: Spoken[];
  cursor: string | null;
  /** False where a part of the sources could not be looked through; older endpoints do not say. */
  complete?: boolean;
}

export interface SpeakerList {
  speakers: SpeakerEntry[];
  complete?: boolean;
}

/** A page that fills a screen or two. */
export const PAGE_ITEMS = 30;

type Asked<Value> = Promise<Outcome<Value> | null>;

export function askSources(q: string, cursor: string | null, signal: AbortSignal): Asked<SourcePage> {
  return request(endpoint(), `/v1/sources?${query({ q, cursor })}`, isSourcePage, { signal });
}

export function askSpeakers(q: string, signal: AbortSignal): Asked<SpeakerList> {
  return request(endpoint(), `/v1/speakers?${query({ q, cursor: null })}`, isSpeakerList, { signal });
}

export function askSpoken(id: string, cursor: string | null, signal: AbortSignal): Asked<SpokenPage> {
  const path = `/v1/speakers/${encodeURIComponent(id)}/quotations?${query({ q: "", cursor })}`;
  return request(endpoint(), path, isSpokenPage, { signal });
}

export function askQuotations(id: string, signal: AbortSignal): Asked<SourceQuotations> {
  return request(endpoint(), `/v1/sources/${encodeURIComponent(id)}/quotations`, isQuotations, { signal });
}

function query({ q, cursor }: { q: string; cursor: string | null }): URLSearchParams {
  const asked = new URLSearchParams({ limit: String(PAGE_ITEMS) });
  if (q.trim() !== "") asked.set("q", q);
  if (cursor !== null) asked.set("cursor", cursor);
  return asked;
}

function isSourcePage(body: unknown): body is SourcePage {
  return isRecord(body) && Array.isArray(body.sources);
}

function isSpeakerList(body: unknown): body is SpeakerList {
  return isRecord(body) && Array.isArray(body.speakers);
}

function isSpokenPage(body: unknown): body is SpokenPage {
  return isRecord(body) && isRecord(body.speaker) && Array.isArray(body.quotations);
}

function isQuotations(body: unknown): body is SourceQuotations {
  return isRecord(body) && isRecord(body.source) && Array.isArray(body.quotations);
}
