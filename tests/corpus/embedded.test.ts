import { expect, test } from "vitest";
import { buildLibrary } from "../../src/core/finding/build.ts";
import { embeddedCorpus, embeddedLibrary } from "../../src/corpus/embedded.ts";
import { HARBOUR } from "../sources.ts";
import { conformsToCorpus } from "./conformance.ts";

conformsToCorpus("the embedded corpus", async (sources) =>
  embeddedCorpus(embeddedLibrary(buildLibrary(sources))),
);

test("bytes that are no corpus are noticed at the first use, not before", async () => {
  const corpus = embeddedCorpus(embeddedLibrary(new Uint8Array([1, 2, 3])));
  await expect(corpus.summary()).rejects.toThrow();
});

test("the library is opened once and kept", async () => {
  const corpus = embeddedCorpus(embeddedLibrary(buildLibrary([HARBOUR])));
  expect(await corpus.summary()).toBe(await corpus.summary());
});
