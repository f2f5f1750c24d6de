/** The table of keys as the database's migration makes it. */
export const API_KEYS_TABLE =
  "CREATE TABLE api_keys (id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, created_at TEXT NOT NULL, revoked_at TEXT) STRICT;";
