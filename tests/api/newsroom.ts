import { createHash } from "node:crypto";
import { Webhook } from "standardwebhooks";
import type { Access } from "../../src/api/access.ts";
import { createApp } from "../../src/api/app.ts";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { openLibrary } from "../../src/core/finding/library.ts";
import { keyStore } from "../../src/corpus/d1/keys.ts";
import { growingCorpus } from "../../src/corpus/growing.ts";
import { JOBS } from "../../src/jobs/limits.ts";
import { type Surroundings, work } from "../../src/jobs/service.ts";
import { keysOf } from "../../src/jobs/signature.ts";
import { JobStore } from "../../src/jobs/store.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { sqliteDatabase } from "../sqlite-database.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const NOW_MS = Date.parse("2026-11-24T12:00:00Z");

export const FERRY = {
  title: "Ferry",
  kind: "article",
  text: "“The ferry will sail again,” said Captain Brandt.",
};
export const DRAFT_TEXT = `“${HARBOUR_QUOTE.replace("will", "may")},” said Ada Marlowe.`;
export const DRAFT_HTML = `<p>${DRAFT_TEXT}</p>`;

/** The whole app in Node, over SQLite: keys of every scope, jobs that are worked on when asked for. */
export async function openNewsroom() {
  const database = sqliteDatabase();
  for (const [scope, token] of [
    ["read", "vb_reader"],
    ["write", "vb_writer"],
    ["admin", "vb_admin"],
  ] as const) {
    const hash = createHash("sha256").update(token).digest("hex");
    const insert = database.prepare(
      "INSERT INTO api_keys VALUES (?1, ?1, ?2, ?3, '2026-11-24T12:00:00Z', NULL)",
    );
    await database.batch([insert.bind(scope, hash, scope)]);
  }
  const corpus = growingCorpus(() => openLibrary(buildLibrary([HARBOUR])), database);
  const limited = { limit: async ({ key }: { key: string }) => ({ success: key !== "limited-install" }) };
  const access: Access = {
    keys: keyStore(database),
    reads: "open",
    limiters: { key: null, install: limited, address: null },
  };
  let ids = 0;
  const around: Surroundings = {
    store: new JobStore(database),
    corpus,
    sender: {
      fetch: async () => new Response("", { status: 410 }),
      keys: keysOf(SECRET),
      allowedOrigins: [],
      timeoutMs: 1000,
      nowMs: () => NOW_MS,
    },
    enqueue: async () => {},
    keptMs: JOBS.keptHoursDefault * 3_600_000,
    newId: () => `id-${++ids}`,
    log: () => {},
  };
  const webhooks = { around, keys: keysOf(SECRET), ghostSecret: "typed into Ghost", callback: null };
  const app = createApp({ corpus, writable: corpus, access, jobs: around, webhooks, nowMs: () => NOW_MS });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`https://verbatim.test${path}`, init);
  const json = (method: string, path: string, token: string, body?: unknown) =>
    ask(path, {
      method,
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signed = (path: string, id: string, body: string, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": `${NOW_MS / 1000}`,
        "webhook-signature": new Webhook(SECRET).sign(id, new Date(NOW_MS), body),
        ...headers,
      },
      body,
    });
  const submit = (id: string, html: string) =>
    signed(
      "/v1/webhooks/article",
      id,
      JSON.stringify({
        type: "article.submitted",
        timestamp: "2026-11-24T12:00:00Z",
        data: { id: "a1", html, callback: "https://cms.example.org/hook" },
      }),
    );
  /** A job whose report went nowhere: its callback answers 410. */
  const deadJob = async (id: string): Promise<string> => {
    const { job } = await (await submit(id, DRAFT_HTML)).json();
    await work({ kind: "check", job }, around);
    return job;
  };
  return {
    access,
    ask,
    signed,
    submit,
    nowMs: NOW_MS,
    put: (id: string, body: unknown, token = "vb_writer") => json("PUT", `/v1/sources/${id}`, token, body),
    remove: (id: string) => json("DELETE", `/v1/sources/${id}`, "vb_writer"),
    admin: (method: string, path: string) => json(method, path, "vb_admin"),
    job: async (status: "queued" | "done") => {
      const id =
        status === "done"
          ? await deadJob("msg_done")
          : (await (await submit("msg_2", DRAFT_HTML)).json()).job;
      return ask(`/v1/jobs/${id}`);
    },
    /** A job as it is once it was worked on. */
    report: async (job: string) => {
      await work({ kind: "check", job }, around);
      return (await ask(`/v1/jobs/${job}`)).json();
    },
    redeliver: async () => json("POST", `/v1/jobs/${await deadJob("msg_dead")}/redeliver`, "vb_admin"),
  };
}
