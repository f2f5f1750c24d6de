import type { AttributionOutcome, SourceSpeaker, Speaker } from "../answer.ts";
import type { Library } from "../finding/library.ts";
import { reportedSpeaker } from "../reading/attribution.ts";
import type { Cues } from "../reading/cues/cues.ts";
import { cuesOf } from "../reading/cues/of-language.ts";
import { compareNames } from "../reading/names.ts";
import type { Utterance } from "../reading/utterances.ts";
import { markedQuotations } from "../text/quotation-marks.ts";
import { words } from "../text/words.ts";
import { type Place, wordsAt } from "./place.ts";

export interface Attributed {
  outcome: AttributionOutcome;
  speaker: SourceSpeaker | null;
  /** True where the words are quoted by somebody: the speaker around them did not coin them. */
  quoted: boolean;
}

/**
 * Who says the words at a place, and whether that is who is claimed. Misattribution needs
 * a source that names another speaker; silence is `unknown`. Words that a speaker quotes,
 * and words in which an article reports someone, are `secondhand` for that person.
 */
export function attribute(claimed: string | null, place: Place, library: Library): Attributed {
  const { inner } = place;
  const outer = place.outer ?? mostlySpokenBy(place);
  if (!outer && !inner) return narrated(claimed, place, library);
  const quoted = outer !== null && inner !== null;
  const speaker = inner?.speaker ?? outer?.speaker ?? null;
  if (claimed === null) return { outcome: "not_claimed", speaker, quoted };
  const others = library.speakersOf(place.source);
  const compare = (candidate: Speaker | null | undefined): "same" | "different" | "unsure" | null =>
    candidate ? compareNames(claimed, candidate, others) : null;
  const direct = compare(quoted ? inner?.speaker : speaker);
  if (direct === "same") return { outcome: "confirmed", speaker, quoted };
  if (quoted && compare(outer?.speaker) === "same")
    return { outcome: "secondhand", speaker: inner?.speaker ?? outer?.speaker ?? null, quoted };
  const house = library.sources[place.source]?.publisher ?? null;
  const own =
    house !== null &&
    compareNames(claimed, { name: house, kind: "organisation", role: null, document: null }, []) === "same";
  if (own) return { outcome: "unknown", speaker, quoted };
  const partly = place.touched.some((utterance) => compare(utterance.speaker) === "same");
  const open = partly || isNamedAsSource(claimed, place);
  return { outcome: direct === "different" && !open ? "misattributed" : "unknown", speaker, quoted };
}

/**
 * True where the rest of the sentence reports and names whoever is claimed: "repeats the advice
 * of the harbour master that …", "…, my grandmother used to say". The source then does not
 * name another.
 */
function isNamedAsSource(claimed: string, place: Place): boolean {
  const [first, last] = [place.sentences[0], place.sentences.at(-1)];
  if (!first || !last) return false;
  const rest = `${wordsAt(place, { start: first.start, end: place.span.start })} ${wordsAt(place, { start: place.span.end, end: last.end })}`;
  const name = words(claimed).at(-1)?.key;
  return name !== undefined && REPORTS.test(rest) && words(rest).some(({ key }) => key === name);
}
const REPORTS =
  /\b(?:say|says|said|tells?|told|writes?|wrote|written|claims?|claimed|warn(?:s|ed)?|argue[sd]?|calls?|called|repeats?|repeated|advice|words?|according)\b/iu;

/** The utterance that most of the words belong to: they were taken with their marks, or with the tag that names the speaker. */
function mostlySpokenBy({ touched, span }: Place): Utterance | null {
  const shared = (utterance: Utterance): number =>
    Math.min(utterance.end, span.end) - Math.max(utterance.start, span.start);
  return (
    touched.find((utterance) => utterance.depth === 0 && shared(utterance) * 2 > span.end - span.start) ??
    null
  );
}

/** An article's own words: nobody's, unless the sentence reports what somebody said. */
function narrated(claimed: string | null, place: Place, library: Library): Attributed {
  if (claimed === null) return { outcome: "not_claimed", speaker: null, quoted: false };
  const sentence = place.sentences[0];
  const source = library.sources[place.source];
  const cues = source?.kind === "article" ? cuesOf(source.language ?? null) : null;
  const reported = cues && sentence ? reportedAt(place, cues) : null;
  const same = reported && compareNames(claimed, reported, library.speakersOf(place.source)) === "same";
  return same
    ? { outcome: "secondhand", speaker: reported, quoted: false }
    : { outcome: "unknown", speaker: null, quoted: false };
}

function reportedAt(place: Place, cues: Cues): SourceSpeaker | null {
  const sentence = place.sentences[0];
  if (!sentence) return null;
  const local = { start: sentence.start - place.textStart, end: sentence.end - place.textStart };
  const quotations = markedQuotations(place.text).filter(
    (quotation) => quotation.depth === 0 && quotation.closed,
  );
  const speaker = reportedSpeaker(place.text, local, quotations, cues);
  if (speaker === null) return null;
  if (speaker.evidence === null) return { ...speaker, translated: false };
  const { text, start, end } = speaker.evidence;
  const evidence = { text, start: start + place.textStart, end: end + place.textStart };
  return { ...speaker, evidence, translated: false };
}
