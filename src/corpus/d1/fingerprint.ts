import { sha256Hex } from "../../core/finding/sha256.ts";

/** Four numbers of 48 bits. Sums of such, each modulo 2^48, stand for a set of sources whatever their order. */
export type Fingerprint = readonly [number, number, number, number];

/** One part's range: SQLite adds 64-bit integers, JSON carries 53 bits, so 48 leave room for both. */
export const FINGERPRINT_MASK = 2 ** 48 - 1;

const HEX_DIGITS = 12;

/** What one source adds to the sum; `revision` is null for a withdrawn one. */
export function fingerprintOf(id: string, revision: string | null): Fingerprint {
  const hash = sha256Hex(new TextEncoder().encode(JSON.stringify([id, revision])));
  const part = (index: number) =>
    Number.parseInt(hash.slice(index * HEX_DIGITS, (index + 1) * HEX_DIGITS), 16);
  return [part(0), part(1), part(2), part(3)];
}
