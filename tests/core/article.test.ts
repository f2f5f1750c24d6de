import { describe, expect, test } from "vitest";
import type { ArticleReport } from "../../src/core/article.ts";
import { LIMITS } from "../../src/core/question.ts";
import { checkDraft } from "../../src/corpus/checking.ts";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { HARBOUR, HARBOUR_QUOTE, SPEECH, sourceWith } from "../sources.ts";

const COUNCIL = sourceWith(
  "council",
  "TOMAS REYLE: We have 7,000 signatures, and we will not close the library on the ninth of October.\nADA MARLOWE: I have counted them twice.",
  { kind: "transcript" },
);
const corpus = memoryCorpus([HARBOUR, SPEECH, COUNCIL]);

const checked = (
  body: string,
  form: "text" | "html" = "text",
  title: string | null = null,
): Promise<ArticleReport> => checkDraft({ form, body, title }, null, corpus);

describe("a draft as text", () => {
  test("each quotation with who the draft says said it, and what the sources say", async () => {
    const draft = `“${HARBOUR_QUOTE},” said Ada Marlowe, the harbour master. Councillor Tomas Reyle said: “We have 70,000 signatures, and we will not close the library on the ninth of October.” Someone called it “nobody knows what to think of this odd affair”.`;
    const { counts, quotations, severity } = await checked(draft);
    expect(quotations.map(({ result }) => result.verdict)).toEqual(["accurate", "altered", "not_found"]);
    expect(quotations.slice(0, 2).map(({ speaker }) => speaker?.name)).toEqual([
      "Ada Marlowe",
      "Tomas Reyle",
    ]);
    expect(counts).toMatchObject({
      quotations: 3,
      accurate: 1,
      altered: 1,
      not_found: 1,
      misattributed: 0,
      scare: 0,
    });
    expect(severity).toBe("material");
    for (const { text, start, end } of quotations) expect(draft.slice(start, end)).toBe(text);
  });

  test("changes and evidence point into the draft", async () => {
    const draft =
      "Tomas Reyle told the council: “We have 9,000 signatures, and we will close the library on the ninth of October.”";
    const { quotations } = await checked(draft);
    const [first] = quotations;
    const changes = first?.result.matches[0]?.changes ?? [];
    expect(changes.map(({ kind }) => kind)).toEqual(["number", "negation"]);
    for (const { submitted } of changes) {
      expect(draft.slice(submitted.start, submitted.end)).toBe(submitted.text);
    }
    const evidence = first?.speaker?.evidence;
    expect(draft.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
  });

  test("the right words from the wrong mouth", async () => {
    const { quotations } = await checked(
      "“We have 7,000 signatures, and we will not close the library on the ninth of October,” said Ada Marlowe.",
    );
    expect(quotations[0]?.result.verdict).toBe("misattributed");
    expect(quotations[0]?.result.matches[0]?.speaker?.name).toBe("Tomas Reyle");
  });

  test("a speaker meant by a pronoun is told, and nobody is accused of the engine's guess", async () => {
    const { quotations } = await checked(
      "Ada Marlowe came to the hall. “We have 7,000 signatures, and we will not close the library on the ninth of October,” she said.",
    );
    expect(quotations[0]?.speaker?.name).toBe("Ada Marlowe");
    expect(quotations[0]?.result.verdict).toBe("accurate");
    expect(quotations[0]?.result.matches[0]?.attribution).toBe("not_claimed");
  });

  test("a full name in the headline alone", async () => {
    const draft = `“${HARBOUR_QUOTE},” said Marlowe.`;
    const { quotations } = await checked(draft, "text", "Ada Marlowe promises light");
    expect(quotations[0]?.speaker?.name).toBe("Ada Marlowe");
    expect(draft.slice(quotations[0]?.start, quotations[0]?.end)).toContain("lighthouse");
  });

  test.each([
    [
      "a line broken behind a sentence",
      "text",
      "“We will reopen the harbour in spring.\nThen we will dredge the channel,” said Ada Marlowe.",
    ],
    [
      "a stanza",
      "text",
      "Ada Marlowe said: “We will reopen the harbour.\nThen we will dredge it.\nThen we will rest.”",
    ],
    [
      "a line break of HTML",
      "html",
      "<p>“We will reopen the harbour in spring.<br>Then we will dredge the channel,” said Ada Marlowe.</p>",
    ],
  ] as const)("a quotation that goes on over %s is one, and its speaker is found", async (_, form, draft) => {
    const { quotations } = await checked(draft, form);
    expect(quotations).toHaveLength(1);
    expect(quotations[0]?.text).toMatch(/^We will reopen the harbour[\s\S]+(?:channel,|rest\.)$/);
    expect(quotations[0]?.speaker?.name).toBe("Ada Marlowe");
  });

  test("a mark that is never closed swallows no other paragraph", async () => {
    const { quotations } = await checked(
      "He said “we met.\n\nThe hall was full. “We left early,” said Bo Lind.",
    );
    expect(quotations.map(({ text }) => text)).toEqual(["We left early,"]);
  });

  test("more characters of quotations than are checked are said not to be", async () => {
    const { quotations } = await checked(
      Array.from({ length: 20 }, () => `“${"alpha beta gamma delta ".repeat(190)}”`).join(" "),
    );
    const unchecked = quotations.filter(({ result }) => result.summary.includes("was not checked"));
    expect(unchecked.length).toBeGreaterThan(3);
    expect(unchecked[0]?.result.verdict).toBe("cannot_check");
  });

  test("scare quotes are listed apart and counted apart", async () => {
    const { counts, quotations } = await checked("The so-called “reform” was called “Plan B” by all.");
    expect(quotations.map(({ scare }) => scare)).toEqual([true, true]);
    expect(counts).toMatchObject({ quotations: 2, scare: 2, cannot_check: 0 });
  });

  test.each(["", "No quotation here.", "“", "”", "“”", '"', "' ' '"])("%j has none", async (draft) => {
    const report = await checked(draft);
    expect(report).toMatchObject({ counts: { quotations: 0 }, severity: "none", quotations: [] });
    expect(report.corpus.sources).toBe(3);
  });

  test("beyond its limits quotations are listed and said not to be checked", async () => {
    const long = `She said “${"word ".repeat(1100)}”.`;
    const { quotations } = await checked(long);
    expect(quotations[0]?.result.verdict).toBe("cannot_check");
    expect(quotations[0]?.result.summary).toContain(`${LIMITS.quoteCharsMax}`);
    const many = await checked("“We met here.” ".repeat(1100));
    expect(many.quotations).toHaveLength(1000);
    expect(many.counts.unread).toBe(100);
    expect(many.quotations[LIMITS.quotationsMax]?.result.summary).toContain(`${LIMITS.quotationsMax}`);
  });
});

describe("a draft as HTML", () => {
  test("offsets underline the words in the HTML as sent", async () => {
    const draft = `<article><p>Tomas&nbsp;Reyle said: &ldquo;We have <b>9,000</b> signatures, and we <i>will</i> close the <a href="/l">library</a> on the ninth of October.&rdquo;</p><script>"We have 7,000 signatures"</script></article>`;
    const { quotations } = await checked(draft, "html");
    expect(quotations).toHaveLength(1);
    const [first] = quotations;
    expect(draft.slice(first?.start, first?.end)).toBe(
      `We have <b>9,000</b> signatures, and we <i>will</i> close the <a href="/l">library</a> on the ninth of October.`,
    );
    expect(first?.text).toBe(
      "We have 9,000 signatures, and we will close the library on the ninth of October.",
    );
    const changes = first?.result.matches[0]?.changes ?? [];
    const underlined = changes.map(({ submitted }) => draft.slice(submitted.start, submitted.end));
    expect(underlined[0]).toBe("9,000");
    expect(changes.map(({ kind }) => kind)).toContain("negation");
    expect(first?.speaker?.name).toBe("Tomas Reyle");
  });

  test("a block quotation is one, and its footer names the speaker", async () => {
    const draft = `<blockquote><p>${HARBOUR_QUOTE}.</p><footer>Ada Marlowe</footer></blockquote>`;
    const { quotations } = await checked(draft, "html");
    expect(quotations[0]).toMatchObject({ text: `${HARBOUR_QUOTE}.`, speaker: { name: "Ada Marlowe" } });
    expect(quotations[0]?.result).toMatchObject({ verdict: "accurate" });
  });
});
