import type { SourceInput } from "../src/core/reading/source.ts";

/** A source with these words and this id; everything else is the same for each. */
export function sourceWith(id: string, text: string, fields: Partial<SourceInput> = {}): SourceInput {
  return {
    id,
    title: `The ${id} paper`,
    kind: "article",
    text,
    speaker: null,
    publisher: null,
    date: null,
    url: null,
    language: "en",
    licence: null,
    corrects: null,
    ...fields,
  };
}

/** What the harbour master says in `HARBOUR`, word for word. */
export const HARBOUR_QUOTE = "The old lighthouse will shine again before the winter storms arrive";

/** A made-up article with one attributed quotation. */
export const HARBOUR = sourceWith(
  "harbour",
  `The harbour board met on Monday to talk about the repairs.\n“${HARBOUR_QUOTE},” said Ada Marlowe, the harbour master. Forty people came to listen.\n`,
  { date: "2024-03-01", url: "https://example.org/harbour", publisher: "The Quay" },
);

/** A made-up speech, in a script with marks and from right to left as well. */
export const SPEECH = sourceWith(
  "speech",
  "Good evening to all of you. 漁師たちは明日の朝に港へ戻ると市長が約束しました。 البحر هادئ اليوم والصيادون سعداء بالعودة.\n",
  { kind: "speech", speaker: "Tomas Reyle" },
);

/** A made-up transcript: somebody has no name in it, and it has no date. */
export const DEBATE = sourceWith(
  "debate",
  "ADA MARLOWE: The light will burn. 灯台 𐐀\n\nTOMAS REYLE: It costs too much.\n\nUNIDENTIFIED MALE: Shame!\n\nMARLOWE: It costs less than a ship.\n",
  { kind: "transcript" },
);

/** A made-up article in which a name has an accent, and an organisation speaks. */
export const COUNCIL = sourceWith(
  "council",
  "“The old lighthouse stays dark,” said Mayor Ada Márlowe. “Nothing will be built before the spring,” the Harbour Board said.\n",
  { date: "2025-01-02" },
);
