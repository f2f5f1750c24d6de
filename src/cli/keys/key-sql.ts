import { isApiKeyId, isApiKeyName, type KeyScope } from "../../corpus/api-key.ts";

/** Of more keys than these the newest are listed. */
export const LISTED_MAX = 1000;

export interface NewKeyRow {
  id: string;
  name: string;
  /** SHA-256 of the whole key, in hex. */
  hash: string;
  scopes: readonly KeyScope[];
  /** RFC 3339, in UTC. */
  createdAt: string;
}

/** The statement that stores a new key. Throws RangeError for a row that nobody has looked at. */
export function insertSql({ id, name, hash, scopes, createdAt }: NewKeyRow): string {
  if (!isApiKeyId(id) || !isApiKeyName(name) || !/^[0-9a-f]{64}$/.test(hash)) {
    throw new RangeError("not the row of a key");
  }
  const values = [id, name, hash, scopes.join(","), createdAt].map(quoted).join(", ");
  return `INSERT INTO api_keys (id, name, hash, scopes, created_at) VALUES (${values})`;
}

/** The statement that lists keys, newest first; hashes are left where they are. */
export function listSql(): string {
  return `SELECT id, name, scopes, created_at, revoked_at FROM api_keys ORDER BY created_at DESC, id LIMIT ${LISTED_MAX}`;
}

/** The statement that revokes a key and gives its row, or none when no key in use has this id. Throws RangeError for what is no id. */
export function revokeSql(id: string, revokedAt: string): string {
  if (!isApiKeyId(id)) throw new RangeError("not the id of a key");
  return `UPDATE api_keys SET revoked_at = ${quoted(revokedAt)} WHERE id = ${quoted(id)} AND revoked_at IS NULL RETURNING id, name`;
}

/** A value between single quotes, which in SQL is whole: only the quote itself needs care. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
