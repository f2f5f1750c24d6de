import type { Span } from "../core/text/span.ts";

/** A place of the desk, as the address after “#” names it. What was pasted is in none of them. */
export type Route =
  | { view: "check" | "draft" | "sources" | "speakers" | "unknown" }
  | { view: "source"; id: string; at: Span | null; revision: string | null }
  | { view: "speaker"; id: string };

export type View = Route["view"];

/** Returns the place that an address names; `unknown` for one that names nothing. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  if (path === "" || path === "/") return { view: "check" };
  if (path === "/draft" || path === "/sources" || path === "/speakers") {
    return { view: path.slice(1) as "draft" | "sources" | "speakers" };
  }
  const [, view, name = ""] = /^\/(source|speaker)\/([^/]+)$/.exec(path) ?? [];
  const id = decoded(name);
  if (id === null || id === "") return { view: "unknown" };
  if (view === "speaker") return { view, id };
  const asked = new URLSearchParams(query);
  return { view: "source", id, at: spanOf(asked.get("at")), revision: asked.get("revision") };
}

/** Returns the address of a source, at a passage and as of a revision where they are known. */
export function sourceAddress(id: string, at: Span | null, revision: string | null): string {
  const asked = new URLSearchParams();
  if (at !== null) asked.set("at", `${at.start}-${at.end}`);
  if (revision !== null) asked.set("revision", revision);
  const query = asked.size > 0 ? `?${asked}` : "";
  return `#/source/${encodeURIComponent(id)}${query}`;
}

export function speakerAddress(id: string): string {
  return `#/speaker/${encodeURIComponent(id)}`;
}

/** A passage that is none, cut short or backwards, is not asked for. */
function spanOf(at: string | null): Span | null {
  const [, start = "", end = ""] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? "") ?? [];
  const span = { start: Number(start), end: Number(end) };
  return end !== "" && span.end > span.start ? span : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
