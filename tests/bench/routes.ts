import type { Planned, Prepared } from "autocannon";
import { Webhook } from "standardwebhooks";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { draftFrom, htmlOf, unquoted } from "./drafts.ts";
import { contentWord, oneChanged, wordsFrom } from "./questions.ts";
import { shuffled } from "./texts.ts";

/** What the requests are made of. */
export interface Material {
  /** Sources that are there. */
  sources: readonly SourceInput[];
  /** Texts of the same kind: some are put in, quotes of the others are absent. */
  others: readonly SourceInput[];
  key: string;
  secret: string;
  callback: string;
}

/** One kind of request: how often it stands in a round, and what is sent each time. */
export interface Route {
  name: string;
  weight: number;
  next(): Partial<Prepared>;
  /** Looks at an answer. */
  answered?(status: number, body: string, headers: Record<string, string>): void;
}

/** What came of a route's requests. */
export interface Tally {
  timesMs: number[];
  statuses: Map<number, number>;
}

const DRAFT_WORDS = 3000;
const DRAFT_QUOTATIONS = 15;
/** Drafts and sources are made before, so that making them takes no time from the Worker. */
const DRAFTS = 20;
const PUT_IDS = 50;

/** Every kind of request. `accepted` is told each job that was taken. */
export function routesOver(
  material: Material,
  accepted: (job: string) => void,
  random: () => number,
): Route[] {
  const { sources, others } = material;
  const words = (count: number) => wordsFrom(sources, count, random).words;
  const altered = () => oneChanged(words(18), () => contentWord(others, random), random);
  const absent = () => wordsFrom(others, 16, random).words;
  const check = (name: string, weight: number, quote: () => string[]): Route => ({
    name: `POST /v1/check, ${name}`,
    weight,
    next: () => posted("/v1/check", { quote: quote().join(" ") }),
  });
  return [
    check("accurate", 4, () => words(18)),
    check("altered", 3, altered),
    check("absent", 2, absent),
    ...Array.from({ length: 3 }, () => cachedCheck(words(12))),
    {
      name: "POST /v1/check/batch of 10",
      weight: 1,
      next: () =>
        posted("/v1/check/batch", {
          checks: Array.from({ length: 10 }, () => ({ quote: words(14).join(" ") })),
        }),
    },
    draftCheck(material, random),
    sourcePut(material, random),
    { name: "GET /v1/sources", weight: 2, next: () => ({ method: "GET", path: "/v1/sources?limit=50" }) },
    { name: "GET /health", weight: 2, next: () => ({ method: "GET", path: "/health" }) },
    webhook(material, accepted, random),
  ];
}

/** A check by GET that sends the tag of the answer before: changed sources change it, and then a new one comes. */
function cachedCheck(quote: readonly string[]): Route {
  let etag = '""';
  return {
    name: "GET /v1/check, If-None-Match",
    weight: 1,
    next: () => ({
      method: "GET",
      path: `/v1/check?quote=${encodeURIComponent(quote.join(" "))}`,
      headers: { "If-None-Match": etag },
    }),
    answered: (_status, _body, headers) => {
      etag = headers.ETag ?? headers.etag ?? etag;
    },
  };
}

function draftCheck({ sources, others }: Material, random: () => number): Route {
  const drafts = Array.from({ length: DRAFTS }, () =>
    draftOver(sources, others, DRAFT_QUOTATIONS, DRAFT_WORDS, random),
  );
  return {
    name: "POST /v1/check/article, 3,000 words",
    weight: 1,
    next: () => posted("/v1/check/article", { text: oneOf(drafts, random) }),
  };
}

function sourcePut({ others, key }: Material, random: () => number): Route {
  return {
    name: "PUT /v1/sources/{id}",
    weight: 1,
    next: () => {
      const { text } = oneOf(others, random);
      const id = `load-${Math.floor(random() * PUT_IDS)}`;
      const { headers, body } = posted("", { title: `Source ${id}`, kind: "article", text });
      return {
        method: "PUT",
        path: `/v1/sources/${id}`,
        headers: { ...headers, Authorization: `Bearer ${key}` },
        body,
      };
    },
  };
}

function webhook(
  { sources, others, secret, callback }: Material,
  accepted: (job: string) => void,
  random: () => number,
): Route {
  const drafts = Array.from({ length: DRAFTS }, () => htmlOf(draftOver(sources, others, 4, 400, random)));
  const signer = new Webhook(secret);
  let sent = 0;
  return {
    name: "POST /v1/webhooks/article, signed",
    weight: 1,
    next: () => {
      const id = `load-${++sent}`;
      const now = new Date();
      const data = { id, html: oneOf(drafts, random), callback };
      const body = JSON.stringify({ type: "article.submitted", timestamp: now.toISOString(), data });
      const headers = {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": `${Math.floor(now.getTime() / 1000)}`,
        "webhook-signature": signer.sign(id, now, body),
      };
      return { method: "POST", path: "/v1/webhooks/article", headers, body };
    },
    answered: (status, body) => {
      if (status === 202) accepted((JSON.parse(body) as { job: string }).job);
    },
  };
}

/** A draft whose quotations stand in the sources, but for every fifth, which stands in the others. */
function draftOver(
  sources: readonly SourceInput[],
  others: readonly SourceInput[],
  quotations: number,
  words: number,
  random: () => number,
): string {
  const quoted = Array.from({ length: quotations }, (_, index) => ({
    words: wordsFrom(index % 5 === 4 ? others : sources, 16, random).words,
    speaker: "Ada Marlowe",
  }));
  const prose = Array.from({ length: Math.ceil(words / 900) }, () => oneOf(others, random).text).join(" ");
  return draftFrom(quoted, unquoted(prose), words);
}

/** The requests of one connection, in an order of its own, timed and counted into `tallies` by route. */
export function plannedFrom(
  routes: readonly Route[],
  tallies: Map<string, Tally>,
  random: () => number,
): Planned[] {
  const round = shuffled(
    routes.flatMap((route) => Array.from({ length: route.weight }, () => route)),
    random,
  );
  return round.map(({ name, next, answered }) => {
    let sentMs = 0;
    return {
      setupRequest: (request) => {
        sentMs = performance.now();
        return { ...request, ...next() };
      },
      onResponse: (status, body, _context, headers) => {
        const tally = tallies.get(name) ?? { timesMs: [], statuses: new Map<number, number>() };
        tallies.set(name, tally);
        tally.timesMs.push(performance.now() - sentMs);
        tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
        answered?.(status, body, headers);
      },
    };
  });
}

function posted(
  path: string,
  value: unknown,
): { method: string; path: string; headers: Record<string, string>; body: string } {
  return {
    method: "POST",
    path,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(value),
  };
}

function oneOf<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)] as Value;
}
