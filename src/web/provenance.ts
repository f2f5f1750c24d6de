import type { CorpusSummary } from "../core/answer.ts";
import { el } from "../view/dom.ts";
import { corpusSize } from "../view/render-answer.ts";

/** Returns when a check was made, on what and with which engine: without these a report cannot be made again. */
export function provenance(
  { corpus, engine }: { corpus: CorpusSummary; engine: string },
  at: Date,
): HTMLElement {
  const line = document.createElement("span");
  const time = document.createElement("time");
  time.dateTime = at.toISOString();
  time.textContent = at.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "long" });
  line.append(
    "Checked on ",
    time,
    `, against ${corpusSize(corpus)}, with engine ${engine}.`,
    // Sixty letters that only a machine compares: they matter in an archive, on paper.
    el("span", { class: "print-only" }, ` Corpus revision ${corpus.revision}.`),
  );
  return line;
}
