import type { Match } from "../../core/answer.ts";
import type { Around } from "../../view/around.ts";
import { el } from "../../view/dom.ts";

/** How the extension shows an answer of the endpoint at `origin`: sources are read there, in a tab of their own. */
export function aroundIn(origin: string, level: Around["level"], claimedBy: string): Around {
  return {
    level,
    claimedBy,
    sourceAddress: (id, passage) => sourceAddress(origin, id, passage, null),
    sourceLinks: ({ id, revision }, passage) => {
      const href = sourceAddress(origin, id, passage, revision);
      const attributes = { href, target: "_blank", rel: "noopener noreferrer" };
      return [el("a", attributes, "Read the source at this passage (new tab)")];
    },
  };
}

/** The desk's address of a source, at a passage of it as it was when it was checked. */
function sourceAddress(
  origin: string,
  id: string,
  passage: Match["quote"] | null,
  revision: string | null,
): string {
  const asked = new URLSearchParams();
  if (passage !== null) asked.set("at", `${passage.start}-${passage.end}`);
  if (revision !== null) asked.set("revision", revision);
  return `${origin}/#/source/${encodeURIComponent(id)}${asked.size > 0 ? `?${asked}` : ""}`;
}
