import { expect, test } from "vitest";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { HARBOUR } from "../sources.ts";
import { conformsToCorpus } from "./conformance.ts";

conformsToCorpus("the corpus in memory", async (sources) => memoryCorpus(sources));

test("two sources with one id are refused", () => {
  expect(() => memoryCorpus([HARBOUR, { ...HARBOUR, title: "Another" }])).toThrow(RangeError);
});
