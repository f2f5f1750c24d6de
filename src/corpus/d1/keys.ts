import { hashOfApiKey, KEY_SCOPES, type KeyScope } from "../api-key.ts";
import { type Database, query, runAll } from "./database.ts";

/** What a key can be for. `admin` includes the others, `write` includes `read`. */
export type Scope = KeyScope;

/** Who a key stands for. */
export interface Key {
  id: string;
  /** All that it may do, what its scopes include among them. */
  scopes: readonly Scope[];
}

export interface KeyStore {
  /** The key of this token, or null for one that is unknown or revoked. Throws CorpusUnavailable where the database cannot be reached. */
  find(token: string): Promise<Key | null>;
}

const INCLUDED: Record<Scope, readonly Scope[]> = {
  read: ["read"],
  write: ["read", "write"],
  admin: ["read", "write", "admin"],
};

/** Keys in a D1 database, which knows their hashes only. Nothing is remembered: a revoked key is refused at once. */
export function keyStore(database: Database): KeyStore {
  return {
    find: async (token) => {
      const [rows] = await runAll(database, [
        query(
          "SELECT id, scopes FROM api_keys WHERE hash = ?1 AND revoked_at IS NULL",
          await hashOfApiKey(token),
        ),
      ]);
      const [row] = rows as { id: string; scopes: string }[];
      return row ? { id: row.id, scopes: scopesOf(row.scopes) } : null;
    },
  };
}

function scopesOf(list: string): Scope[] {
  const given = list.split(",");
  return [
    ...new Set(KEY_SCOPES.filter((scope) => given.includes(scope)).flatMap((scope) => INCLUDED[scope])),
  ];
}
