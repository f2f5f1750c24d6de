/** Thrown by a corpus whose backend cannot be reached now; the same call may succeed later. */
export class CorpusUnavailable extends Error {
  override readonly name = "CorpusUnavailable";
  /** True where the backend can be reached and was never set up: nothing can have been put into it. */
  readonly neverSetUp: boolean;

  constructor(message: string, options: { cause?: unknown; neverSetUp?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.neverSetUp = options.neverSetUp ?? false;
  }
}
