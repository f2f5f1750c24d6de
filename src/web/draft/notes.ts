import type { ArticleReport } from "../../core/article.ts";

/** Returns what a reader of the report must know so as not to take it for more than it is, a sentence each. */
export function notesOn({ counts, quotations, corpus }: ArticleReport, unplaced: number): string[] {
  const notes: string[] = [];
  if (quotations.length === 0) {
    notes.push(
      "Verbatim reads words in quotation marks and, in HTML, quotations that are marked as such. Indirect speech is not checked.",
    );
  }
  if (counts.scare > 0) {
    notes.push(
      counts.scare === 1
        ? "1 is a scare quote, a title or a nickname: a few words that nobody is said to have said. It is looked up and shown, but does not count."
        : `${counts.scare} are scare quotes, titles or nicknames: a few words that nobody is said to have said. They are looked up and shown, but do not count.`,
    );
  }
  if (counts.unread > 0) {
    notes.push(
      `${some(counts.unread, "more quotation was", "more quotations were")} not read at all, because one draft is read only so far. Check the rest as a second draft.`,
    );
  }
  if (corpus.complete === false) {
    notes.push(
      "A part of the sources could not be reached: what was not found may stand there. Check again later.",
    );
  }
  if (unplaced > 0) {
    notes.push(
      `${some(unplaced, "quotation stands", "quotations stand")} where the text of the draft below does not show ${unplaced === 1 ? "it" : "them"}; the list has all.`,
    );
  }
  return notes;
}

function some(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
