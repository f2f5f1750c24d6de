import { expect, test } from "vitest";
import type { SpeakerKind } from "../../../src/core/answer.ts";
import {
  kindOfSpeaker,
  normalizedSpeakerId,
  speakerId,
  wordsOfSpeaker,
} from "../../../src/core/reading/speaker-id.ts";
import { SPEAKERS } from "../../../src/core/tuning.ts";

test.each<[string, SpeakerKind, string | null]>([
  ["Joe Biden", "person", "joe-biden"],
  ["President Joe Biden", "person", "joe-biden"],
  ["President Biden", "person", "biden"],
  ["Sec. Hillary Clinton", "person", "hillary-clinton"],
  ["The Rev. Al Sharpton", "person", "al-sharpton"],
  ["Ursula von der Leyen", "person", "ursula-von-der-leyen"],
  ["José Díaz", "person", "jose-diaz"],
  ["A. Cooper", "person", "a-cooper"],
  ["O’Brien", "person", "obrien"],
  ["Robert F. Kennedy Jr.", "person", "robert-f-kennedy-jr"],
  ["Judge Judy", "person", "judge-judy"],
  ["Justice Sonia Sotomayor", "person", "sonia-sotomayor"],
  ["Howard Dean", "person", "howard-dean"],
  ["Dean Phillips", "person", "dean-phillips"],
  ["King", "person", "king"],
  ["Владимир Путин", "person", "владимир-путин"],
  ["岸田 文雄", "person", "岸田文雄"],
  ["김정은", "person", "김정은"],
  ["The Harbour Board", "organisation", "harbour-board~organisation"],
  ["Chinese plan", "document", "chinese-plan~document"],
  ["Mercury", "person", "mercury"],
  ["Mercury", "organisation", "mercury~organisation"],
  ["UNIDENTIFIED MALE", "person", null],
  ["Unidentified Female (ph)", "person", null],
  ["officials", "person", null],
  ["Clerk", "person", null],
  ["the Prime Minister", "person", null],
  ["…", "person", null],
  ["", "organisation", null],
])("%s, a %s, is %s", (name, kind, id) => {
  expect(speakerId(name, kind)).toBe(id);
  if (id === null) return;
  expect(kindOfSpeaker(id)).toBe(kind);
  expect(decodeURIComponent(encodeURIComponent(id))).toBe(id);
  expect(normalizedSpeakerId(id.normalize("NFD"))).toBe(id);
});

test("an id has the words by which its speaker is looked for", () => {
  expect(wordsOfSpeaker("ursula-von-der-leyen")).toEqual(["ursula", "von", "der", "leyen"]);
  expect(wordsOfSpeaker("harbour-board~organisation")).toEqual(["harbour", "board"]);
  expect(wordsOfSpeaker("岸田文雄")).toEqual(["岸", "田", "文", "雄"]);
});

test("the longest name has an id that fits into a path, with no half of a character", () => {
  const id = speakerId("a𐐀".repeat(900), "person") ?? "";
  expect(id.length).toBeLessThanOrEqual(SPEAKERS.idCharsMax);
  expect(id.isWellFormed()).toBe(true);
  const many = speakerId("Anna ".repeat(400), "person") ?? "";
  expect(many.length).toBe(SPEAKERS.idCharsMax);
});
