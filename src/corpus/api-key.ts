/**
 * API keys: `vb_`, an id of 8 characters, `_`, and a secret of 43. The id is public and names the
 * key in lists; of the whole, only the hash is stored. Runs in a Worker: Web Crypto only.
 */

export const KEY_SCOPES = ["read", "write", "admin"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const KEY_LIMITS = { nameCharsMax: 100, idChars: 8, secretBytes: 32 } as const;

/** Crockford's base 32 in small letters: no two characters look alike, and each is five bits. */
const ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID = /^[0-9a-hjkmnp-tv-z]{8}$/;
const KEY = /^vb_([0-9a-hjkmnp-tv-z]{8})_[A-Za-z0-9_-]{43}$/;

export interface ApiKey {
  id: string;
  /** The whole key, which is shown once and stored nowhere. */
  key: string;
}

/** A new key. Its secret has 256 random bits. */
export function newApiKey(): ApiKey {
  const id = Array.from(randomBytes(KEY_LIMITS.idChars), (byte) => ID_ALPHABET.charAt(byte % 32)).join("");
  return { id, key: `vb_${id}_${base64url(randomBytes(KEY_LIMITS.secretBytes))}` };
}

/** The id in a key, or null when it is not the form of one. Whether the key is in use is not known by that. */
export function idOfApiKey(key: string): string | null {
  return KEY.exec(key)?.[1] ?? null;
}

export function isApiKeyId(id: string): boolean {
  return ID.test(id);
}

/** The SHA-256 of a whole key, in hex, as it is stored. A secret of 256 random bits needs no slower hash. */
export async function hashOfApiKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The scopes in a comma-separated list, in the order of `KEY_SCOPES` and each once; null when one is none or there is none. */
export function scopesIn(list: string): KeyScope[] | null {
  const named = list.split(",").map((name) => name.trim());
  const known: readonly string[] = KEY_SCOPES;
  return named.every((name) => known.includes(name))
    ? KEY_SCOPES.filter((scope) => named.includes(scope))
    : null;
}

/** True for what a key may be called: 1 to 100 characters that can be printed on one line, with something between spaces. */
export function isApiKeyName(name: string): boolean {
  return name.length <= KEY_LIMITS.nameCharsMax && name.trim() !== "" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
