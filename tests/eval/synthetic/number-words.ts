const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A whole number below a million, as English writes it out. Throws RangeError for another. */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e6) throw new RangeError(`no words for ${value}`);
  if (value < 20) return ONES[value] as string;
  if (value < 100) return joined(TENS[Math.floor(value / 10)] as string, "-", value % 10);
  if (value < 1000) return joined(`${ONES[Math.floor(value / 100)]} hundred`, " ", value % 100);
  return joined(`${inWords(Math.floor(value / 1000))} thousand`, " ", value % 1000);
}

function joined(head: string, mark: string, rest: number): string {
  return rest === 0 ? head : `${head}${mark}${inWords(rest)}`;
}

/** The value of a number below a hundred written out, or null. */
export function fromWords(words: string): number | null {
  for (let value = 0; value < 100; value++) {
    if (inWords(value) === words.toLowerCase().replace(" ", "-")) return value;
  }
  return null;
}

/** A number with thousands separators: 1500000000 → "1,500,000,000". */
export function withCommas(value: number): string {
  return `${value}`.replace(/\B(?=(?:\d{3})+$)/g, ",");
}
