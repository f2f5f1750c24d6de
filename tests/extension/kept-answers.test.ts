import { beforeEach, expect, test } from "vitest";
import { KeptAnswers } from "../../src/extension/background/kept-answers.ts";
import { EXTENSION } from "../../src/extension/limits.ts";

/** The browser's memory, as far as answers are kept in it. */
class Memory {
  readonly held = new Map<string, unknown>();
  full = false;
  async get(key: string | null): Promise<Record<string, unknown>> {
    if (key === null) return Object.fromEntries(this.held);
    return this.held.has(key) ? { [key]: this.held.get(key) } : {};
  }
  async set(entries: Record<string, unknown>): Promise<void> {
    if (this.full) throw new Error("QUOTA_BYTES exceeded");
    for (const [key, value] of Object.entries(entries)) this.held.set(key, value);
  }
  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.held.delete(key);
  }
}

let memory: Memory;
let nowMs: number;
let kept: KeptAnswers;

beforeEach(() => {
  memory = new Memory();
  nowMs = 1_000_000;
  kept = new KeptAnswers(memory as unknown as chrome.storage.StorageArea, () => nowMs);
});

test("an answer is known for five minutes, and no longer", async () => {
  await kept.keep("who said it?", { verdict: "accurate" });
  nowMs += EXTENSION.keptMs;
  expect(await kept.find("who said it?")).toEqual({ value: { verdict: "accurate" }, atMs: 1_000_000 });
  expect(await kept.find("who said it")).toBeNull();
  nowMs += 1;
  expect(await kept.find("who said it?")).toBeNull();
});

test("nothing of a question is kept beside its answer", async () => {
  await kept.keep("an unpublished sentence", { verdict: "not_found" });
  expect(JSON.stringify([...memory.held])).not.toContain("unpublished");
});

test("the oldest make room for new ones, and what is old goes with them", async () => {
  for (let number = 0; number < EXTENSION.keptAnswersMax + 5; number++) {
    nowMs += 1;
    await kept.keep(`question ${number}`, number);
  }
  expect(memory.held.size).toBe(EXTENSION.keptAnswersMax);
  expect(await kept.find("question 4")).toBeNull();
  expect(await kept.find("question 5")).not.toBeNull();
  nowMs += EXTENSION.keptMs;
  await kept.keep("much later", 1);
  expect(memory.held.size).toBe(2);
});

test("an answer that is too large, or a memory that is full, only costs another question", async () => {
  await kept.keep("large", "x".repeat(EXTENSION.keptAnswerCharsMax));
  expect(memory.held.size).toBe(0);
  await kept.keep("small", 1);
  memory.full = true;
  await expect(kept.keep("one more", 2)).resolves.toBeUndefined();
  expect(await kept.find("one more")).toBeNull();
});

test("clearing leaves what others keep in the same memory", async () => {
  await kept.keep("a question", 1);
  await memory.set({ "taken:1": { text: "words on their way to a tab" } });
  await kept.clear();
  expect([...memory.held.keys()]).toEqual(["taken:1"]);
});
