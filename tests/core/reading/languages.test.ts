import { describe, expect, test } from "vitest";
import { attributeQuotations } from "../../../src/core/reading/attribution.ts";
import { cuesOf } from "../../../src/core/reading/cues/of-language.ts";
import { readDraft } from "../../../src/core/reading/draft.ts";
import { tokens } from "../../../src/core/reading/noun-phrases.ts";
import { markedQuotations } from "../../../src/core/text/quotation-marks.ts";

const read = (language: string, text: string) =>
  attributeQuotations(text, markedQuotations(text), cuesOf(language));
const speakers = (language: string, text: string) =>
  read(language, text).map(({ speaker }) => speaker?.name ?? null);

describe("French", () => {
  test.each([
    ["« Le chenal n’est pas sûr », a déclaré Ada Marlowe."],
    ["« Le chenal n’est pas sûr », a déclaré la maire, Ada Marlowe, devant le conseil."],
    ["« Le chenal n’est pas sûr », a expliqué mardi la maire Ada Marlowe."],
    ["« Le chenal n’est pas sûr », s’est exclamée Ada Marlowe."],
    ["« Le chenal n’est pas sûr », selon Ada Marlowe."],
    ["Ada Marlowe a déclaré : « Le chenal n’est pas sûr. »"],
    ["Ada Marlowe, maire de Port Ellery, a ajouté que le chenal était « vraiment très dangereux »."],
    ["Ada Marlowe : « Le chenal n’est pas sûr. »"],
  ])("%s", (text) => {
    expect(speakers("fr", text)).toEqual(["Ada Marlowe"]);
  });

  test("a verb and its pronoun lead back to who spoke just before", () => {
    const text =
      "« Le chenal n’est pas sûr », a déclaré Mme Ada Marlowe. « Il faut le draguer », a-t-elle ajouté. « Et vite », insiste-t-elle devant la presse.";
    expect(speakers("fr", text)).toEqual(["Ada Marlowe", "Ada Marlowe", "Ada Marlowe"]);
  });

  test("an office before the name is the role", () => {
    const text = "« Le chenal n’est pas sûr », affirme le capitaine Karl Reyle.";
    expect(read("fr", text)[0]?.speaker).toMatchObject({ name: "Karl Reyle", role: "capitaine" });
  });
});

describe("German", () => {
  test.each([
    ["„Die Rinne ist nicht sicher“, sagte Ada Marlowe."],
    ["„Die Rinne ist nicht sicher“, sagte die Bürgermeisterin Ada Marlowe am Montag."],
    ["„Die Rinne ist nicht sicher“, so Ada Marlowe."],
    ["„Die Rinne ist nicht sicher“, hat gestern Ada Marlowe erklärt."],
    ["»Die Rinne ist nicht sicher«, erklärte Ada Marlowe."],
    ["Ada Marlowe, Bürgermeisterin von Port Ellery, sagte am Montag: „Die Rinne ist nicht sicher.“"],
    ["Laut Ada Marlowe ist die Rinne „nicht mehr sicher genug“."],
  ])("%s", (text) => {
    expect(speakers("de", text)).toEqual(["Ada Marlowe"]);
  });

  test("a surname alone is a name where the full one was met", () => {
    expect(speakers("de", "Ada Marlowe kam. „Die Rinne ist nicht sicher“, sagte Marlowe.")).toEqual([
      "Ada Marlowe",
    ]);
  });

  test("a noun with its capital is none", () => {
    expect(speakers("de", "„Die Rinne ist nicht sicher“, sagte Wind aus dem Norden.")).toEqual([null]);
  });
});

describe("Spanish", () => {
  test.each([
    ["«El canal no es seguro», dijo Ada Marlowe."],
    ["«El canal no es seguro», declaró la alcaldesa, Ada Marlowe, ante el consejo."],
    ["«El canal no es seguro», explicó este lunes Ada Marlowe."],
    ["“El canal no es seguro”, ha afirmado la capitana Ada Marlowe."],
    ["Ada Marlowe dijo: «El canal no es seguro»."],
    ["Según Ada Marlowe, «el canal no es seguro»."],
  ])("%s", (text) => {
    expect(speakers("es", text)).toEqual(["Ada Marlowe"]);
  });

  test("both surnames belong to the name", () => {
    expect(speakers("es", "«El canal no es seguro», dijo el capitán Karl García Reyle.")).toEqual([
      "Karl García Reyle",
    ]);
  });
});

describe("what the words do not tell", () => {
  test.each([
    ["fr", "« Le chenal n’est pas sûr », explique un pêcheur."],
    ["fr", "Ada Marlowe est venue. « Le chenal n’est pas sûr du tout. »"],
    ["de", "„Die Rinne ist nicht sicher“, sagte der Mann."],
    ["de", "Ada Marlowe lachte. Die Rinne ist „nicht mehr ganz so sicher“ wie früher."],
    ["es", "«El canal no es seguro», dijo un pescador."],
    ["es", "Ada Marlowe llegó tarde. «El canal no es nada seguro»."],
  ])("%s: %s", (language, text) => {
    expect(speakers(language, text)).toEqual([null]);
  });

  test("a language without cue words has quotations, and none of them a speaker", () => {
    const text = "港長は「水路は安全ではない」と述べた。";
    expect(read("ja", text)).toMatchObject([{ speaker: null }]);
  });

  test("English words tell nothing in a French text", () => {
    expect(speakers("fr", "« The channel is not safe », said Ada Marlowe.")).toEqual([null]);
  });
});

describe("a draft's language", () => {
  const body = "<p>« Le chenal n’est pas sûr », a déclaré Ada Marlowe.</p>";
  const names = (draft: Parameters<typeof readDraft>[0]) =>
    readDraft(draft).quotations.map(({ speaker }) => speaker?.name ?? null);

  test("is what was said with it", () => {
    expect(names({ form: "html", body, title: null, language: "fr-CA" })).toEqual(["Ada Marlowe"]);
  });

  test("else what its HTML says", () => {
    expect(names({ form: "html", body: `<html lang="fr"><body>${body}</body></html>`, title: null })).toEqual(
      ["Ada Marlowe"],
    );
  });

  test("else English", () => {
    expect(
      names({ form: "text", body: "“The bar is shallow today,” said Ada Marlowe.", title: null }),
    ).toEqual(["Ada Marlowe"]);
  });
});

// A list is looked into word by word: what is divided at its hyphen would be found nowhere.
describe.each(["en", "fr", "de", "es"])("the words of %s", (language) => {
  const lists = Object.entries(cuesOf(language) ?? {}).filter(
    ([name, list]) => name !== "regions" && list instanceof Set,
  ) as [string, ReadonlySet<string>][];

  test("stand in a text as they are listed", () => {
    expect(lists.length).toBeGreaterThan(20);
    const lost = lists.flatMap(([name, list]) =>
      [...list].filter((word) => tokens(word, 0, word.length)[0]?.key !== word).map((word) => [name, word]),
    );
    expect(lost).toEqual([]);
  });
});
