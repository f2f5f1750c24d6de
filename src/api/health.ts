import type { Context } from "hono";
import { ENGINE_VERSION } from "../core/version.ts";
import type { Corpus, WritableCorpus } from "../corpus/corpus.ts";
import type { AppEnv, Route } from "./route.ts";

/** Milliseconds from which a database that answers is called slow: a check asks it two or three times. */
const SLOW_MS = 500;

/** How the database is: "none" where there is none, "behind" where its migrations were not applied. */
export type DatabaseHealth = "ok" | "slow" | "behind" | "unreachable" | "none";

/** Whether the service can answer, and with which engine and corpus. Degraded, it answers over a part of the corpus, or slowly. */
export function healthRoutes(
  corpus: Corpus,
  writable: WritableCorpus | null,
  now: () => number,
): readonly Route[] {
  const health = async (c: Context<AppEnv>): Promise<Response> => {
    const database = await databaseHealth(writable, now);
    const status = database === "ok" || database === "none" ? "ok" : "degraded";
    return c.json({ status, engine: ENGINE_VERSION, corpus: await corpus.summary(), database });
  };
  return [{ path: "/health", GET: { need: "public", handle: health } }];
}

async function databaseHealth(writable: WritableCorpus | null, now: () => number): Promise<DatabaseHealth> {
  if (writable === null) return "none";
  const started = now();
  const state = await writable.probe();
  return state === "ok" && now() - started > SLOW_MS ? "slow" : state;
}
