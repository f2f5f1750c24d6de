import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eachLook, HOSTILE, shows, useDesk } from "./desk.ts";

/**
 * The sources and who speaks in them. What newer endpoints answer is made up here where a test needs a certain
 * list, a slow one or a long one.
 */

const desk = useDesk();

const ARTICLE = "china-ukraine-peace-plan-2023";
const status = (name: "sources" | "speakers") => desk.page.locator(`#${name}-status`);

const source = (index: number, title = `Source ${index}`) => ({
  id: `source-${index}`,
  title,
  kind: "article",
  speaker: null,
  publisher: "The Courier",
  date: "2025-03-12",
  url: null,
  language: "en",
  licence: null,
  corrects: null,
  supersededBy: null,
  revision: "sha256-0",
  words: 1200,
});

const speaker = (name: string, role: string | null = null) => ({
  id: name.toLowerCase(),
  name,
  kind: "person",
  role,
  quotations: 12,
  sources: 3,
});

const spokenBy = (name: string) => ({
  name,
  kind: "person",
  via: "cue",
  confidence: 0.9,
  evidence: null,
  role: null,
  document: null,
  translated: false,
});

describe("the sources", () => {
  test("are listed with what each is, and each can be read", async () => {
    await desk.open("#/sources");
    await shows(status("sources"), /^11 sources\.$/);
    await shows(
      desk.page.locator("#sources-list li"),
      /China proposes a cease fire[\s\S]*Article · 24 February 2023 · 399 words/,
    );
    await desk.page.getByRole("link", { name: /China proposes/ }).click();
    await shows(desk.heading(), /^China proposes a cease fire/);
    assert.match(await desk.page.title(), /^China proposes .* · Verbatim$/);
    await desk.page.keyboard.press("Escape");
    await shows(desk.heading(), /^Sources$/);
    assert.match(await desk.focusedText(), /China proposes/);
  });

  test("are read on page by page, and the keyboard goes on with the first new one", async () => {
    await desk.page.route("**/v1/sources?*", (route) => {
      const cursor = new URL(route.request().url()).searchParams.get("cursor");
      const from = cursor === null ? 0 : 30;
      const sources = Array.from({ length: cursor === null ? 30 : 5 }, (_, index) => source(from + index));
      return route.fulfill({ json: { sources, cursor: cursor === null ? "next" : null } });
    });
    await desk.open("#/sources");
    await shows(status("sources"), /^The first 30 sources\.$/);
    await desk.page.getByRole("button", { name: "Show more" }).click();
    await shows(status("sources"), /^35 sources\.$/);
    assert.equal(await desk.focusedText(), "Source 30");
    assert.equal(await desk.page.getByRole("button", { name: "Show more" }).count(), 0);
  });

  test("are searched as one types: once for a word, and a slow old answer is not shown", async () => {
    const asked: (string | null)[] = [];
    await desk.page.route("**/v1/sources?*", async (route) => {
      const q = new URL(route.request().url()).searchParams.get("q");
      asked.push(q);
      if (q === "har") await new Promise((done) => setTimeout(done, 900));
      const sources = q === null ? [source(1)] : [source(1, `Found by ${q}`)];
      await route.fulfill({ json: { sources, cursor: null } }).catch(() => {});
    });
    await desk.open("#/sources");
    await shows(status("sources"), /1 source\./);
    const search = desk.page.getByLabel("Find a source");
    await search.pressSequentially("har", { delay: 30 });
    await desk.page.waitForTimeout(400);
    await search.pressSequentially("bour", { delay: 30 });
    await shows(status("sources"), /^1 source for “harbour”\.$/);
    await desk.page.waitForTimeout(900);
    assert.deepEqual(await desk.page.locator("#sources-list .listed").allTextContents(), [
      "Found by harbour",
    ]);
    assert.deepEqual(asked, [null, "har", "harbour"]);
    await search.fill("");
    await shows(status("sources"), /^1 source\.$/);
  });

  test("an endpoint that cannot search them says so, and the list stays", async () => {
    await desk.page.route("**/v1/sources?*q=*", (route) =>
      route.fulfill({ status: 422, json: { code: "invalid_request", errors: [{ pointer: "/q" }] } }),
    );
    await desk.open("#/sources");
    await desk.page.getByLabel("Find a source").fill("harbour");
    await shows(status("sources"), /older than this page and cannot search/);
    assert.equal(await desk.page.locator("#sources-list li").count(), 11);
  });

  test("nothing found, and nobody there: each says what it is", async () => {
    await desk.page.route("**/v1/sources?*", (route) =>
      new URL(route.request().url()).searchParams.get("q") === "dead"
        ? route.abort("connectionrefused")
        : route.fulfill({ json: { sources: [], cursor: null } }),
    );
    await desk.open("#/sources");
    await desk.page.getByLabel("Find a source").fill("zeppelin");
    await shows(status("sources"), /^No sources for “zeppelin”\.$/);
    await desk.page.getByLabel("Find a source").fill("dead");
    await shows(desk.failure(), /did not answer/);
    await desk.page.getByRole("button", { name: "Try again" }).waitFor();
  });
});

describe("the speakers", () => {
  test("are found by name, and a speaker's page leads to each of their words in its place", async () => {
    await desk.page.route("**/v1/speakers?*", (route) => {
      const q = new URL(route.request().url()).searchParams.get("q");
      const speakers = q === null ? [] : [speaker("G7 Nations", "a group of states")];
      return route.fulfill({ json: { speakers, complete: true } });
    });
    const said = { start: 1773, end: 1824, cut: false, speaker: spokenBy("G7 Nations") };
    await desk.page.route("**/v1/speakers/*/quotations?*", (route) =>
      route.fulfill({
        json: {
          speaker: speaker("G7 Nations"),
          quotations: [
            {
              ...said,
              text: "Russia started this war",
              source: { ...source(1), id: ARTICLE, revision: undefined },
            },
            { ...said, text: HOSTILE, cut: true, source: source(2, HOSTILE) },
          ],
          cursor: null,
          complete: false,
        },
      }),
    );
    await desk.open("#/speakers");
    await desk.page.getByLabel("Find a speaker").fill("g7");
    await shows(status("speakers"), /^1 speaker for “g7”\.$/);
    await shows(
      desk.page.locator("#speakers-list"),
      /Person · a group of states · 12 quotations in 3 sources/,
    );
    await desk.page.getByRole("link", { name: "G7 Nations" }).click();
    await shows(desk.heading(), /^G7 Nations$/);
    assert.equal(await desk.focusedText(), "G7 Nations");
    await shows(desk.page.locator("#speaker-view"), /A part of the sources is not counted/);
    await shows(
      desk.page.locator("#speaker-list blockquote").nth(1),
      /<script>alert\(2\)<\/script>U\+202E …/,
    );
    await desk.page.getByRole("link", { name: "Source 1" }).click();
    await shows(
      desk.page.locator(".source-text mark"),
      /^Russia started this war and Russia can end this war$/,
    );
    await desk.page.getByRole("button", { name: "Back to the speaker" }).click();
    await shows(desk.heading(), /^G7 Nations$/);
    assert.deepEqual(desk.faults, []);
  });

  test("lead from a misspelt name to the very words in a source", async () => {
    await desk.open("#/speakers");
    await desk.page.locator("#speakers-list li").nth(5).waitFor();
    await desk.page.getByLabel("Find a speaker").fill("ackterberg");
    await shows(status("speakers"), /for “ackterberg”/);
    await desk.page.getByRole("link", { name: "Rosalind Achterberg" }).click();
    await shows(desk.heading(), /^Rosalind Achterberg$/);
    const quoted = desk.page
      .locator("#speaker-list li")
      .filter({ hasText: "We are not closing a library tonight." });
    await quoted.getByRole("link", { name: "Quay Street library wins three months" }).click();
    await shows(desk.page.locator(".source-text mark"), /^We are not closing a library tonight\.$/);
    assert.equal(await desk.page.locator("#source-view .notice").count(), 0, "of this very revision");
  });

  test("as many as are given at most: it says that there may be more", async () => {
    const speakers = Array.from({ length: 30 }, (_, index) => speaker(`Person ${index}`));
    await desk.page.route("**/v1/speakers?*", (route) => route.fulfill({ json: { speakers } }));
    await desk.open("#/speakers");
    await shows(status("speakers"), /^30 speakers\. There may be more/);
  });

  test("an endpoint that does not list them says so", async () => {
    for (const path of ["**/v1/speakers?*", "**/v1/speakers/*/quotations?*"]) {
      await desk.page.route(path, (route) => route.fulfill({ status: 404, json: { code: "not_found" } }));
    }
    await desk.open("#/speakers");
    await shows(status("speakers"), /older than this page and does not list/);
    await desk.open("#/speaker/nobody");
    await shows(desk.heading(), /^No such speaker$/);
  });
});

describe("reading a source", () => {
  test("a transcript is left plain, and one speaker's turns are marked when they are chosen", async () => {
    await desk.open("#/source/port-ellery-council-2025-03-11");
    const underlined = () =>
      desk.page
        .locator(".spoken")
        .evaluateAll(
          (all) => all.filter((one) => getComputedStyle(one).textDecorationLine !== "none").length,
        );
    assert.equal(await underlined(), 0);
    await desk.page.getByLabel("Mark what is said by").selectOption("Dev Pathak");
    assert.equal(await underlined(), 3);
    await shows(desk.page.locator(".spoken.chosen"), /^Madam Mayor, may I ask a question/);
  });

  const quotations = (given: object[], revision?: string) =>
    desk.page.route("**/v1/sources/*/quotations", async (route) => {
      const id = route.request().url().split("/").at(-2);
      const current = await (await fetch(`${desk.endpoint.origin}/v1/sources/${id}`)).json();
      const one = { id, title: current.title, revision: revision ?? current.revision };
      await route.fulfill({ json: { source: one, quotations: given, more: false } });
    });

  test("what is said is marked with who says it, and one speaker's words can be picked out", async () => {
    await quotations([
      { start: 1773, end: 1824, depth: 0, speaker: spokenBy("G7 Nations") },
      { start: 1780, end: 1790, depth: 1, speaker: spokenBy("Nobody") },
      { start: 1900, end: 1910, depth: 0, speaker: null },
    ]);
    await desk.open(`#/source/${ARTICLE}?at=1808-1824`);
    await shows(desk.page.locator(".source-text mark"), /^can end this war$/);
    await shows(desk.page.locator(".by"), /said by G7 Nations/);
    assert.equal(await desk.page.locator(".by").count(), 2, "what stands within another is the other's");
    await desk.page.getByLabel("Mark what is said by").selectOption("G7 Nations");
    assert.equal(
      (await desk.page.locator(".spoken.chosen").allTextContents()).join(""),
      "Russia started this war and Russia can end this war",
    );
  });

  test("without that knowledge, or with that of another revision, it says so and marks nothing", async () => {
    await quotations([{ start: 0, end: 90, depth: 0, speaker: spokenBy("G7 Nations") }], "sha256-other");
    await desk.open(`#/source/${ARTICLE}`);
    await shows(desk.page.locator("#source-view"), /Who says what is not marked/);
    assert.equal(await desk.page.locator(".spoken").count(), 0);
  });

  test("a link to a passage names source and place, and nothing that was pasted", async () => {
    await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await desk.open();
    await desk.check("Russia started this war and Russia should end this war.", "Somebody Secret");
    await desk.page.getByRole("button", { name: "Copy a link to this passage" }).click();
    await shows(desk.page.locator(".told"), /^Copied\. It names the source and the place, not your words\.$/);
    const link = await desk.page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      link,
      /#\/source\/china-ukraine-peace-plan-2023\?at=1773-1824&revision=sha256-[0-9a-f]{64}$/,
    );
    assert.ok(link.startsWith(`${desk.endpoint.origin}/#`));
    const other = await desk.context.newPage();
    await other.goto(link);
    await shows(other.locator(".source-text mark"), /^Russia started this war and Russia can end this war$/);
    const place = await other.locator("mark").evaluate((one) => one.getBoundingClientRect());
    assert.ok(place.top > 0 && place.bottom < 900, "in view");
    assert.equal(await other.locator("#source-view .notice").count(), 0);
  });

  test("where a page may not write to the clipboard, the link is there to be copied by hand", async () => {
    await desk.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await desk.open(`#/source/${ARTICLE}?at=1773-1824`);
    await desk.page.getByRole("button", { name: "Copy a link to this passage" }).click();
    const link = desk.page.getByLabel("The link");
    assert.match(await link.inputValue(), /#\/source\/china-ukraine-peace-plan-2023\?at=1773-1824&revision=/);
    const selected = await link.evaluate((one: HTMLInputElement) => one.selectionEnd);
    assert.equal(selected, (await link.inputValue()).length);
    await desk.inspect("copy-by-hand-light-1280");
  });

  test("a link that was made for a former text shows that text where it is kept, and says so", async () => {
    await desk.page.route(`**/v1/sources/${ARTICLE}?revision=sha256-former`, (route) =>
      route.fulfill({
        json: {
          ...source(1),
          id: ARTICLE,
          revision: "sha256-former",
          text: "He said: we may lend nine. Then he left.",
        },
      }),
    );
    await desk.open(`#/source/${ARTICLE}?at=9-25&revision=sha256-former`);
    await shows(
      desk.page.locator(".notice"),
      /changed since the link was made\. You are reading the text as it was then/,
    );
    await shows(desk.page.locator("mark"), /^we may lend nine$/);
    await desk.page.getByRole("link", { name: "Read the present text" }).click();
    await shows(desk.page.locator(".source-text"), /military blocs/);
    assert.equal(await desk.page.locator(".notice").count(), 0);
  });

  test("where the former text is gone, it does not pass the present one for it", async () => {
    await desk.open(`#/source/${ARTICLE}?at=9-25&revision=sha256-${"0".repeat(64)}`);
    await shows(desk.page.locator(".notice"), /is not kept\. [\s\S]*may not be the passage that was meant/);
    await desk.open(`#/source/${ARTICLE}?at=900000-900010`);
    await shows(desk.page.locator(".notice"), /lies behind the end/);
  });

  test("a source that is not there says so", async () => {
    await desk.open("#/source/withdrawn");
    await shows(desk.heading(), /^No such source$/);
    await desk.page.getByRole("link", { name: "Look through the sources" }).click();
    await shows(desk.heading(), /^Sources$/);
  });

  for (const [name, text] of [
    [
      "of two million characters",
      "A sentence of some length stands here, and it is one of very many. ".repeat(30_000),
    ],
    [
      "of 20,000 paragraphs",
      `${"ADA MARLOWE: The light will shine again, and we will all see it shine again.\n\n".repeat(25_000)}`,
    ],
    ["of one word of a million letters", "x".repeat(1_000_000)],
  ] as const) {
    test(`a source ${name} opens at once, at the passage asked for`, async () => {
      await desk.page.route("**/v1/sources/long", (route) =>
        route.fulfill({ json: { ...source(1, HOSTILE), id: "long", text } }),
      );
      await desk.page.route("**/v1/sources/long/quotations", (route) => {
        const said = Array.from({ length: 10_000 }, (_, index) => ({
          start: index * 79 + 13,
          end: index * 79 + 77,
          depth: 0,
          speaker: spokenBy(`Speaker ${index % 40}`),
        }));
        return route.fulfill({
          json: { source: { id: "long", title: "", revision: "sha256-0" }, quotations: said, more: true },
        });
      });
      const at = Math.floor(text.length * 0.7);
      const began = Date.now();
      await desk.open(`#/source/long?at=${at}-${at + 50}`);
      const mark = desk.page.locator(".source-text mark").first();
      await mark.waitFor();
      const took = Date.now() - began;
      assert.ok(took < 6_000, `${took} ms`);
      await desk.page.waitForTimeout(200);
      const { top, bottom } = await mark.evaluate((one) => one.getBoundingClientRect().toJSON());
      assert.ok(top > 0 && bottom < 900, `in view: ${top}`);
      await desk.fits(name);
      const shown = await desk.page.locator(".source-text").evaluate((one) => {
        for (const label of one.querySelectorAll(".by")) label.remove();
        return (one.textContent ?? "").length;
      });
      assert.equal(shown, text.replaceAll("\n", "").length, "no letter is lost");
      assert.deepEqual(desk.faults, []);
    });
  }
});

describe("how it looks", () => {
  eachLook(({ colorScheme, width }) => {
    test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
      await desk.page.emulateMedia({ colorScheme });
      await desk.page.setViewportSize({ width, height: 900 });
      const look = `${colorScheme}-${width}`;
      const said = [
        { start: 1773, end: 1824, depth: 0, speaker: spokenBy("G7 Nations") },
        { start: 785, end: 989, depth: 0, speaker: spokenBy("Chinese Foreign Ministry") },
      ];
      await desk.page.route("**/v1/sources/*/quotations", async (route) => {
        const current = await (await fetch(`${desk.endpoint.origin}/v1/sources/${ARTICLE}`)).json();
        await route.fulfill({ json: { source: current, quotations: said.toReversed(), more: false } });
      });
      await desk.page.route("**/v1/speakers?*", (route) =>
        route.fulfill({
          json: {
            speakers: [speaker("Rosalind Achterberg", "Mayor"), speaker("Edmund Tansley"), speaker(HOSTILE)],
          },
        }),
      );
      await desk.page.route("**/v1/speakers/*/quotations?*", (route) =>
        route.fulfill({
          json: {
            speaker: speaker("Rosalind Achterberg", "Mayor"),
            quotations: [
              "We lent 48,200 books last year, and we will lend more.",
              `A word without a space: ${"unbroken".repeat(40)}`,
            ].map((text, index) => ({
              ...said[0],
              text,
              cut: index === 1,
              source: source(index, "Library vote"),
            })),
            cursor: "more",
          },
        }),
      );
      await desk.open("#/sources");
      await desk.page.locator("#sources-list li").first().waitFor();
      await desk.inspect(`sources-${look}`);
      await desk.open("#/speakers");
      await desk.page.locator("#speakers-list li").first().waitFor();
      await desk.inspect(`speakers-${look}`);
      await desk.open("#/speaker/rosalind%20achterberg");
      await desk.page.locator("#speaker-list li").first().waitFor();
      await desk.inspect(`speaker-${look}`);
      await desk.open(`#/source/${ARTICLE}?at=1773-1824&revision=sha256-old`);
      await desk.page.locator(".source-text mark").waitFor();
      await desk.inspect(`source-${look}`);
      await desk.open("#/source/withdrawn");
      await shows(desk.heading(), /No such source/);
      await desk.inspect(`source-missing-${look}`);
      await desk.open("#/nowhere");
      await desk.inspect(`unknown-${look}`);
    });
  });
});
