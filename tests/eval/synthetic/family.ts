import type { ChangeKind } from "../../../src/core/answer.ts";
import { pick, type Random } from "./random.ts";

/** What the families may know of the corpus the sentences come from. */
export interface World {
  /** True for a word of English or of the corpus, lower case. */
  isWord(word: string): boolean;
  /** True for a name that the corpus uses too. */
  isKnown(name: string): boolean;
}

/** One way of misquoting, or of copying badly. */
export interface Family {
  name: string;
  /** Families of one kind, measured together. */
  group: string;
  /** True where the edit changes what was said. */
  material: boolean;
  /** The kinds of change that tell the edit rightly; of a harmless edit, any that is not material does. */
  kinds: readonly ChangeKind[];
  /** The sentence with one thing changed, or null where it has no place for this edit. */
  edit(sentence: string, random: Random, world: World): string | null;
}

/** What a match becomes; null where this place is not one for the edit. */
export type Replace = (hit: RegExpExecArray) => string | null;

/** The sentence with one match of a global pattern replaced: one of those that `replace` takes, by chance. */
export function swapOne(sentence: string, pattern: RegExp, replace: Replace, random: Random): string | null {
  const edits = [...sentence.matchAll(pattern)].flatMap((hit) => {
    const replacement = replace(hit);
    if (replacement === null || replacement === hit[0]) return [];
    return [sentence.slice(0, hit.index) + replacement + sentence.slice(hit.index + hit[0].length)];
  });
  return edits.length === 0 ? null : pick(edits, random);
}

/** A rule of a family: its pattern, global, and what becomes of a match. */
export type Rule = readonly [RegExp, Replace | string];

/** An edit by one of several rules: of those that fit the sentence, one by chance. */
export function byRules(rules: readonly Rule[]): Family["edit"] {
  return (sentence, random) => {
    const edits = rules.flatMap(([pattern, replacement]) => {
      const replace =
        typeof replacement === "string" ? (hit: RegExpExecArray) => filled(replacement, hit) : replacement;
      return swapOne(sentence, pattern, replace, random) ?? [];
    });
    return edits.length === 0 ? null : pick(edits, random);
  };
}

/** "$1" and "$2" in a replacement, filled; a capital at the match's start is kept. */
function filled(replacement: string, hit: RegExpExecArray): string {
  return likeCase(
    hit[0],
    replacement.replace(/\$(\d)/g, (_, group: string) => hit[Number(group)] ?? ""),
  );
}

/** The word with a capital first letter where the model has one; left alone where it has one of its own. */
export function likeCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Words by those that may stand in their place, from lines such as "raise lower": each for each other of its group. */
export function exchanges(groups: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const group of groups.split(/[|\n]/).map((line) => line.trim().split(/\s+/))) {
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      found.set(word, [...(found.get(word) ?? []), ...others]);
    }
  }
  return found;
}

/** An edit that puts one word of a table for another of its group, in the same case. */
export function byExchange(
  table: ReadonlyMap<string, readonly string[]>,
  before = "",
  after = "",
): Family["edit"] {
  const words = [...table.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll("_", " "));
  const pattern = new RegExp(`(?<![\\w'’-])${before}(?:${words.join("|")})(?![\\w'’-])${after}`, "gi");
  return (sentence, random) =>
    swapOne(
      sentence,
      pattern,
      (hit) => {
        if (/^\p{Lu}/u.test(hit[0]) && hit.index > 0) return null;
        const all = table.get(hit[0].toLowerCase().replaceAll(" ", "_")) ?? [];
        const others = all
          .map((other) => other.replaceAll("_", " "))
          .filter((other) => !sentence.includes(other));
        return others.length > 0 ? likeCase(hit[0], pick(others, random)) : null;
      },
      random,
    );
}
