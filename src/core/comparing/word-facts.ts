import { isFunctionWord } from "../text/common-words.ts";
import { mayBeginNumber } from "../text/numbers.ts";
import { ALIGNING } from "../tuning.ts";
import { mayBeRoman } from "./printed-numbers.ts";
import { DEICTIC_DAYS, MODALS, MONTHS, NEGATIONS, QUANTIFIERS, UNITS, WEEKDAYS } from "./word-classes.ts";

/** What reading units asks of a word by its key alone. */
export interface WordFacts {
  /** The key, one string for all its occurrences: what is looked up by it next finds it by its address. */
  key: string;
  /** Whether it carries grammar more than content. */
  common: boolean;
  /** Whether a small closed class may have it. */
  closed: boolean;
  /** Whether a number may begin with it, in whatever dress. */
  mayBeNumber: boolean;
  /** Whether its letters may be a Roman numeral. */
  roman: boolean;
  /** The words that it stands for where it is a contraction, or null. */
  contracted: readonly string[] | null;
}

const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: "can not",
    wont: "will not",
    cant: "can not",
    shant: "shall not",
    aint: "is not",
    dont: "do not",
    doesnt: "does not",
    didnt: "did not",
    isnt: "is not",
    arent: "are not",
    wasnt: "was not",
    werent: "were not",
    hasnt: "has not",
    havent: "have not",
    hadnt: "had not",
    couldnt: "could not",
    wouldnt: "would not",
    shouldnt: "should not",
    mustnt: "must not",
    neednt: "need not",
    im: "i am",
    ive: "i have",
    youre: "you are",
    theyre: "they are",
    weve: "we have",
    youve: "you have",
    theyve: "they have",
    theyll: "they will",
    youll: "you will",
    thats: "that is",
    whats: "what is",
    theres: "there is",
    gonna: "going to",
    wanna: "want to",
    gotta: "got to",
    lets: "let us",
    alright: "all right",
    tis: "it is",
    twas: "it was",
    yall: "you all",
    cmon: "come on",
    gimme: "give me",
    lemme: "let me",
    kinda: "kind of",
    sorta: "sort of",
    outta: "out of",
    dunno: "do not know",
    mph: "miles per hour",
    kph: "kilometres per hour",
    kmh: "kilometres per hour",
  }).map(([key, parts]) => [key, parts.split(" ")]),
);

const CLOSED: ReadonlySet<string> = new Set(
  [NEGATIONS, MODALS, QUANTIFIERS, MONTHS, WEEKDAYS, UNITS, DEICTIC_DAYS].flatMap((words) => [
    ...words.keys(),
  ]),
);

/** Facts by key: most words of a text are met again within it and in the next. Emptied when full. */
const remembered = new Map<string, WordFacts>();

/** The facts of a word. */
export function factsOf(key: string): WordFacts {
  const known = remembered.get(key);
  if (known) return known;
  const roman = mayBeRoman(key);
  const facts = {
    key,
    common: isFunctionWord(key),
    closed: CLOSED.has(key) || CLOSED.has(weekdayOf(key)),
    mayBeNumber: mayBeginNumber(key) || key === "minus" || roman,
    roman,
    contracted: CONTRACTED.get(key) ?? null,
  };
  if (remembered.size >= ALIGNING.rememberedMax) remembered.clear();
  remembered.set(key, facts);
  return facts;
}

/** "Tuesday" of "Tuesday’s" and "Tuesdays". */
export function weekdayOf(key: string): string {
  return WEEKDAYS.has(key) || !key.endsWith("s") ? key : key.slice(0, -1);
}
