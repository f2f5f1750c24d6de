import type { Match, SourceSpeaker } from "../core/answer.ts";
import { type Around, heading } from "./around.ts";
import { el, foreign } from "./dom.ts";
import type { Inquiry } from "./endpoint.ts";
import { ATTRIBUTION_WORDS, VIA_WORDS, wordsFor } from "./wording.ts";

/** Returns who said it, how that is known, and how it stands to the speaker that was given. */
export function renderSpeaker(match: Match, inquiry: Inquiry, around: Around): HTMLElement {
  const { speaker, attribution } = match;
  const body = [
    speaker === null
      ? el("p", { class: "who" }, "The source does not say.")
      : el("p", { class: "who" }, foreign(speaker.name), ...roleOf(speaker)),
    speaker === null ? null : howWeKnow(speaker),
    saidAt(match),
    comparison(attribution, inquiry.speaker, around),
  ];
  return el("section", { class: "said" }, heading(around, 2, {}, "Who said it"), ...body);
}

function roleOf({ role, document, translated }: SourceSpeaker): Node[] {
  const nodes: Node[] = [];
  if (role) nodes.push(el("span", { class: "role" }, ", ", foreign(role)));
  if (document) nodes.push(el("span", { class: "role" }, ", in ", foreign(document)));
  // An endpoint of an older version does not tell.
  if (translated === true) nodes.push(el("span", { class: "role" }, ", through a translator"));
  return nodes;
}

/** When it was said, where a recording's time stands before the words; an endpoint of an older version does not tell. */
function saidAt({ time }: Pick<Match, "time">): HTMLElement | null {
  if (!time) return null;
  return el("p", { class: "small" }, "Time in the recording: ", foreign(time.text), " or a little later.");
}

function howWeKnow({ via, evidence, confidence }: SourceSpeaker): HTMLElement {
  const certainty = `Attributions read this way are right about ${Math.round(confidence * 100)} times in 100.`;
  const how = wordsFor(VIA_WORDS, via);
  if (evidence === null || evidence.text === "") return el("p", { class: "small" }, `${how}. ${certainty}`);
  return el("p", { class: "small" }, `${how}: `, el("q", {}, foreign(evidence.text)), `. ${certainty}`);
}

/** Says nothing where no speaker was given: the person knows that. */
function comparison(attribution: Match["attribution"], claimed: string, around: Around): HTMLElement | null {
  if (attribution === "not_claimed" || claimed.trim() === "") return null;
  const tone = attribution === "confirmed" ? "good" : attribution === "unknown" ? "neutral" : "bad";
  const words = wordsFor(ATTRIBUTION_WORDS, attribution);
  return el(
    "p",
    { class: "claimed", "data-tone": tone },
    `${around.claimedBy} `,
    el("strong", {}, foreign(claimed.trim())),
    `. ${words}`,
  );
}
