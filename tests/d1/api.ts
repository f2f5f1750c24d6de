import { env } from "cloudflare:workers";
import { type AppOptions, createApp } from "../../src/api/app.ts";
import { NO_LIMITERS } from "../../src/api/rate-limits.ts";
import { keyStore, type Scope } from "../../src/corpus/d1/keys.ts";
import { HARBOUR } from "../sources.ts";
import { AT, emptyDatabase, growingOver } from "./database.ts";

export interface Api {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON, with the key of this scope or without one. */
  send(method: string, path: string, body?: unknown, scope?: Scope | null): Promise<Response>;
}

/** The tokens whose hashes the database of `apiOver` has. */
export const TOKENS: Record<Scope, string> = { read: "vb_reader", write: "vb_writer", admin: "vb_admin" };

/** The whole app over an empty database, one embedded source and a key of each scope. */
export async function apiOver(options: Partial<AppOptions> & { reads?: "open" | "keys" } = {}): Promise<Api> {
  const database = await emptyDatabase();
  for (const [scope, token] of Object.entries(TOKENS)) await addKey(scope, token);
  const corpus = growingOver([HARBOUR], database);
  const { reads = "open", ...rest } = options;
  const app = createApp({
    corpus,
    writable: corpus,
    access: { keys: keyStore(database), reads, limiters: NO_LIMITERS },
    nowMs: () => Date.parse(AT),
    ...rest,
  });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`https://verbatim.test${path}`, init);
  return {
    ask,
    send: (method, path, body, scope = null) =>
      ask(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...(scope === null ? {} : { Authorization: `Bearer ${TOKENS[scope]}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

async function addKey(scope: string, token: string): Promise<void> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const insert = env.DB.prepare(
    "INSERT INTO api_keys (id, name, hash, scopes, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
  );
  await env.DB.batch([insert.bind(`key-${scope}`, `a key to ${scope}`, hex, scope, AT)]);
}

export async function revoke(scope: Scope): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE api_keys SET revoked_at = ?1 WHERE id = ?2").bind(AT, `key-${scope}`),
  ]);
}
