import { JOBS } from "./limits.ts";

/**
 * Signatures after Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, in base64, behind
 * `v1,`. The header may hold several, so that secrets can be rotated.
 */

/** What the three headers say. */
export interface SignedHeaders {
  id: string | null;
  timestamp: string | null;
  signature: string | null;
}

const PREFIX = "whsec_";

/**
 * The keys that a list of secrets holds: `whsec_` and base64 of 24 to 64 bytes, apart by white
 * space. Throws RangeError where one is none, without repeating it.
 */
export function keysOf(secrets: string): Uint8Array[] {
  const list = secrets.split(/\s+/u).filter((secret) => secret !== "");
  if (list.length > JOBS.secretsMax) throw new RangeError(`more than ${JOBS.secretsMax} secrets`);
  return list.map((secret, index) => {
    const bytes = secret.startsWith(PREFIX) ? decoded(secret.slice(PREFIX.length)) : null;
    if (bytes === null || bytes.length < JOBS.secretBytesMin || bytes.length > JOBS.secretBytesMax) {
      throw new RangeError(`secret ${index + 1} is not whsec_ and the base64 of 24 to 64 bytes`);
    }
    return bytes;
  });
}

/** Whether one of these keys signed this body, no longer ago than clocks may differ. `nowMs` is milliseconds since 1970. */
export async function isSigned(
  { id, timestamp, signature }: SignedHeaders,
  body: Uint8Array,
  keys: readonly Uint8Array[],
  nowMs: number,
): Promise<boolean> {
  if (id === null || id === "" || id.length > JOBS.webhookIdCharsMax || id.includes(".")) return false;
  if (timestamp === null || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowMs - Number(timestamp) * 1000) > JOBS.toleranceMs) return false;
  if (signature === null || signature.length > JOBS.signatureCharsMax) return false;
  const given = signature.split(" ").slice(0, JOBS.signaturesMax);
  const content = signedContent(id, timestamp, body);
  for (const one of given) {
    const bytes = one.startsWith("v1,") ? decoded(one.slice("v1,".length)) : null;
    if (bytes === null) continue;
    for (const key of keys) if (await verifies(key, bytes, content)) return true;
  }
  return false;
}

/** The headers that sign a body with each of these keys. */
export async function signedHeaders(
  id: string,
  body: Uint8Array,
  keys: readonly Uint8Array[],
  nowMs: number,
): Promise<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const timestamp = `${Math.floor(nowMs / 1000)}`;
  const content = signedContent(id, timestamp, body);
  const signatures: string[] = [];
  for (const key of keys) {
    const mac = await crypto.subtle.sign("HMAC", await imported(key, "sign"), content);
    signatures.push(`v1,${encoded(new Uint8Array(mac))}`);
  }
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

function signedContent(id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
}

const HMAC = { name: "HMAC", hash: "SHA-256" };

function imported(key: Uint8Array, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(key), HMAC, false, [use]);
}

/** Web Crypto compares in constant time. */
async function verifies(
  key: Uint8Array,
  mac: Uint8Array,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return crypto.subtle.verify("HMAC", await imported(key, "verify"), new Uint8Array(mac), content);
}

/** Whether the HMAC-SHA256 of this content under a secret of any form is this hex text: how Ghost signs. */
export async function isHexSigned(secret: string, hex: string, content: Uint8Array): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  const mac = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return verifies(new TextEncoder().encode(secret), mac, new Uint8Array(content));
}

function encoded(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decoded(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
