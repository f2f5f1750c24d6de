import { expect, test } from "vitest";
import { tokens } from "../../eval/scoring/fold.ts";
import { random } from "../../eval/scoring/statistics.ts";
import { NOISES, type Noise, printedWords } from "./noise.ts";

const SENTENCE =
  "The people of this neighborhood do not want three more factories, and they have told the council so for many years.";

function made(kind: keyof typeof NOISES, seed: number, sentence = SENTENCE) {
  const noise: Noise = NOISES[kind];
  return noise(sentence, { random: random(seed), otherWord: () => "harbour" });
}

const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1);
const kinds = Object.keys(NOISES) as (keyof typeof NOISES)[];

test("every kind but the exact one changes a sentence that has a place for it, or clips it", () => {
  for (const kind of kinds)
    for (const seed of seeds) {
      const noisy = made(kind, seed);
      if (kind === "exact") expect(noisy).toEqual({ text: SENTENCE });
      else if (noisy !== null) expect(noisy.text, `${kind} ${seed}`).not.toBe(SENTENCE);
    }
});

test("the same seed makes the same question", () => {
  for (const kind of kinds) expect(made(kind, 7), kind).toEqual(made(kind, 7));
});

test("typography leaves the words alone but for hyphens at a line's end", () => {
  for (const seed of seeds) {
    const { text = "" } = made("typography", seed) ?? {};
    const mended = text.replaceAll(/-\n|\u00ad/gu, "");
    expect(tokens(mended)).toEqual(tokens(SENTENCE));
  }
});

test("what is kept of a clipped, a short and an elided sentence are its own words at that place", () => {
  for (const seed of seeds) {
    for (const kind of ["clipped", "short"] as const) {
      const noisy = made(kind, seed);
      const [kept] = noisy?.kept ?? [];
      if (noisy && kept) expect(SENTENCE.slice(kept.start, kept.end)).toBe(noisy.text);
    }
    const elided = made("ellipsis", seed);
    const pieces = elided?.kept?.map(({ start, end }) => SENTENCE.slice(start, end)) ?? [];
    expect(pieces).toHaveLength(2);
    expect(elided?.text.split(/ (?:…|\.\.\.|\. \. \.|\[…\]) /u)).toEqual(pieces);
  }
});

test("a short question has five to eight words, whatever dashes stand among them", () => {
  const dashed =
    "Their farmers — and their teachers — never wanted — however quietly they spoke — another harbour.";
  for (const seed of seeds) {
    const count = tokens(made("short", seed, dashed)?.text ?? "one two three four five").length;
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(8);
  }
});

test("about a tenth of the characters of an OCR question are wrong", () => {
  const kept = seeds.map((seed) => {
    const text = made("ocr", seed)?.text ?? "";
    return tokens(SENTENCE).filter((word) => tokens(text).includes(word)).length;
  });
  const share = kept.reduce((sum, count) => sum + count, 0) / (seeds.length * tokens(SENTENCE).length);
  // A word of four letters and a half stays whole in .9 to this power, some .62, of the cases.
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(0.75);
});

test("numbers, spellings and contractions are put the other way", () => {
  expect(made("numbers", 1)?.text).toContain("want 3 more");
  expect(made("numbers", 1, "They sold 81,000 of them.")?.text).toBe(
    "They sold eighty-one thousand of them.",
  );
  expect(made("numbers", 1, "It fell by 81,000,000 and 2.5 to $40.")).toBeNull();
  expect(made("spelling", 1)?.text).toContain("this neighbourhood do");
  expect(made("contractions", 5, "They do not know.")?.text).toBe("They don't know.");
  expect(made("contractions", 5, "They don't know.")?.text).toBe("They do not know.");
  expect(made("spelling", 1, "They know it.")).toBeNull();
});

test("clauses change places and keep their words", () => {
  const noisy = made("reordered", 1);
  expect(noisy?.text).toBe(
    "and they have told the council so for many years, The people of this neighborhood do not want three more factories.",
  );
  expect(made("reordered", 1, "Clauses, if short, stay.")).toBeNull();
});

test("a dash between spaces belongs to the word before it", () => {
  expect(printedWords("we — they -- know").map(({ text }) => text)).toEqual(["we —", "they --", "know"]);
});
