import { accepted, type Outcome, refused } from "./problem.ts";
import { isJsonObject } from "./schemas.ts";

const KIB = 1024;

/** How many bytes a body may have. A quote of 5,000 characters has at most 30,000 bytes, every one of them escaped. */
export const BODY_LIMITS = {
  checkBytesMax: 64 * KIB,
  batchBytesMax: KIB * KIB,
  /** A draft of 200,000 characters, each of them escaped, and its other fields. */
  articleBytesMax: 1280 * KIB,
  webhookBytesMax: 1280 * KIB,
  /** A source of 2,000,000 characters, each of them escaped, and its other fields. */
  sourceBytesMax: 12 * KIB * KIB,
} as const;

/**
 * How much of a body over its limit is still read and dropped. A caller who is cut off while
 * sending sees a broken connection in place of the 413; one who sends more than this may.
 */
const DRAINED_BYTES_MAX = 8 * KIB * KIB;

/**
 * The JSON object in a request's body, or why there is none. The size is held before anything is
 * parsed: by `Content-Length` where the caller gives one, and by counting what really arrives.
 */
export async function jsonObjectOf(
  request: Request,
  bytesMax: number,
): Promise<Outcome<Record<string, unknown>>> {
  const refusal = refusalOfType(request);
  if (refusal !== null) return refusal;
  const body = await boundedBody(request, bytesMax);
  return body.ok ? parsedObject(body.value) : body;
}

/** The bytes of a request's body, as they came, or that there are too many. For signatures, which are over bytes. */
export async function boundedBody(request: Request, bytesMax: number): Promise<Outcome<Uint8Array>> {
  const bytes = await boundedBytes(request, bytesMax);
  return bytes === null ? refused("too_large", `The body is over ${bytesMax} bytes.`) : accepted(bytes);
}

/** The JSON object in a body that was read before, or why there is none. */
export function jsonObjectIn(request: Request, body: Uint8Array): Outcome<Record<string, unknown>> {
  return refusalOfType(request) ?? parsedObject(body);
}

function refusalOfType(request: Request): ReturnType<typeof refused> | null {
  if (mediaTypeOf(request) !== "application/json") {
    return refused("unsupported_media_type", "Send the body with Content-Type: application/json.");
  }
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity" && coding !== "") {
    return refused("unsupported_media_type", "Send the body as it is, without Content-Encoding.");
  }
  return null;
}

/** The media type without its parameters (RFC 9110, 8.3.1), in lower case; "" when there is none. */
function mediaTypeOf(request: Request): string {
  const header = request.headers.get("content-type") ?? "";
  return (header.split(";")[0] ?? "").trim().toLowerCase();
}

/** The whole body, or null when it is over the limit; no more than the limit is ever kept. */
async function boundedBytes(request: Request, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return null;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= bytesMax) chunks.push(value);
    else if (size > bytesMax + DRAINED_BYTES_MAX) {
      await reader.cancel();
      break;
    }
  }
  return size <= bytesMax ? joined(chunks, size) : null;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function parsedObject(bytes: Uint8Array): Outcome<Record<string, unknown>> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("malformed_json", "The body is not UTF-8.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, so it is not passed on.
    return refused("malformed_json", "The body cannot be read as JSON.");
  }
  return isJsonObject(value) ? accepted(value) : refused("malformed_json", "The body must be a JSON object.");
}
