import bytes from "../build/corpus.bin";
import { type AppOptions, createApp } from "./api/app.ts";
import type { Limiter } from "./api/rate-limits.ts";
import type { WritableCorpus } from "./corpus/corpus.ts";
import type { Database } from "./corpus/d1/database.ts";
import { keyStore } from "./corpus/d1/keys.ts";
import { embeddedCorpus, embeddedLibrary } from "./corpus/embedded.ts";
import { growingCorpus } from "./corpus/growing.ts";
import type { Message } from "./jobs/job.ts";
import { JOBS } from "./jobs/limits.ts";
import { type Surroundings, sweep, work } from "./jobs/service.ts";
import { keysOf } from "./jobs/signature.ts";
import { JobStore } from "./jobs/store.ts";

/** What wrangler.toml binds, and the secrets and settings that docs/deploy.md lists. Only ASSETS must be there. */
interface Bindings {
  ASSETS: { fetch(request: Request): Promise<Response> };
  DB?: Database;
  JOBS?: { send(message: Message, options?: { delaySeconds?: number }): Promise<unknown> };
  KEY_LIMIT?: Limiter;
  INSTALL_LIMIT?: Limiter;
  ADDRESS_LIMIT?: Limiter;
  /** "keys" where reading needs a key too. */
  READS?: string;
  /** Secrets of those who send drafts, apart by spaces; reports are signed with them too, unless CALLBACK_SECRETS says otherwise. */
  WEBHOOK_SECRETS?: string;
  CALLBACK_SECRETS?: string;
  GHOST_SECRET?: string;
  /** Where reports go on drafts that name no callback. */
  WEBHOOK_CALLBACK?: string;
  /** Origins that may be sent to although they are no public https: for development. */
  CALLBACK_ALLOW?: string;
  /** Hours for which a finished job can be read. */
  JOB_HOURS?: string;
}

interface Context {
  waitUntil(promise: Promise<unknown>): void;
}

interface Batch {
  messages: readonly { body: Message; ack(): void; retry(options?: { delaySeconds?: number }): void }[];
}

const log = (line: string) => console.log(line);

const embedded = embeddedLibrary(new Uint8Array(bytes));

/** Seconds until a message that could not be worked on comes again; the sweep finds what never does. */
const RETRY_SECONDS = 15;

/** What an isolate keeps from one request to the next: the corpus with what it has read in. */
let kept: { database: Database; corpus: WritableCorpus } | null = null;

function corpusOver(database: Database): WritableCorpus {
  if (kept?.database !== database) {
    kept = { database, corpus: growingCorpus(embedded, database) };
  }
  return kept.corpus;
}

const alone = embeddedCorpus(embedded);

type App = ReturnType<typeof createApp>;
const apps = new WeakMap<Bindings, App>();

function appOver(bindings: Bindings): App {
  const app = apps.get(bindings) ?? createApp(optionsFrom(bindings));
  apps.set(bindings, app);
  return app;
}

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    return appOver(bindings).fetch(request);
  },

  async queue(batch: Batch, bindings: Bindings): Promise<void> {
    const around = surroundings(bindings);
    // Side by side: a callback that hangs must not hold up the others' reports.
    await Promise.all(batch.messages.map((message) => workOn(message, around)));
  },

  async scheduled(_event: unknown, bindings: Bindings, _context: Context): Promise<void> {
    const around = surroundings(bindings);
    if (around !== null) await sweep(around);
  },
};

async function workOn(message: Batch["messages"][number], around: Surroundings | null): Promise<void> {
  try {
    if (around === null) throw new RangeError("there is no database");
    await work(message.body, around);
    message.ack();
  } catch (error) {
    log(JSON.stringify({ event: "queue.retry", error: error instanceof Error ? error.name : "unknown" }));
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

function optionsFrom(bindings: Bindings): AppOptions {
  const { DB: database } = bindings;
  const writable = database ? corpusOver(database) : null;
  const jobs = surroundings(bindings);
  return {
    corpus: writable ?? alone,
    writable,
    access: {
      keys: database ? keyStore(database) : null,
      reads: bindings.READS === "keys" ? "keys" : "open",
      limiters: {
        key: bindings.KEY_LIMIT ?? null,
        install: bindings.INSTALL_LIMIT ?? null,
        address: bindings.ADDRESS_LIMIT ?? null,
      },
    },
    jobs,
    webhooks: jobs && {
      around: jobs,
      keys: keysIn("WEBHOOK_SECRETS", bindings.WEBHOOK_SECRETS),
      ghostSecret: bindings.GHOST_SECRET || null,
      callback: bindings.WEBHOOK_CALLBACK || null,
    },
    assets: (wanted) => bindings.ASSETS.fetch(wanted),
    log,
  };
}

function surroundings(bindings: Bindings): Surroundings | null {
  const { DB: database, JOBS: queue } = bindings;
  if (!database) return null;
  return {
    store: new JobStore(database),
    corpus: corpusOver(database),
    sender: {
      fetch: (request) => fetch(request),
      keys: keysIn("CALLBACK_SECRETS", bindings.CALLBACK_SECRETS || bindings.WEBHOOK_SECRETS),
      allowedOrigins: (bindings.CALLBACK_ALLOW ?? "").split(/\s+/u).filter((origin) => origin !== ""),
      timeoutMs: JOBS.deliveryTimeoutMs,
      nowMs: () => Date.now(),
    },
    enqueue: async (message, delaySeconds) => {
      if (!queue) throw new RangeError("there is no queue");
      await queue.send(message, { delaySeconds });
    },
    keptMs: keptHours(bindings.JOB_HOURS) * 60 * 60 * 1000,
    newId: () => crypto.randomUUID(),
    log: (line) => log(JSON.stringify(line)),
  };
}

/** The keys of a setting. One that is wrong is told to the operator and holds none: then no signature holds, and checks go on. */
function keysIn(name: string, secrets: string | undefined): Uint8Array[] {
  try {
    return keysOf(secrets ?? "");
  } catch (error) {
    complain(name, error instanceof Error ? error.message : "unreadable");
    return [];
  }
}

function keptHours(given: string | undefined): number {
  const hours = Number(given || JOBS.keptHoursDefault);
  if (hours >= JOBS.keptHoursMin && hours <= JOBS.keptHoursMax) return hours;
  complain("JOB_HOURS", `not a number from ${JOBS.keptHoursMin} to ${JOBS.keptHoursMax}`);
  return JOBS.keptHoursDefault;
}

function complain(setting: string, fault: string): void {
  log(JSON.stringify({ event: "setting.wrong", setting, fault }));
}
