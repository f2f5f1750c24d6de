import { pick, type Random } from "../../eval/synthetic/random.ts";

/** What stands beside a key on a QWERTY keyboard, row by row. */
const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"] as const;
/** Slips of the finger: so many characters to one. */
const TYPED_CHARS = 40;

/** Shapes that optical reading takes for each other, after the tables of its correctors: letters that look alike in print. */
const LOOKALIKES: Readonly<Record<string, readonly string[]>> = {
  a: ["o", "e", "u"],
  b: ["h", "6", "lo"],
  c: ["e", "o", "("],
  d: ["cl", "ol", "a"],
  e: ["c", "o", "a"],
  f: ["t", "r", "i"],
  g: ["q", "9", "y"],
  h: ["b", "n", "li"],
  i: ["l", "1", "j"],
  j: ["i", ";"],
  k: ["lc", "h", "x"],
  l: ["1", "I", "i"],
  m: ["rn", "nn", "in"],
  n: ["u", "r", "ri"],
  o: ["0", "c", "e"],
  p: ["n", "q"],
  q: ["g", "9"],
  r: ["n", "t", "v"],
  s: ["5", "a", "z"],
  t: ["f", "l", "r"],
  u: ["n", "ii", "a"],
  v: ["y", "u", "r"],
  w: ["vv", "iv", "u"],
  x: ["z", "k"],
  y: ["v", "g"],
  z: ["2", "s"],
  0: ["O", "o"],
  1: ["l", "I"],
  2: ["z"],
  5: ["s", "S"],
  6: ["b"],
  8: ["B"],
  9: ["g"],
};

/** Slips of the finger, one in some forty characters and at least two: letters turned, lost, doubled, or the key beside. */
export function mistyped(text: string, random: Random): string {
  let typed = text;
  for (let left = Math.max(2, Math.round(text.length / TYPED_CHARS)); left > 0; left--) {
    const letters = [...typed.matchAll(/\p{L}(?=\p{L})/gu)].map(({ index }) => index);
    if (letters.length === 0) return typed;
    const at = pick(letters, random);
    const [one, two] = [typed.charAt(at), typed.charAt(at + 1)];
    const slip = pick([`${two}${one}`, two, `${one}${one}${two}`, `${beside(one, random)}${two}`], random);
    typed = typed.slice(0, at) + slip + typed.slice(at + 2);
  }
  return typed;
}

function beside(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase());
  return pick(
    [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== ""),
    random,
  );
}

/** A share of the letters and digits, drawn one by one, each as something that looks like it. */
export function misread(text: string, share: number, random: Random): string {
  return text.replace(/[\p{L}\p{N}]/gu, (character) => {
    const shapes = LOOKALIKES[character.toLowerCase()];
    return shapes === undefined || random() >= share ? character : pick(shapes, random);
  });
}

type Touch = (text: string, random: Random) => string;

/** What copying and setting do to a text without touching its words. */
const TOUCHES: readonly Touch[] = [
  (text) => text.replace(/['’]/gu, (mark) => (mark === "'" ? "’" : "'")),
  (text) =>
    /["“]/u.test(text) ? text.replace(/["“”]/gu, (mark) => (mark === '"' ? "”" : '"')) : `“${text}”`,
  (text) => text.replace(/\s*(?:—|–|--)\s*/gu, (mark) => (mark.includes("—") ? " -- " : "—")),
  (text, random) => (random() < 0.5 ? text.toUpperCase() : text.toLowerCase()),
  (text) => text.replaceAll("ffi", "ﬃ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ"),
  (text, random) => inLongWords(text, "\u00ad", 0.4, random),
  (text, random) => inLongWords(text, "-\n", 0.15, random),
  (text, random) =>
    text.replace(/ /gu, (space) => (random() < 0.1 ? "\u00a0" : random() < 0.1 ? "\n" : space)),
  (text) => text.replace(/[.,;!?]+$/u, ""),
];

/** Two to four of the touches that show on this text: quotes, dashes, case, ligatures, soft hyphens, hyphens at a line's end, spaces, the last stop. */
export function retouched(text: string, random: Random): string {
  const open = [...TOUCHES];
  let touched = text;
  for (let left = 2 + Math.floor(random() * 3); left > 0 && open.length > 0; ) {
    const [touch] = open.splice(Math.floor(random() * open.length), 1);
    const next = touch?.(touched, random) ?? touched;
    if (next !== touched) left--;
    touched = next;
  }
  return touched;
}

function inLongWords(text: string, mark: string, share: number, random: Random): string {
  return text.replace(/\p{Ll}{7,}/gu, (word) => {
    if (random() >= share) return word;
    const at = 3 + Math.floor(random() * (word.length - 5));
    return word.slice(0, at) + mark + word.slice(at);
  });
}
