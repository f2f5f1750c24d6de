/** Thrown by a corpus whose backend cannot be reached now; the same call may succeed later. */
export class CorpusUnavailable extends Error {
  override readonly name = "CorpusUnavailable";
}
