import type { Match } from "../../core/answer.ts";
import type { Around } from "../../view/around.ts";
import { el } from "../../view/dom.ts";

/** How the extension shows an answer of the endpoint at `origin`: sources are read there, in a tab of their own. */
export function aroundIn(origin: string, level: Around["level"], claimedBy: string): Around {
  return {
    level,
    claimedBy,
    sourceAddress: (id, passage) => sourceAddress(origin, id, passage),
    sourceLinks: (source, passage) => [
      el(
        "a",
        { href: sourceAddress(origin, source.id, passage), target: "_blank", rel: "noopener noreferrer" },
        "Read the source at this passage (new tab)",
      ),
    ],
  };
}

function sourceAddress(origin: string, id: string, passage: Match["quote"] | null): string {
  const at = passage === null ? "" : `?at=${passage.start}-${passage.end}`;
  return `${origin}/#/source/${encodeURIComponent(id)}${at}`;
}
