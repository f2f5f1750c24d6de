import { describe, expect, test } from "vitest";
import { HARBOUR_QUOTE } from "../sources.ts";
import { pointersOf, post, problemIn } from "./support.ts";

const check = (body: unknown) => post("/v1/check/article", body);

test("a draft as text is answered with its quotations in place", async () => {
  const text = `“${HARBOUR_QUOTE.replace("will", "may")},” said Ada Marlowe, the harbour master.`;
  const response = await check({ text, title: "Light again", byline: "A. Writer", date: "2026-11-24" });
  expect(response.status).toBe(200);
  const report = await response.json();
  expect(report).toMatchObject({
    severity: "material",
    counts: { quotations: 1, altered: 1, scare: 0 },
    corpus: { complete: true },
  });
  const [first] = report.quotations;
  expect(text.slice(first.start, first.end)).toBe(first.text);
  expect(first.speaker.name).toBe("Ada Marlowe");
  const [change] = first.result.matches[0].changes;
  expect(text.slice(change.submitted.start, change.submitted.end)).toBe("may");
});

test("a draft as HTML has its offsets in the HTML", async () => {
  const html = `<p>&ldquo;${HARBOUR_QUOTE.replace("winter", "<em>winter</em>")},&rdquo; said Ada Marlowe.</p>`;
  const report = await (await check({ html })).json();
  const [first] = report.quotations;
  expect(html.slice(first.start, first.end)).toContain("<em>winter</em>");
  expect(first.result.verdict).toBe("accurate");
});

test("a draft is read in its language", async () => {
  const text = "« Le phare brillera de nouveau avant l’hiver », a déclaré Ada Marlowe.";
  const speakersIn = async (language: string | undefined) =>
    (await (await check({ text, language })).json()).quotations.map(
      ({ speaker }: { speaker: { name: string } | null }) => speaker?.name ?? null,
    );
  expect(await speakersIn("fr-CA")).toEqual(["Ada Marlowe"]);
  expect(await speakersIn("ja")).toEqual([null]);
});

test("the search can be narrowed", async () => {
  const text = `“${HARBOUR_QUOTE},” said Ada Marlowe.`;
  const report = await (await check({ text, within: { ids: ["speech"] } })).json();
  expect(report.quotations[0].result.verdict).toBe("not_found");
});

describe("refused by name", () => {
  test.each<[unknown, string[]]>([
    [{}, [""]],
    [{ text: "a", html: "b" }, ["/html"]],
    [{ text: "" }, ["/text"]],
    [{ text: 7 }, ["/text"]],
    [{ text: "a", quote: "b" }, ["/quote"]],
    [{ text: "a", date: "yesterday" }, ["/date"]],
    [{ text: "a", language: 7 }, ["/language"]],
    [{ text: "a", within: { id: [] } }, ["/within/id"]],
  ])("%j", async (body, pointers) => {
    expect(pointersOf(await problemIn(await check(body), 422, "invalid_request"))).toEqual(pointers);
  });

  test("a draft that is too long, and none of it is sent back", async () => {
    const response = await check({ text: "secret words ".repeat(16_000) });
    const body = await response.clone().text();
    expect(pointersOf(await problemIn(response, 413, "too_large"))).toEqual(["/text"]);
    expect(body).not.toContain("secret");
  });

  test("the longest draft is taken, though every character of it is escaped", async () => {
    const escaped = `{"text":"${"\\u00e9".repeat(200_000)}"}`;
    expect((await check(escaped)).status).toBe(200);
    await problemIn(await check(`{"text":"${"\\u00e9".repeat(220_000)}"}`), 413, "too_large");
  });
});
