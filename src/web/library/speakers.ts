import type { SpeakerKind } from "../../core/answer.ts";
import { el, foreign } from "../../view/dom.ts";
import { speakerAddress } from "../routes.ts";
import { askSpeakers, PAGE_ITEMS, type SpeakerEntry } from "./ask.ts";
import { wireListing } from "./listing.ts";

const KIND_WORDS: Record<SpeakerKind, string> = {
  person: "Person",
  organisation: "Organisation",
  document: "Document",
};

export const PARTLY =
  "A part of the sources is not counted: it could not be reached, or was not read for speakers yet.";

/** Wires the list of the speakers and returns what shows it. */
export function wireSpeakers(): () => void {
  return wireListing<SpeakerEntry>({
    name: "speakers",
    nouns: ["speaker", "speakers"],
    ask: async (q, _cursor, signal) => {
      const outcome = await askSpeakers(q, signal);
      if (outcome === null || "failure" in outcome) return outcome;
      const { speakers, complete } = outcome.answer;
      // The best are given and no more: there is no page behind them to ask for.
      const rest = speakers.length < PAGE_ITEMS ? [] : ["There may be more: type more of a name."];
      const note = [...rest, ...(complete === false ? [PARTLY] : [])].join(" ") || null;
      return { answer: { items: speakers, cursor: null, note } };
    },
    render: (speaker) =>
      el(
        "li",
        {},
        el("a", { class: "listed", href: speakerAddress(speaker.id), dir: "auto" }, foreign(speaker.name)),
        speakerFacts(speaker),
      ),
    explain: ({ code }) =>
      code === "not_found" ? "This endpoint is older than this page and does not list its speakers." : null,
  });
}

/** Returns a line with who it is, by which other names, and how much there is of them. */
export function speakerFacts(speaker: SpeakerEntry): HTMLElement {
  const { kind, role, quotations, sources, aliases = [], mayBe = [] } = speaker;
  const count = (n: number, noun: string) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
  const much = `${count(quotations, "quotation")} in ${count(sources, "source")}`;
  const known: string | undefined = KIND_WORDS[kind];
  return el(
    "p",
    { class: "small" },
    known ?? kind,
    role === null ? null : el("span", {}, " · ", foreign(role)),
    aliases.length === 0 ? null : el("span", {}, " · also as ", foreign(aliases.join(", "))),
    ` · ${much}`,
    mayBe.length === 0 ? null : ` · may be any of ${mayBe.length} people of that name`,
  );
}
