import type { Failure } from "./endpoint.ts";

/** What a person can do about a check that brought no answer. */
export interface Advice {
  title: string;
  todo: string;
  /** Whether the same request may work later, unchanged. */
  retry: boolean;
  /** Whether the endpoint's address or the key is to be looked at. */
  settings: boolean;
}

/** Who says it: the page that the endpoint itself serves, or the extension, which keeps an address and a key. */
export type Place = "desk" | "extension";

const advice = (title: string, todo: string, more: Partial<Advice> = {}): Advice => ({
  title,
  todo,
  retry: false,
  settings: false,
  ...more,
});

const OUT_OF_STEP = advice(
  "This page and its endpoint do not fit together",
  "The page is probably older than the endpoint. Copy your words, reload the page and check again.",
);

const COMMON: Readonly<Record<string, Advice>> = {
  offline: advice(
    "You are offline",
    "Nothing was checked, and nothing is lost. Check again when the connection is back.",
    { retry: true },
  ),
  unreachable: advice(
    "The endpoint did not answer",
    "It may be stopped, or the connection to it broken. Nothing is lost: try again in a moment, and if that fails tell whoever runs it.",
    { retry: true },
  ),
  timeout: advice(
    "The endpoint took too long",
    "Nothing came back within 20 seconds. Try again; a shorter passage is quicker to check.",
    { retry: true },
  ),
  unreadable: advice(
    "Something other than the endpoint answered",
    "A proxy or a sign-in page may stand in between. Reload the page, sign in if you are asked to, and check again.",
    { retry: true },
  ),
  too_large: advice(
    "That is too long to check at once",
    "A quotation may have 5,000 characters, a speaker 200, a draft 200,000. A smaller piece gives an answer.",
  ),
  invalid_request: advice(
    "Something in the form needs a change",
    "What it is stands beside the field. Nothing was checked.",
  ),
  unavailable: advice(
    "The sources cannot be reached just now",
    "This says nothing about the quotation: it was not checked. The same check may work in a minute.",
    { retry: true },
  ),
  unauthenticated: advice(
    "This endpoint answers only with a key",
    "Enter the key that whoever runs the endpoint gave you; one that was revoked or mistyped is refused too.",
    { settings: true },
  ),
  forbidden: advice(
    "The key is not for this",
    "The endpoint knows the key and does not let it check. Ask whoever runs it for a key with the scope “read”.",
    { settings: true },
  ),
  malformed_json: OUT_OF_STEP,
  not_found: OUT_OF_STEP,
  method_not_allowed: OUT_OF_STEP,
  unsupported_media_type: OUT_OF_STEP,
};

const NO_ENDPOINT = advice(
  "There is no Verbatim endpoint at this address",
  "Something answers there, but it does not check quotations. Look at the address in the settings.",
  { settings: true },
);

/** Where the extension has something better to say than the page. */
const IN_EXTENSION: Readonly<Record<string, Advice>> = {
  unreachable: advice(
    "The endpoint did not answer",
    "It may be stopped, or its address in the settings may be wrong. Start it or correct the address, then try again.",
    { retry: true, settings: true },
  ),
  unreadable: { ...NO_ENDPOINT, retry: true },
  unauthenticated: advice(
    "This endpoint answers only with a valid key",
    "The key in the settings is missing, mistyped or revoked. Enter the one that whoever runs the endpoint gave you.",
    { settings: true },
  ),
  invalid_request: advice(
    "The endpoint refused the question",
    "It probably is of another version than this extension. Nothing was checked.",
  ),
  malformed_json: NO_ENDPOINT,
  not_found: NO_ENDPOINT,
  method_not_allowed: NO_ENDPOINT,
  unsupported_media_type: NO_ENDPOINT,
};

/** Returns what went wrong, in words, and what to do about it. */
export function adviceFor(failure: Failure, place: Place): Advice {
  if (failure.code === "rate_limited") {
    const todo = `Nothing is lost. Wait ${waiting(failure.retryAfterSeconds)}, then check again.`;
    return advice("Too many checks in a short time", todo, { retry: true });
  }
  const own = place === "extension" ? adviceIn(IN_EXTENSION, failure.code) : undefined;
  return own ?? adviceIn(COMMON, failure.code) ?? unexpected(failure);
}

/** Codes come from outside: an object has a “constructor”. */
function adviceIn(table: Readonly<Record<string, Advice>>, code: string): Advice | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

function unexpected({ status }: Failure): Advice {
  const whose = status >= 500 || status === 0 ? "The endpoint failed" : "The endpoint refused the question";
  const todo =
    "The fault is not in your words, and they were not checked. Try again; if it happens twice, tell whoever runs the endpoint.";
  return advice(whose, todo, { retry: true });
}

function waiting(seconds: number | null): string {
  if (seconds === null) return "a minute";
  if (seconds <= 1) return "a second";
  if (seconds < 120) return `${seconds} seconds`;
  return `about ${Math.ceil(seconds / 60)} minutes`;
}
