import { CorpusUnavailable } from "./unavailable.ts";

/** The whole answer, or a part of it where the database is out of reach; the part is the whole where nothing was ever set up there. */
export async function orAlone<Value>(
  whole: () => Promise<Value>,
  part: (neverSetUp: boolean) => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await whole();
  } catch (error) {
    if (!(error instanceof CorpusUnavailable)) throw error;
    return part(error.neverSetUp);
  }
}

export const GONE = Symbol("gone");

/** What the database says, GONE where it cannot be asked; nothing where nothing was ever set up there. */
export async function unlessGone<Value>(
  ask: () => Promise<Value | null>,
): Promise<Value | null | typeof GONE> {
  return orAlone<Value | null | typeof GONE>(ask, (neverSetUp) => (neverSetUp ? null : GONE));
}
