import type { Failure } from "./ask.ts";
import { el, icon, plain } from "./dom.ts";

interface Advice {
  title: string;
  /** What the person at the page can do now. */
  todo: string;
  /** Whether the same request may work later, unchanged. */
  retry: boolean;
}

const OUT_OF_STEP: Advice = {
  title: "This page and its endpoint do not fit together",
  todo: "The page is probably older than the endpoint. Copy your words, reload the page and check again.",
  retry: false,
};

const NEEDS_KEY: Advice = {
  title: "This endpoint answers only with a key",
  todo: "This page has none to send. Ask whoever runs the endpoint for access, or call its API with your key.",
  retry: false,
};

const ADVICE: Readonly<Record<string, Advice>> = {
  offline: {
    title: "You are offline",
    todo: "Your words are still in the form. Check again when the connection is back.",
    retry: true,
  },
  unreachable: {
    title: "The endpoint did not answer",
    todo: "It may be stopped, or the connection to it broken. Your words are still in the form: try again in a moment, and if that fails tell whoever runs it.",
    retry: true,
  },
  timeout: {
    title: "The endpoint took too long",
    todo: "Nothing came back within 20 seconds. Try again; a shorter passage is quicker to check.",
    retry: true,
  },
  unreadable: {
    title: "Something other than the endpoint answered",
    todo: "A proxy or a sign-in page may stand in between. Reload the page, sign in if you are asked to, and check again.",
    retry: true,
  },
  too_large: {
    title: "That is too long to check at once",
    todo: "The words may have 5,000 characters, the speaker 200. One quotation at a time gives the clearest answer.",
    retry: false,
  },
  invalid_request: {
    title: "Something in the form needs a change",
    todo: "What it is stands beside the field. Nothing was checked.",
    retry: false,
  },
  unavailable: {
    title: "The sources cannot be reached just now",
    todo: "This says nothing about your quotation: it was not checked. The same check may work in a minute.",
    retry: true,
  },
  unauthenticated: NEEDS_KEY,
  forbidden: NEEDS_KEY,
  malformed_json: OUT_OF_STEP,
  not_found: OUT_OF_STEP,
  method_not_allowed: OUT_OF_STEP,
  unsupported_media_type: OUT_OF_STEP,
};

const UNEXPECTED: Advice = {
  title: "The endpoint failed",
  todo: "The fault is not in your words, and they were not checked. Try again; if it happens twice, tell whoever runs the endpoint.",
  retry: true,
};

/** Returns the heading and the advice for a check that brought no answer; `onRetry` sends the form again. */
export function renderFailure(failure: Failure, onRetry: () => void): Node[] {
  const advice = adviceFor(failure);
  const heading = el(
    "h2",
    { id: "result-title", class: "failure-title", tabindex: "-1" },
    icon("warning"),
    advice.title,
  );
  const nodes: Node[] = [heading, el("p", { class: "todo" }, advice.todo)];
  const unbound = failure.fieldErrors.filter(({ field }) => !["quote", "claim", "speaker"].includes(field));
  if (unbound.length > 0) {
    nodes.push(
      el(
        "ul",
        {},
        ...unbound.map(({ field, detail }) => el("li", {}, ...plain(`${field} ${detail}`.trim()))),
      ),
    );
  }
  if (advice.retry) {
    const again = el("button", { type: "button", class: "secondary" }, "Try again");
    again.addEventListener("click", onRetry);
    nodes.push(el("p", {}, again));
  }
  if (failure.requestId !== null && failure.status >= 500) {
    nodes.push(
      el("p", { class: "small" }, "To report it, name request ", el("code", {}, failure.requestId), "."),
    );
  }
  return nodes;
}

function adviceFor(failure: Failure): Advice {
  if (failure.code === "rate_limited") {
    return {
      title: "Too many checks in a short time",
      todo: `Your words are still in the form. Wait ${waiting(failure.retryAfterSeconds)}, then check again.`,
      retry: true,
    };
  }
  const advice = ADVICE[failure.code];
  return advice ?? UNEXPECTED;
}

function waiting(seconds: number | null): string {
  if (seconds === null) return "a minute";
  if (seconds <= 1) return "a second";
  if (seconds < 120) return `${seconds} seconds`;
  return `about ${Math.ceil(seconds / 60)} minutes`;
}
