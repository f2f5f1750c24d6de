/** Text made word by word, each one that follows the last one somewhere in a text that was read. */
export class Chain {
  readonly #words: readonly string[];
  readonly #places = new Map<string, number[]>();

  constructor(words: readonly string[]) {
    if (words.length < 2) throw new RangeError("a chain needs words to learn from");
    this.#words = words;
    for (let place = 0; place + 1 < words.length; place++) {
      const word = words[place] as string;
      const places = this.#places.get(word);
      if (places) places.push(place);
      else this.#places.set(word, [place]);
    }
  }

  /** So many words in paragraphs of a hundred: each pair of neighbours stands somewhere in the text, most longer rows nowhere. */
  text(count: number, next: () => number): string {
    const made: string[] = [];
    let word = this.#words[Math.floor(next() * (this.#words.length - 1))] as string;
    while (made.length < count) {
      made.push(made.length % 100 === 99 ? `${word}\n\n` : `${word} `);
      const places = this.#places.get(word) ?? [0];
      word = this.#words[(places[Math.floor(next() * places.length)] as number) + 1] as string;
    }
    return made.join("").trim();
  }
}
