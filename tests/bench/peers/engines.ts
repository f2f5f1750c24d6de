import type { Peer } from "./engine.ts";
import { allWords, rarest, trigram } from "./engines/fts5.ts";
import { byToken, plain } from "./engines/fuse.ts";
import { flexContext, flexSearch, miniSearch, orama, uFuzzy } from "./engines/ranking.ts";
import { approx, indexOf } from "./engines/scans.ts";
import { finding, wholeCheck } from "./engines/verbatim.ts";

/** Everyone who takes part, in the order of the tables. */
export const PEERS: readonly Peer[] = [
  finding,
  wholeCheck,
  indexOf,
  rarest,
  uFuzzy,
  flexSearch,
  flexContext,
  allWords,
  approx,
  miniSearch,
  trigram,
  orama,
  plain,
  byToken,
];

/** The engine that others are compared with. */
export const YARDSTICK = finding.id;
