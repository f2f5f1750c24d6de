import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { ArticlePages, ExtensionBrowser, PanelProbe } from "./extension.ts";
import { ExtensionWorld, SCREENSHOTS } from "./extension-world.ts";
import type { Recorder } from "./recorder.ts";

/** The built extension, loaded in Chromium: every quotation of a page, marked in its place. */

let world: ExtensionWorld;
let recorder: Recorder;
let articles: ArticlePages;
let browser: ExtensionBrowser;
let page: Page;
let panel: PanelProbe;
let faults: string[];

before(async () => {
  world = await ExtensionWorld.start();
  ({ recorder, articles, browser } = world);
});

after(() => world?.end());

beforeEach(async () => {
  ({ page, panel, faults } = await world.freshPage());
});

afterEach(() => world.closePages());

/** Opens an article and asks for the whole of it by toolbar and button. */
async function checkPage(name: string): Promise<void> {
  await page.goto(`${articles.origin}/${name}.html`);
  await askForPage();
}

async function askForPage(): Promise<void> {
  await browser.pressToolbar(page);
  await panel.shows(/Nothing is selected/);
  await panel.press("button", /Check every quotation/);
  await panel.shows(/(?:\d|No) quotations? on this page/);
}

/** What is underlined on the page, by kind of underline. */
function underlined(): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const squeezed = (range: AbstractRange) => (range as Range).toString().replaceAll(/\s+/g, " ");
    return Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(squeezed)]));
  });
}

/** Waits until what is underlined is as it should be. */
async function underlines(wanted: Record<string, string[]>): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    if (JSON.stringify(await underlined()) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(50);
  }
  assert.deepEqual(await underlined(), wanted);
}

const ALTERED = "Russia started this war and Russia should end this war,";
const EXACT = "Russia started this war and Russia can end this war,";
const ABSENT = "Every bridge we burn tonight will have to be rebuilt by our own children,";

const marks = () =>
  panel.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>(".mark:not([hidden])")].map(
      (mark) => mark.getAttribute("aria-label") ?? "",
    ),
  );

describe("a page", () => {
  test("is checked in one request, its article alone", async () => {
    await checkPage("plain");
    const sent = recorder.requests.filter(({ method }) => method === "POST");
    assert.equal(sent.length, 1);
    const { html, title, language } = JSON.parse(sent[0]?.body ?? "{}");
    assert.equal(title, "Ministers answer the peace plan | The Harbour Daily");
    assert.equal(language, undefined);
    assert.doesNotMatch(html, /teaser|footer|127\.0\.0\.1|keydown/);
    assert.doesNotMatch(
      html,
      /<(?:em|div|script|style|input|a)\b|=/,
      "no attribute and no tag that says nothing of quotations",
    );
    assert.deepEqual(articles.strays, []);
  });

  test("has each quotation underlined by its verdict, with an icon that says it in words", async () => {
    await checkPage("plain");
    await underlines({
      "verbatim-altered": [ALTERED],
      "verbatim-misattributed": [EXACT],
      "verbatim-unknown": [ABSENT],
    });
    assert.deepEqual(await marks(), [
      `Altered: “${ALTERED}”`,
      `Misattributed: “${EXACT}”`,
      `Not found: “${ABSENT}”`,
    ]);
    const styles = await page.evaluate(() =>
      ["verbatim-altered", "verbatim-misattributed", "verbatim-unknown"].map(
        (name) =>
          getComputedStyle(document.querySelector("#altered") as Element, `::highlight(${name})`)
            .textDecorationStyle,
      ),
    );
    assert.equal(new Set(styles).size, 3, `each has a line of its own: ${styles}`);
    const text = await panel.text();
    assert.match(text, /3 quotations on this page\s+1 misattributed\s+1 altered\s+1 not found/);
    assert.match(text, /1 more is a title, a nickname or a few words in marks/);
    assert.match(text, /Vladimir Putin/);
    await page.screenshot({ path: `${SCREENSHOTS}extension-page.png` });
    assert.deepEqual(faults, []);
  });

  test("is stepped through: each comes into view with its differences, and the page shows which", async () => {
    await checkPage("plain");
    await page.setViewportSize({ width: 1280, height: 300 });
    await panel.press("button", /Next/);
    await panel.shows(/1 of 3[\s\S]*As quoted[\s\S]*In the source/);
    assert.deepEqual((await underlined())["verbatim-current"], [ALTERED]);
    assert.deepEqual(
      await panel.evaluate((root) => [...root.querySelectorAll("del")].map((del) => del.textContent)),
      ["should"],
    );
    await panel.press("button", /Previous/);
    await panel.shows(/3 of 3/);
    const top = await page.locator("#absent").evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 300, `in view: ${top}`);
    await panel.evaluate((root) => {
      const filter = root.querySelector("select") as HTMLSelectElement;
      filter.value = "misattributed";
      filter.dispatchEvent(new Event("change"));
    });
    await panel.shows(/1 shown/);
    await panel.press("button", /Next/);
    await panel.shows(/1 of 1[\s\S]*The page names Vladimir Putin\. The source names another speaker/);
  });

  test("is worked on with the keyboard alone, from the toolbar's shortcut on", async () => {
    await page.goto(`${articles.origin}/plain.html`);
    await browser.pressToolbar(page);
    await panel.shows(/Nothing is selected/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await panel.shows(/3 quotations on this page/);
    const focused = () => panel.evaluate((root) => root.activeElement?.textContent ?? "");
    assert.match((await focused()) ?? "", /3 quotations on this page/);
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press("Tab");
    assert.equal(await focused(), "Next");
    await page.keyboard.press("Enter");
    await panel.shows(/1 of 3/);
    await page.keyboard.press("Tab");
    assert.match((await focused()) ?? "", /Altered/);
    await page.keyboard.press("Enter");
    assert.equal(await panel.evaluate((root) => root.activeElement?.getAttribute("aria-expanded")), "false");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => CSS.highlights.size === 0);
  });

  test("has its icons beside the words, and pressing one opens its entry", async () => {
    await checkPage("plain");
    const [mark, words] = await Promise.all([
      panel.evaluate((root) => {
        const { x, y, height } = (root.querySelectorAll(".mark")[1] as HTMLElement).getBoundingClientRect();
        return { x, y, height };
      }),
      page.evaluate(() => {
        const [range] = CSS.highlights.get("verbatim-misattributed") as unknown as Iterable<Range>;
        const { right, top } = (range as Range).getBoundingClientRect();
        return { right, top };
      }),
    ]);
    assert.ok(Math.abs((mark?.x ?? 0) - words.right) < 12, `${mark?.x} beside ${words.right}`);
    assert.ok(
      Math.abs((mark?.y ?? 0) + (mark?.height ?? 0) - words.top) < 16,
      `${mark?.y} above ${words.top}`,
    );
    await panel.press(".mark[title='Misattributed']", /^/);
    await panel.shows(/2 of 3/);
  });

  test("with tags, entities, marks made by tags and block quotations: each is found whole", async () => {
    await checkPage("entities");
    const found = await underlined();
    assert.deepEqual(found["verbatim-accurate"], [
      "We call on Russia to stop its ongoing aggression and to immediately, completely and unconditionally withdraw its troops from the entire internationally recognized territory of Ukraine.",
      "Russia started this war and Russia can end this war.",
    ]);
    assert.deepEqual(found["verbatim-altered"], [
      "The security of a region should be achieved by strengthening or expanding military blocs.",
    ]);
    assert.equal(found["verbatim-unknown"]?.length, 1);
    const body = recorder.requests.at(-1)?.body ?? "";
    assert.doesNotMatch(body, /hidden sentence/, "what nobody sees is not sent");
  });

  test("with hostile words: they are shown, not obeyed, and direction overrides are named", async () => {
    await checkPage("entities");
    await panel.shows(/<img src=x onerror=alert\(1\)> & <script>alert\(2\)<\/script> said the U\+202Emarkup/);
    assert.equal(await panel.evaluate((root) => root.querySelectorAll("img, script").length), 0);
    assert.deepEqual(faults, []);
  });

  test("with the strictest content policy is marked as any other, without a complaint of it", async () => {
    await checkPage("strict");
    await underlines({ "verbatim-altered": [ALTERED] });
    const line = await page.evaluate(
      () =>
        getComputedStyle(document.querySelector("#altered") as Element, "::highlight(verbatim-altered)")
          .textDecorationStyle,
    );
    assert.equal(line, "wavy");
    assert.deepEqual(faults, []);
  });

  test("in another language than English says which", async () => {
    await page.goto(`${articles.origin}/plain.html`);
    await page.evaluate(() => {
      document.documentElement.lang = "fr-CA";
    });
    await askForPage();
    await panel.shows(/quotation/);
    const sent = recorder.requests.filter(({ method }) => method === "POST");
    assert.equal(JSON.parse(sent.at(-1)?.body ?? "{}").language, "fr-CA");
  });

  test("of several articles without a title, with drop caps, footnotes and words of a program: read as it is seen", async () => {
    await checkPage("odd");
    await underlines({
      "verbatim-accurate": ["Russia started this war and Russia 1can end this warwɔː,"],
      "verbatim-unknown": [ABSENT],
    });
    const sent = JSON.parse(recorder.requests.at(-1)?.body ?? "{}");
    assert.equal("title" in sent, false);
    assert.match(
      sent.html,
      /The constructor said so\. The valueOf and the toString of it: __proto__ and hasOwnProperty &amp; &lt;more&gt;\./,
    );
    assert.match(sent.html, /“Russia started this war and Russia can end this war,” said the G7/);
    assert.doesNotMatch(sent.html, /nobody is shown|nobody sees|draft of my own|SECRET|bob@|HIDDEN/);
  });

  test("with 200 quotations has all of them marked and listed, and the last can be opened", async () => {
    await page.goto(`${articles.origin}/app.html`);
    await page.evaluate(() => {
      const app = window as unknown as { draw(lead: string, quotes: string[]): void };
      const quote = (_: unknown, number: number) =>
        `“Sentence number ${number} of a very long evening in the harbour,” it was said from the floor.`;
      app.draw("A long evening.", Array.from({ length: 200 }, quote));
    });
    await askForPage();
    const listed = () => panel.evaluate((root) => root.querySelectorAll(".entry").length);
    for (let attempt = 0; attempt < 100 && (await listed()) !== 200; attempt++) await page.waitForTimeout(50);
    assert.equal(await listed(), 200);
    assert.equal((await marks())?.length, 200);
    await panel.press("button", /Previous/);
    await panel.shows(/200 of 200/);
    const seen = await page.evaluate(() => {
      const { top } = (document.querySelector("p:last-child") as Element).getBoundingClientRect();
      return top > 0 && top < innerHeight;
    });
    assert.ok(seen, "the page shows the last one");
  });

  test("that has none says so", async () => {
    await page.goto(`${articles.origin}/plain.html`);
    await page.evaluate(() =>
      document
        .querySelector("article")
        ?.replaceChildren(
          "A text in which nobody is quoted at all, however long one looks at it. ".repeat(10),
        ),
    );
    await browser.pressToolbar(page);
    await panel.press("button", /Check every quotation/);
    await panel.shows(/No quotations on this page[\s\S]*between quotation marks/);
  });

  test("that cannot be checked says what to do, and is left unmarked", async () => {
    recorder.made = {
      status: 429,
      headers: { "Retry-After": "7" },
      body: JSON.stringify({ code: "rate_limited" }),
    };
    await page.goto(`${articles.origin}/plain.html`);
    await browser.pressToolbar(page);
    await panel.press("button", /Check every quotation/);
    await panel.shows(/Too many checks[\s\S]*Wait 7 seconds/);
    assert.deepEqual(await underlined(), {});
    recorder.made = null;
    await panel.press("button", /Try again/);
    await panel.shows(/3 quotations on this page/);
  });
});

describe("an answer that is none", () => {
  const REPORT = { severity: "none", counts: { unread: 0 }, corpus: { sources: 1, words: 1 }, engine: "9" };
  const RESULT = {
    verdict: "half_true",
    severity: "none",
    summary: "So.",
    matches: [],
    corpus: { sources: 1, words: 1 },
  };
  const answer = (body: object) => {
    recorder.made = { status: 200, body: JSON.stringify(body) };
  };

  test("of another shape: says that something else answered, and asks again when told to", async () => {
    answer({ ...REPORT, quotations: [{}] });
    await page.goto(`${articles.origin}/plain.html`);
    await browser.pressToolbar(page);
    await panel.press("button", /Check every quotation/);
    await panel.shows(/no Verbatim endpoint at this address/);
    recorder.made = null;
    await panel.press("button", /Try again/);
    await panel.shows(/3 quotations on this page/);
  });

  test("of a newer endpoint: a verdict that this extension does not know is shown by its name, and a quotation without words is left out", async () => {
    const quotation = { text: "x", start: 0, end: 0, speaker: null, scare: false, result: RESULT };
    answer({
      ...REPORT,
      quotations: [
        quotation,
        { ...quotation, start: 30, end: 60 },
        { ...quotation, start: 60, end: 90, result: { ...RESULT, verdict: "constructor" } },
      ],
    });
    await checkPage("plain");
    await panel.shows(/2 quotations on this page\s+1 half_true\s+1 constructor/);
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => 1), 1, "the page still answers");
  });
});

describe("acts that follow one another", () => {
  test("over a dialog that opens and closes meanwhile: the panel is always in reach", async () => {
    await page.goto(`${articles.origin}/plain.html`);
    await page.evaluate(() => {
      const dialog = document.createElement("dialog");
      dialog.append("A dialog of the page’s");
      document.body.append(dialog);
    });
    const reachable = async () => {
      await browser.pressToolbar(page);
      await panel.shows(/Nothing is selected/);
      const focused = () => panel.evaluate((root) => root.activeElement?.textContent ?? "");
      for (let attempt = 0; attempt < 40 && (await focused()) !== "Nothing is selected"; attempt++)
        await page.waitForTimeout(50);
      assert.equal(await focused(), "Nothing is selected");
    };
    await reachable();
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    await reachable();
    await page.evaluate(() => document.querySelector("dialog")?.close());
    await panel.shows(/Nothing is selected/);
    await reachable();
    await panel.press("button", /Close/);
    assert.equal(await panel.text(), "");
  });

  test("closing while the answer is on its way leaves nothing behind", async () => {
    await page.goto(`${articles.origin}/plain.html`);
    const before = await page.content();
    await browser.pressToolbar(page);
    await panel.shows(/Nothing is selected/);
    await panel.press("button", /Check every quotation/);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(800);
    assert.equal(await page.content(), before);
    assert.deepEqual(await underlined(), {});
  });

  test("a selection takes the place of the page's list, marks and all", async () => {
    await checkPage("plain");
    await underlines({
      "verbatim-altered": [ALTERED],
      "verbatim-misattributed": [EXACT],
      "verbatim-unknown": [ABSENT],
    });
    await page.locator("#input input").focus();
    await page.keyboard.press("Control+a");
    await browser.pressToolbar(page);
    await panel.shows(/Accurate/);
    assert.deepEqual(await underlined(), {});
    assert.doesNotMatch(await panel.text(), /quotations on this page/);
  });
});

describe("a page that changes under its marks", () => {
  const draw = (lead: string, from = 0) =>
    page.evaluate(
      ([words, first]) => {
        const app = window as unknown as { draw(lead: string, quotes: string[]): void; QUOTES: string[] };
        app.draw(words, app.QUOTES.slice(first));
      },
      [lead, from] as const,
    );

  test("drawn anew, keeps them in their places", async () => {
    await checkPage("app");
    const wanted = {
      "verbatim-altered": [ALTERED],
      "verbatim-misattributed": [EXACT],
      "verbatim-unknown": [ABSENT],
    };
    await underlines(wanted);
    await draw("Drawn anew, with a longer lead above the quotations than there was before.");
    await underlines(wanted);
    assert.equal(recorder.requests.length, 1, "nothing is sent again of itself");
  });

  test("that drops a quotation says so in the list, and marks it again when it is back", async () => {
    await checkPage("app");
    await draw("One less.", 1);
    await underlines({ "verbatim-misattributed": [EXACT], "verbatim-unknown": [ABSENT] });
    await panel.shows(/Altered[\s\S]*No longer on the page/);
    assert.equal((await marks())?.length, 2);
    await draw("All there.");
    await underlines({
      "verbatim-altered": [ALTERED],
      "verbatim-misattributed": [EXACT],
      "verbatim-unknown": [ABSENT],
    });
    assert.doesNotMatch(await panel.text(), /No longer on the page/);
  });

  test("that throws the panel out gets it back", async () => {
    await checkPage("app");
    await page.evaluate(() => (window as unknown as { throwOut(): void }).throwOut());
    await page.waitForFunction(() => document.documentElement.lastElementChild?.localName === "div");
    await panel.shows(/3 quotations on this page/);
  });

  test("that throws the panel out again and again gets rid of it, and of every mark", async () => {
    await checkPage("app");
    await page.evaluate(() => {
      new MutationObserver(() => (window as unknown as { throwOut(): void }).throwOut()).observe(
        document.documentElement,
        { childList: true },
      );
      (window as unknown as { throwOut(): void }).throwOut();
    });
    await underlines({});
    assert.equal(await panel.text(), "");
  });

  test("is clean again once the panel is closed, and stays so", async () => {
    await page.goto(`${articles.origin}/app.html`);
    const before = await page.content();
    await askForPage();
    await underlines({
      "verbatim-altered": [ALTERED],
      "verbatim-misattributed": [EXACT],
      "verbatim-unknown": [ABSENT],
    });
    await panel.press("button", /Close/);
    assert.deepEqual(await underlined(), {});
    assert.equal(await page.content(), before);
    await draw("Drawn once more.");
    await page.waitForTimeout(600);
    assert.deepEqual(await underlined(), {});
    const line = await page.evaluate(
      () => getComputedStyle(document.body, "::highlight(verbatim-altered)").textDecorationLine,
    );
    assert.equal(line, "none", "the underlines' style is gone too");
  });
});

describe("how it looks", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await checkPage("plain");
        await inspect("list");
        await panel.press("button", /Next/);
        await panel.shows(/1 of 3/);
        await inspect("entry");

        async function inspect(name: string): Promise<void> {
          await page.waitForTimeout(100);
          await page.screenshot({ path: `${SCREENSHOTS}extension-${name}-${colorScheme}-${width}.png` });
          assert.deepEqual(await panel.violations(), [], name);
          const overflow = await panel.evaluate((root) => {
            const body = root.querySelector(".body") as HTMLElement;
            return body.scrollWidth - body.clientWidth;
          });
          assert.ok((overflow ?? 1) <= 0, `${name} is cut off by ${overflow} px`);
        }
      });
    }
  }
});
