import type { SourceSummary } from "../answer.ts";
import { words } from "../text/words.ts";

/** The folded words by which a source is looked for in a list, each between two spaces: of its title, publisher, speaker and id. */
export function wordsOfSource({ title, publisher, speaker, id }: SourceSummary): string {
  const fields = [title, publisher ?? "", speaker ?? "", id.replaceAll("_", " ")].join("\n");
  return ` ${[...new Set(words(fields).map(({ key }) => key))].join(" ")} `;
}

/** What `wordsOfSource` must hold for a source to be listed: each word of a query, the last of which may be only begun. Empty where it has no word. */
export function soughtIn(query: string): string[] {
  const keys = words(query).map(({ key }) => key);
  return [...new Set(keys.map((key, index) => (index < keys.length - 1 ? ` ${key} ` : ` ${key}`)))];
}

/** Whether a source's words hold all that is sought. Nothing sought is found nowhere. */
export function holdsAll(sourceWords: string, sought: readonly string[]): boolean {
  return sought.length > 0 && sought.every((part) => sourceWords.includes(part));
}
