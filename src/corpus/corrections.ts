import type { SourceDocument, SourceSummary } from "../core/answer.ts";
import type { Library } from "../core/finding/library.ts";
import type { Overlay } from "./d1/store.ts";

/** Corrections among all sources: an embedded one may correct one of the database's. */
export function correctionsOver(embedded: Library, overlay: Overlay): ReadonlyMap<string, string> {
  const own = embedded.sources.flatMap(({ id, corrects }) =>
    corrects === null || overlay.replaced.has(id) ? [] : [[corrects, id] as const],
  );
  return new Map([...own, ...overlay.corrections]);
}

/** A source as what is there now corrects it, or no longer does. */
export function corrected<Source extends SourceSummary | SourceDocument>(
  source: Source,
  embedded: Library,
  overlay: Overlay,
): Source {
  const newer =
    overlay.mark === null ? source.supersededBy : correctionsOver(embedded, overlay).get(source.id);
  return { ...source, supersededBy: newer ?? null };
}
