import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { ArticlePages, ExtensionBrowser, PanelProbe } from "./extension.ts";
import { ExtensionWorld, SCREENSHOTS } from "./extension-world.ts";
import type { Made, Recorder } from "./recorder.ts";

/** The built extension, loaded in Chromium: words that a reader selects. */

const EXACT = "Russia started this war and Russia can end this war";

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

async function open(name: string): Promise<void> {
  await page.goto(`${articles.origin}/${name}.html`);
}

/** Selects from the first occurrence of one word to the last of another within an element, as a hand does. */
async function select(selector: string, from: string, to: string): Promise<void> {
  await page.evaluate(
    ([within, first, last]) => {
      const element = document.querySelector(within) as HTMLElement;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let begun = false;
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const start = node.data.indexOf(first);
        if (!begun && start >= 0) range.setStart(node, start);
        begun ||= start >= 0;
        const end = node.data.lastIndexOf(last);
        if (begun && end >= 0) range.setEnd(node, end + last.length);
      }
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [selector, from, to] as const,
  );
}

const checks = () => recorder.requests.filter(({ path }) => path === "/v1/check");

describe("a selection", () => {
  test("brings the verdict, both wordings, the speaker, the context and the way to the source", async () => {
    await open("plain");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    const text = await panel.shows(/Altered/);
    assert.match(text, /can end this war/);
    assert.match(text, /Who said it\s+G7/);
    assert.match(text, /statement reads/);
    assert.match(text, /In context/);
    assert.deepEqual(
      await panel.evaluate((root) => [...root.querySelectorAll("del")].map((del) => del.textContent)),
      ["should"],
    );
    assert.deepEqual(
      await panel.evaluate((root) => [...root.querySelectorAll("ins")].map((ins) => ins.textContent)),
      ["can"],
    );
    assert.match(
      (await panel.evaluate((root) => root.querySelector(".context mark")?.textContent ?? "")) ?? "",
      /can end this war/,
    );
    const links = await panel.evaluate((root) =>
      [...root.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    );
    const link = links?.find((href) => href?.startsWith(`${recorder.origin}/#/source/`));
    assert.match(link ?? "", /\/china-ukraine-peace-plan-2023\?at=1773-1824&revision=sha256-[0-9a-f]{64}$/);
    await page.screenshot({ path: `${SCREENSHOTS}extension-selection.png` });
    assert.deepEqual(faults, []);
    assert.deepEqual(articles.strays, [], "nothing of the extension's is fetched through the page");
  });

  test("is sent once, to the endpoint alone, with the words around it and nothing of the person", async () => {
    await open("plain");
    await browser.context.addCookies([{ name: "session", value: "secret", url: recorder.origin }]);
    assert.equal(recorder.requests.length, 0, "nothing goes out by opening a page");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    await panel.shows(/Altered/);
    const [request] = recorder.requests;
    assert.equal(recorder.requests.length, 1);
    const body = JSON.parse(request?.body ?? "{}");
    assert.equal(body.quote, "Russia started this war and Russia should end this war,");
    assert.match(body.prefix, /the ministers met\. “$/);
    assert.match(body.suffix, /^” the statement read/);
    assert.deepEqual(Object.keys(body).sort(), ["prefix", "quote", "suffix"]);
    assert.match(String(request?.headers["x-install-id"]), /^[0-9a-f-]{36}$/);
    assert.equal(request?.headers.cookie, undefined);
    assert.equal(request?.headers.referer, undefined);
    assert.equal(request?.headers.authorization, undefined);
  });

  test("that begins and ends within words is taken as whole words", async () => {
    await open("plain");
    await select("#wrong", "ussia started", "end this wa");
    await browser.pressToolbar(page);
    await panel.shows(/Accurate/);
    assert.equal(JSON.parse(checks()[0]?.body ?? "{}").quote, EXACT);
  });

  test("is sent as it is seen, and nothing that stands outside of its own paragraph", async () => {
    await open("odd");
    await select("#mixed", "Russia started", "end this war.");
    await browser.pressToolbar(page);
    await panel.shows(/Accurate/);
    assert.equal(JSON.parse(checks()[0]?.body ?? "{}").quote, `${EXACT}.`);
    await select("#headline", "Russia started", "this war");
    await browser.pressToolbar(page);
    await page.waitForTimeout(300);
    await panel.shows(/Accurate/);
    assert.deepEqual(JSON.parse(checks()[1]?.body ?? "{}"), { quote: EXACT });
  });

  test("of a word in a script without spaces stays that word", async () => {
    await open("odd");
    await select("#cjk", "ロシア", "ロシア");
    await browser.pressToolbar(page);
    await panel.shows(/Not found|Cannot check/);
    assert.equal(JSON.parse(checks()[0]?.body ?? "{}").quote, "ロシア");
  });

  test("in a field of the page is checked too", async () => {
    await open("plain");
    await page.locator("#input input").focus();
    await page.keyboard.press("Control+a");
    await browser.pressToolbar(page);
    await panel.shows(/Accurate/);
  });

  test("is checked against a speaker that the reader names, and the page gets none of the keys", async () => {
    await open("plain");
    await select("#wrong", "Russia started", "this war,");
    await browser.pressToolbar(page);
    await panel.shows(/Accurate/);
    await panel.press("summary", /Name a speaker/);
    await panel.press("#who", /^/);
    await page.keyboard.type("Vladimir Putin");
    await page.keyboard.press("Enter");
    await panel.shows(/Misattributed[\s\S]*G7[\s\S]*You gave Vladimir Putin/);
    assert.deepEqual(await page.evaluate(() => (window as unknown as { keys: string[] }).keys), []);
  });

  test("of two common words cannot be checked, and that is no verdict on them", async () => {
    await open("plain");
    await select("#wrong", "this", "war");
    await page.evaluate(() => getSelection()?.modify("move", "forward", "character"));
    await select("#absent", "will have", "have");
    await browser.pressToolbar(page);
    await panel.shows(/Cannot check[\s\S]*nothing about whether the words are genuine/);
  });

  test("from the context menu, where the page has let it go since", async () => {
    await open("plain");
    await browser.pressToolbar(page);
    await panel.shows(/Nothing is selected/);
    await browser.chooseFromMenu(page, "check-selection", EXACT);
    await panel.shows(/Accurate/);
  });

  test("on a page with the strictest content policy, without a complaint of it", async () => {
    await open("strict");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    await panel.shows(/Altered/);
    const background = await panel.evaluate(
      (root) => getComputedStyle(root.querySelector(".panel") as Element).position,
    );
    assert.equal(background, "fixed", "the panel has its style");
    assert.deepEqual(faults, []);
  });

  test("of hostile words: they are shown, not obeyed", async () => {
    await open("entities");
    await select("#hostile", "<img", "meant it");
    await browser.pressToolbar(page);
    await panel.shows(/Not found/);
    await panel.press("summary", /Name a speaker/);
    assert.equal(await panel.evaluate((root) => root.querySelectorAll("img, script").length), 0);
    assert.deepEqual(faults, []);
  });
});

describe("the panel", () => {
  test("takes the focus, closes with Escape, and leaves the page as it was", async () => {
    await open("plain");
    const before = await page.content();
    await page.locator("#input input").focus();
    await browser.pressToolbar(page);
    await panel.shows(/Nothing is selected/);
    assert.equal(recorder.requests.length, 0, "pressing the toolbar alone sends nothing");
    assert.equal(await panel.evaluate((root) => root.activeElement?.textContent), "Nothing is selected");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.localName === "input");
    assert.equal(await page.content(), before);
  });

  test("lies where no script of the page comes upon it by chance", async () => {
    await open("plain");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    await panel.shows(/Altered/);
    const seen = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return {
        root: host.shadowRoot,
        text: host.textContent,
        verbatim: typeof (window as { verbatim?: unknown }).verbatim,
      };
    });
    assert.deepEqual(seen, { root: null, text: "", verbatim: "undefined" });
  });

  test("answers a question it knows from memory, and asks anew when told to", async () => {
    await open("plain");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    await panel.shows(/Altered/);
    await browser.pressToolbar(page);
    await panel.shows(/Altered/);
    await page.waitForTimeout(300);
    assert.equal(checks().length, 1);
    await panel.press("button", /Check again/);
    await page.waitForTimeout(300);
    await panel.shows(/Altered/);
    assert.equal(checks().length, 2);
    const kept = await browser.worker.evaluate(() => chrome.storage.local.get(null));
    assert.deepEqual(
      Object.keys(kept).sort(),
      ["installId", "key", "origin"],
      "nothing of it is on the disk",
    );
  });

  test("may be moved out of the way", async () => {
    await open("plain");
    await browser.pressToolbar(page);
    await panel.shows(/Nothing is selected/);
    const left = () =>
      panel.evaluate((root) => root.querySelector(".panel")?.getBoundingClientRect().left ?? -1);
    assert.ok(((await left()) ?? 0) > 600);
    await panel.press("button", /Other side/);
    assert.equal(await left(), 0);
  });

  test("where no script may run, the answer stands in a tab of its own", async () => {
    await page.goto("chrome://version/");
    const opened = browser.context.waitForEvent("page");
    await browser.pressToolbar(page);
    const own = await opened;
    await own.getByLabel("The words as they were quoted").fill(EXACT);
    await own.getByLabel("Who is said to have said it?").fill("Vladimir Putin");
    await own.getByRole("button", { name: "Check", exact: true }).click();
    await own
      .locator(".verdict")
      .filter({ hasText: /Misattributed/ })
      .waitFor();
    assert.doesNotMatch(own.url(), /Russia/, "the words are not in the browser's history");
  });
});

describe("when there is no answer", () => {
  const problem = (code: string) => JSON.stringify({ code, detail: "raw detail" });
  const CASES: { name: string; made: Made; says: RegExp }[] = [
    {
      name: "a wrong key",
      made: { status: 401, body: problem("unauthenticated") },
      says: /only with a valid key[\s\S]*Open the settings/,
    },
    {
      name: "a key for something else",
      made: { status: 403, body: problem("forbidden") },
      says: /not for this[\s\S]*scope “read”/,
    },
    {
      name: "too many requests",
      made: { status: 429, headers: { "Retry-After": "30" }, body: problem("rate_limited") },
      says: /Too many checks[\s\S]*Wait 30 seconds/,
    },
    {
      name: "the corpus away",
      made: { status: 503, body: problem("unavailable") },
      says: /sources cannot be reached[\s\S]*Try again/,
    },
    {
      name: "another server",
      made: { status: 404, body: "<html>nginx</html>" },
      says: /no Verbatim endpoint at this address[\s\S]*Open the settings/,
    },
    {
      name: "a sign-in page",
      made: { status: 200, body: "<html>Sign in</html>" },
      says: /no Verbatim endpoint at this address/,
    },
    {
      name: "a fault",
      made: { status: 500, headers: { "X-Request-Id": "r-123" }, body: problem("internal") },
      says: /The endpoint failed[\s\S]*r-123/,
    },
  ];
  for (const { name, made, says } of CASES) {
    test(`${name}: says what to do`, async () => {
      await open("plain");
      await select("#altered", "Russia started", "war,");
      recorder.made = made;
      await browser.pressToolbar(page);
      const text = await panel.shows(says);
      assert.doesNotMatch(text, /raw detail|[{}]/);
    });
  }

  test("a dead endpoint: says so, and “Try again” works once it is up", async () => {
    await open("plain");
    await select("#altered", "Russia started", "war,");
    await browser.set({ origin: "http://127.0.0.1:9" });
    await browser.pressToolbar(page);
    await panel.shows(/The endpoint did not answer[\s\S]*Open the settings/);
    await browser.set({ origin: recorder.origin });
    await panel.press("button", /Try again/);
    await panel.shows(/Altered/);
  });

  test("the key goes along where there is one", async () => {
    await browser.set({ origin: recorder.origin, key: "vb_secret" });
    recorder.made = { status: 401, body: problem("unauthenticated") };
    await open("plain");
    await select("#altered", "Russia started", "war,");
    await browser.pressToolbar(page);
    await panel.shows(/only with a valid key/);
    assert.equal(recorder.requests[0]?.headers.authorization, "Bearer vb_secret");
    const seen = await panel.evaluate(async () => {
      try {
        return JSON.stringify(await chrome.storage.local.get(null));
      } catch {
        return "refused";
      }
    });
    assert.equal(seen, "refused", "a script in a page cannot read the key");
  });
});

describe("the settings", () => {
  async function openSettings(): Promise<void> {
    await page.goto(`chrome-extension://${browser.id}/options.html`);
    await page.waitForFunction(() => (document.getElementById("origin") as HTMLInputElement).value !== "");
  }

  test("are saved and tried: the page says how much the endpoint searches", async () => {
    await openSettings();
    await page.getByLabel("The endpoint’s address").fill(` ${recorder.origin}/ `);
    await page.getByRole("button", { name: "Save and try it" }).click();
    await page
      .locator("#result")
      .filter({ hasText: /The endpoint answers: 11 sources, 4,343 words/ })
      .waitFor();
    const saved = await browser.worker.evaluate(() => chrome.storage.local.get("origin"));
    assert.deepEqual(saved, { origin: recorder.origin });
  });

  test("refuse an address over which words would travel in the open", async () => {
    await openSettings();
    await page.getByLabel("The endpoint’s address").fill("http://verbatim.example");
    await page.getByRole("button", { name: "Save and try it" }).click();
    await page
      .locator("#origin-error")
      .filter({ hasText: /must begin with https/ })
      .waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "origin");
    const saved = await browser.worker.evaluate(() => chrome.storage.local.get("origin"));
    assert.deepEqual(saved, { origin: recorder.origin });
  });

  test("a key that the endpoint refuses is told at once", async () => {
    await openSettings();
    await page.getByLabel("Key").fill("vb_wrong");
    await page.getByRole("button", { name: "Save and try it" }).click();
    await page
      .locator("#result")
      .filter({ hasText: /only with a valid key/ })
      .waitFor();
  });
});

describe("how it looks", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await open("plain");
        await browser.pressToolbar(page);
        await panel.shows(/Nothing is selected/);
        await inspect("start");
        await select("#altered", "Russia started", "war,");
        await browser.pressToolbar(page);
        await panel.shows(/Altered/);
        await inspect("answer");
        recorder.made = { status: 503, body: "{}" };
        await select("#absent", "Every bridge", "children");
        await browser.pressToolbar(page);
        await panel.shows(/cannot be reached/);
        await inspect("failure");
        await page.goto(`chrome-extension://${browser.id}/options.html`);
        await page.screenshot({
          path: `${SCREENSHOTS}extension-settings-${colorScheme}-${width}.png`,
          fullPage: true,
        });

        async function inspect(name: string): Promise<void> {
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
