import type { Around } from "../view/around.ts";
import { el } from "../view/dom.ts";
import { sourceAddress } from "./routes.ts";
import { copyLink } from "./share.ts";

/** Returns how the desk shows an answer: its sources are read on the desk, at the passage. */
export function aroundAnswer(level: Around["level"], claimedBy: string): Around {
  return {
    level,
    claimedBy,
    sourceAddress: (id, passage) => sourceAddress(id, passage, null),
    sourceLinks: ({ id, revision }, passage) => {
      const address = sourceAddress(id, passage, revision);
      return [el("a", { href: address }, "Read the source"), ...copyLink(address)];
    },
  };
}
