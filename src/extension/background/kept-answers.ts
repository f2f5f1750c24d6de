import { EXTENSION } from "../limits.ts";

interface Kept {
  atMs: number;
  json: string;
}

/**
 * Answers of the last minutes, in the browser's memory and never on its disk. A key is a hash, so that
 * nothing of a question is kept but its answer.
 */
export class KeptAnswers {
  readonly #area: chrome.storage.StorageArea;
  readonly #nowMs: () => number;

  constructor(area: chrome.storage.StorageArea, nowMs: () => number) {
    this.#area = area;
    this.#nowMs = nowMs;
  }

  /** Returns what was answered to this question and when, or null. */
  async find<Value>(question: string): Promise<{ value: Value; atMs: number } | null> {
    const key = await keyOf(question);
    const kept = (await this.#area.get(key))[key] as Kept | undefined;
    if (kept === undefined) return null;
    if (this.#nowMs() - kept.atMs > EXTENSION.keptMs) {
      await this.#area.remove(key);
      return null;
    }
    return { value: JSON.parse(kept.json) as Value, atMs: kept.atMs };
  }

  /** Keeps an answer, and lets go of those that are old or more than may be kept. */
  async keep(question: string, value: unknown): Promise<void> {
    const atMs = this.#nowMs();
    const json = JSON.stringify(value);
    if (json.length > EXTENSION.keptAnswerCharsMax) return;
    const entry = { [await keyOf(question)]: { atMs, json } satisfies Kept };
    try {
      await this.#makeRoom(atMs);
      await this.#area.set(entry);
    } catch {
      // The browser's own limit on this memory: an answer that is not kept is only asked for again.
      await this.clear();
    }
  }

  /** Lets go of all answers: what another endpoint said is none of this one's. */
  async clear(): Promise<void> {
    await this.#area.remove((await this.#entries()).map(([key]) => key));
  }

  async #makeRoom(nowMs: number): Promise<void> {
    const newestFirst = (await this.#entries()).sort(([, a], [, b]) => b.atMs - a.atMs);
    const gone = newestFirst.filter(
      ([, { atMs }], index) => index >= EXTENSION.keptAnswersMax - 1 || nowMs - atMs > EXTENSION.keptMs,
    );
    if (gone.length > 0) await this.#area.remove(gone.map(([key]) => key));
  }

  async #entries(): Promise<[string, Kept][]> {
    const all = (await this.#area.get(null)) as Record<string, Kept>;
    return Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
  }
}

const PREFIX = "answer:";

async function keyOf(question: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(question));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return `${PREFIX}${hex.join("")}`;
}
