import { describe, expect, test } from "vitest";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { openLibrary } from "../../src/core/finding/library.ts";
import { sourceWith } from "../sources.ts";
import { ask, libraryOf, projectSource } from "./support.ts";

/** The first match of a quote in a transcript of this text. */
const found = (text: string, quote: string, kind: "transcript" | "article" | "speech" = "transcript") => {
  const library = libraryOf(
    sourceWith("record", text, { kind }),
    projectSource("port-ellery-council-2025-03-11.md"),
  );
  const { verdict, matches } = ask(library, quote, {
    within: { ids: ["record"], speaker: null, publisher: null, after: null, before: null },
  });
  const [match] = matches;
  if (!match) throw new Error("nothing was found");
  expect(text.slice(match.quote.start, match.quote.end)).toBe(match.quote.exact);
  return { verdict, match };
};

describe("what a transcript prints and nobody says", () => {
  test.each([
    ["applause", "(APPLAUSE)"],
    ["crosstalk", "[crosstalk]"],
    ["a bell", "(BELL RINGS)"],
    ["a clip's end", "(END VIDEO CLIP)"],
    ["a break", "[Commercial break]"],
    ["a time in brackets", "\n[00:12:30]"],
    ["a time on a line of its own", "\n(12:30)\n"],
    ["a time before words", "\n00:12:30"],
    ["a cue's times", "\n\n2\n00:00:09,000 --> 00:00:12,500\n"],
    ["the speaker's own label again", "\n\nADA MARLOWE (12:30):"],
  ])("%s within a quotation leaves it accurate", (_, printed) => {
    const text = `ADA MARLOWE: We have dredged this channel twice in forty years, ${printed} and both times the sand came back before winter.\nTOMAS REYLE: Quite.`;
    const { verdict, match } = found(
      text,
      "We have dredged this channel twice in forty years, and both times the sand came back before winter.",
    );
    expect(verdict).toBe("accurate");
    expect(match.wording).toBe("verbatim");
    expect(match.speaker?.name).toBe("Ada Marlowe");
  });

  test("words in brackets that somebody may have written are not passed over", () => {
    const text =
      "We have dredged this channel twice in forty years (beginning in the year of the storm) and both times the sand came back.";
    const { verdict } = found(
      text,
      "We have dredged this channel twice in forty years and both times the sand came back.",
      "article",
    );
    expect(verdict).toBe("altered");
  });

  test("a time of day that is left out is a change", () => {
    const { verdict } = found(
      "ADA MARLOWE: The ferry left the outer mole at 6:30 with forty-five people and nine lamps aboard.",
      "The ferry left the outer mole at with forty-five people and nine lamps aboard.",
    );
    expect(verdict).toBe("altered");
  });

  test("a sentence behind a time code begins with its first word", () => {
    const { match } = found(
      "[00:00:05] The pilots asked for lamps on the outer mole.\n[00:00:31] Nobody answered them before the storm of November.",
      "Nobody answered them before the storm of November.",
    );
    expect(match.context.passage).toBe("Nobody answered them before the storm of November.");
  });
});

describe("when it was said", () => {
  const quote = "the sand came back before the winter was out";
  test.each([
    ["[00:12:30] ADA MARLOWE: I tell you the sand came back before the winter was out.", "00:12:30", 750],
    ["ADA MARLOWE (1:02:03):\nI tell you the sand came back before the winter was out.", "1:02:03", 3723],
    ["12:30 ADA MARLOWE: I tell you the sand came back before the winter was out.", "12:30", 750],
    [
      "WEBVTT\n\n00:00:05.500 --> 00:00:09.000\nI tell you the sand came back before the winter was out.\n",
      "00:00:05",
      5,
    ],
    [
      "[00:12:30] ADA: Yes.\nTOM: I tell you the sand came back before the winter was out.\n[00:13:00] ADA: No.",
      "00:12:30",
      750,
    ],
  ])("is the last time code before the words: %j", (text, printed, seconds) => {
    expect(found(text, quote).match.time).toEqual({ text: printed, seconds });
  });

  test("is found an hour of talk before the words", () => {
    const talk = "Nobody had counted the herring crates that week. ".repeat(1000);
    const text = `[00:12:30] ADA MARLOWE: ${talk}I tell you the sand came back before the winter was out.`;
    expect(found(text, quote).match.time?.seconds).toBe(750);
  });

  test.each([
    [
      "no time code",
      "ADA MARLOWE: At 6:30 I saw that the sand came back before the winter was out.",
      "transcript",
    ],
    [
      "one behind the words alone",
      "ADA: I say the sand came back before the winter was out.\n[00:12:30] TOM: No.",
      "transcript",
    ],
    ["an article's time", "[00:12:30] I tell you the sand came back before the winter was out.", "article"],
  ] as const)("is not told of %s", (_, text, kind) => {
    expect(found(text, quote, kind).match.time).toBeNull();
  });
});

describe("a translator's words", () => {
  const text =
    "ADA MARLOWE (through translator): The sand came back before the winter was out.\nMARLOWE: I said so to the coopers in my own tongue.";

  test("are marked where the transcript marks them, and are still the speaker's", () => {
    const { match } = found(text, "The sand came back before the winter was out.");
    expect(match.speaker).toMatchObject({ name: "Ada Marlowe", translated: true });
    expect(found(text, "I said so to the coopers in my own tongue.").match.speaker?.translated).toBe(false);
  });

  test("and the speaker's own count as one speaker's", () => {
    const library = openLibrary(buildLibrary([sourceWith("record", text, { kind: "transcript" })]));
    expect(library.voicesOf(0)).toEqual([
      { voice: { name: "Ada Marlowe", kind: "person", role: null, document: null }, utterances: 2 },
    ]);
  });
});
