/** The fields of a source that an input tells, by name. What it does not tell is left out. */
export type Fields = Partial<
  Record<
    "title" | "kind" | "speaker" | "publisher" | "date" | "url" | "language" | "licence" | "corrects",
    string
  >
>;

/** What a reader makes of one input: the text and the fields it tells, or why it can be no source. */
export type Draft = { ok: true; text: string; fields: Fields } | { ok: false; problem: string };
