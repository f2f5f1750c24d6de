import { conformsToCorpus } from "../corpus/conformance.ts";
import { corpusOf } from "./database.ts";

conformsToCorpus("a growing corpus with all its sources embedded", (sources) => corpusOf(sources));
conformsToCorpus("a growing corpus with all its sources in the database", (sources) => corpusOf([], sources));
conformsToCorpus("a growing corpus with some of its sources in the database", (sources) =>
  corpusOf(
    sources.filter(({ id }) => id.length % 2 === 0),
    sources.filter(({ id }) => id.length % 2 === 1),
  ),
);
