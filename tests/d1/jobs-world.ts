import { Webhook } from "standardwebhooks";
import { createApp } from "../../src/api/app.ts";
import type { Corpus } from "../../src/corpus/corpus.ts";
import type { Database } from "../../src/corpus/d1/database.ts";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import type { Job, Message } from "../../src/jobs/job.ts";
import { type Surroundings, sweep, work } from "../../src/jobs/service.ts";
import { keysOf } from "../../src/jobs/signature.ts";
import { JobStore } from "../../src/jobs/store.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { emptyDatabase } from "./database.ts";

export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const CALLBACK = "https://cms.example.org/verbatim";
export const DRAFT = `<p>Ada Marlowe said: &ldquo;${HARBOUR_QUOTE}.&rdquo;</p>`;

const corpus = memoryCorpus([HARBOUR]);
const START_MS = Date.parse("2026-11-24T12:00:00Z");

/** What a Worker does that has been killed: nothing any more. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** Lets a Worker do so many things with the outside, then kills it, before or after the last of them took effect. */
export interface Kill {
  step: number;
  when: "before" | "after";
}

/** A message as the CMS's end got it. */
export interface Received {
  id: string;
  type: string;
  data: { id: string; job: string; status: string; report: unknown };
}

/** The platform around the Worker: a real database, a queue, a clock, a CMS that listens. */
export class World {
  readonly queue: Message[] = [];
  readonly received: Received[] = [];
  readonly logged: string[] = [];
  /** How the CMS answers; a throw is a connection that fails. */
  answer: (request: Request) => Promise<Response> = async () => new Response("ok");
  corpus: Corpus = corpus;
  nowMs = START_MS;
  #ids = 0;
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  static async open(): Promise<World> {
    return new World(await emptyDatabase());
  }

  /** A Worker in this world, to be killed at some point or not at all. */
  worker(kill: Kill | null = null): { around: Surroundings; steps: () => number } {
    let steps = 0;
    let dead = false;
    const step = async <Value>(run: () => Promise<Value>): Promise<Value> => {
      if (dead) throw new Killed();
      const last = kill !== null && ++steps === kill.step;
      if (kill === null) steps++;
      if (last) dead = true;
      if (last && kill.when === "before") throw new Killed();
      const value = await run();
      if (dead) throw new Killed();
      return value;
    };
    const database: Database = {
      prepare: (sql) => this.database.prepare(sql),
      batch: <Row>(statements: Parameters<Database["batch"]>[0]) =>
        step(() => this.database.batch<Row>(statements)),
    };
    const around: Surroundings = {
      store: new JobStore(database),
      corpus: this.corpus,
      sender: {
        fetch: (request) => step(() => this.#listen(request)),
        keys: keysOf(SECRET),
        allowedOrigins: [],
        timeoutMs: 200,
        nowMs: () => this.nowMs,
      },
      enqueue: (message) => step(async () => void this.queue.push(message)),
      keptMs: 7 * 24 * 60 * 60 * 1000,
      newId: () => `00000000-job-${++this.#ids}`,
      log: (line) => this.logged.push(JSON.stringify(line)),
    };
    return { around, steps: () => steps };
  }

  async #listen(request: Request): Promise<Response> {
    const body = await request.clone().text();
    const response = await this.answer(request);
    const headers = Object.fromEntries(request.headers);
    const { type, data } = JSON.parse(body);
    // The reference library refuses what is not signed, or signed at another time than the machine's own.
    const oracle = new Webhook(SECRET);
    const signed = oracle.sign(headers["webhook-id"] ?? "", new Date(this.nowMs), body);
    if (signed !== headers["webhook-signature"]) throw new TypeError("the signature does not hold");
    this.received.push({ id: headers["webhook-id"] ?? "", type, data });
    return response;
  }

  /** Sends a draft in as a CMS does, signed by the reference library. */
  async send(
    fields: { id?: string; body?: string; headers?: Record<string, string>; around?: Surroundings } = {},
  ): Promise<Response> {
    const { id = "msg_1", body = draftBody(), headers = {}, around = this.worker().around } = fields;
    const time = new Date(this.nowMs);
    const app = createApp({
      corpus: around.corpus,
      jobs: around,
      webhooks: { around, keys: keysOf(SECRET), ghostSecret: "a secret typed into Ghost", callback: null },
      nowMs: () => this.nowMs,
    });
    return app.request("https://verbatim.test/v1/webhooks/article", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": `${Math.floor(time.getTime() / 1000)}`,
        "webhook-signature": new Webhook(SECRET).sign(id, time, body),
        ...headers,
      },
      body,
    });
  }

  /** Works on what the queue holds, once each, with this Worker; what fails is put back. */
  async drain(around: Surroundings = this.worker().around): Promise<void> {
    for (const message of this.queue.splice(0)) {
      await work(message, around).catch(() => this.queue.push(message));
    }
  }

  /** Lets time pass, with the sweep every minute for the first ten and then every hour, until nothing is left to do. */
  async settle(hours = 80): Promise<void> {
    const steps = [
      ...Array.from({ length: 10 }, () => 60_000),
      ...Array.from({ length: hours }, () => 3_600_000),
    ];
    for (const ms of steps) {
      this.nowMs += ms;
      const { around } = this.worker();
      await sweep(around);
      for (let round = 0; round < 3 && this.queue.length > 0; round++) await this.drain(this.worker().around);
      if (this.queue.length === 0 && (await this.#isQuiet())) return;
    }
  }

  async #isQuiet(): Promise<boolean> {
    const [open] = await this.rows<{ open: number }>(
      "SELECT (SELECT count(*) FROM jobs WHERE status = 'queued') + (SELECT count(*) FROM deliveries WHERE status = 'pending') AS open",
    );
    return open?.open === 0;
  }

  async rows<Row>(sql: string): Promise<Row[]> {
    const [result] = await this.database.batch<Row>([this.database.prepare(sql)]);
    return result?.results ?? [];
  }

  async job(id: string): Promise<Job | null> {
    return new JobStore(this.database).read(id);
  }
}

/** A draft as it is sent in. */
export function draftBody(data: Record<string, unknown> = {}): string {
  return JSON.stringify({
    type: "article.submitted",
    timestamp: "2026-11-24T12:00:00Z",
    data: { id: "article-7", html: DRAFT, callback: CALLBACK, ...data },
  });
}
