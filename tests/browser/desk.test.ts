import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { EXAMPLES } from "../../src/web/examples.ts";
import { type Endpoint, startEndpoint } from "./server.ts";

/** The desk as a person meets it: the real endpoint, in Chromium. Only error answers are made up. */

const SCREENSHOTS = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const FIRST_LOAD_BYTES_MAX = 60_000;
const ALTERED = "Russia started this war and Russia should end this war.";
const EXACT = "Russia started this war and Russia can end this war.";

let endpoint: Endpoint;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

before(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  endpoint = await startEndpoint();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: BROWSER_ARGS,
  });
});

after(async () => {
  await browser?.close();
  await endpoint?.stop();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  faults = watch(page);
});

afterEach(() => context.close());

/** Collects what must never happen on the page: script errors, dialogs, refusals by its content policy. */
function watch(page: Page): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("dialog", (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

async function openDesk(): Promise<void> {
  await page.goto(`${endpoint.origin}/`);
  await page.getByRole("button", { name: "Check", exact: true }).waitFor();
}

async function checkWords(words: string, speaker = ""): Promise<void> {
  await page.getByLabel("The words as they were quoted").fill(words);
  await page.getByLabel("Who is said to have said it?").fill(speaker);
  await page.getByRole("button", { name: "Check", exact: true }).click();
}

const verdict = () => page.locator("#result .verdict");
const failure = () => page.locator("#result .failure-title");
const focusedId = () => page.evaluate(() => document.activeElement?.id ?? "");

async function shows(locator: ReturnType<Page["locator"]>, words: RegExp): Promise<void> {
  await locator.filter({ hasText: words }).first().waitFor();
}

describe("a check", () => {
  test("an altered quotation: the verdict first, both wordings with the differing words marked", async () => {
    await openDesk();
    await checkWords(ALTERED);
    await shows(verdict(), /Altered/);
    assert.equal(await focusedId(), "result-title", "the answer's heading has the focus");
    await shows(page.locator(".summary"), /can end this war/);
    assert.deepEqual(await page.locator(".match").first().locator("del").allTextContents(), ["should"]);
    assert.deepEqual(await page.locator(".match").first().locator("ins").allTextContents(), ["can"]);
    await shows(page.locator(".changes li"), /Material.*can.*should/);
    await shows(page.locator(".said"), /G7/);
    await shows(page.locator(".said"), /statement reads/);
    await shows(page.locator(".context mark"), /can end this war/);
    await shows(page.locator(".source"), /24 February 2023/);
    await shows(page.locator(".searched"), /Searched \d+ sources?, [\d,]+ words/);
    assert.deepEqual(faults, []);
  });

  test("an accurate quotation: the source's words, and nothing marked as different", async () => {
    await openDesk();
    await checkWords(EXACT);
    await shows(verdict(), /Accurate/);
    assert.equal(await page.locator("del.material, ins.material, .gap.material").count(), 0);
    await shows(
      page.locator(".pair blockquote").nth(1),
      /Russia started this war and Russia can end this war/,
    );
  });

  test("a dropped “not” is marked in the source, and its place in the quotation", async () => {
    await openDesk();
    await page.getByRole("button", { name: "A “not” dropped" }).click();
    await shows(verdict(), /Altered/);
    await shows(page.locator(".match").first().locator("ins.material"), /^\s*not\s*$/);
    assert.equal(await page.getByRole("img", { name: "words missing here" }).count(), 1);
  });

  test("the wrong speaker: who it was, and who was named", async () => {
    await openDesk();
    await checkWords(EXACT, "Vladimir Putin");
    await shows(verdict(), /Misattributed/);
    await shows(page.locator(".said"), /G7[\s\S]*Vladimir Putin[\s\S]*another speaker/);
  });

  test("the page says how much it searches before anything is asked", async () => {
    await openDesk();
    await shows(page.locator("#corpus"), /\d+ sources?, [\d,]+ words/);
  });

  test("words that are not there: never called fabricated", async () => {
    await openDesk();
    await page.getByRole("button", { name: "Not there at all" }).click();
    await shows(verdict(), /Not found/);
    await shows(page.locator(".meaning"), /not the same as fabricated/);
    await shows(page.locator(".searched"), /Searched \d+ source/);
  });

  test("passages that only share words with it are folded away, and no match", async () => {
    await openDesk();
    await checkWords("At low water the bar is six metres, so the chart promises too much");
    await shows(verdict(), /Not found/);
    const folded = page.locator("details.others");
    await shows(folded.locator("summary").first(), /passages? that share/);
    assert.equal(await folded.locator(".match").first().isVisible(), false);
    assert.equal(await page.locator(".match:not(details .match)").count(), 0);
    await folded.locator("summary").first().click();
    await shows(folded, /6\.4 metres/);
  });

  test("too little to check: says that this is no verdict on the words", async () => {
    await openDesk();
    await checkWords("war");
    await shows(verdict(), /Cannot check/);
    await shows(page.locator(".meaning"), /nothing about whether the words are genuine/);
  });

  test("a claim is asked as a claim", async () => {
    await openDesk();
    await page.getByLabel("A claim").check();
    await page.getByLabel("The claim, in your own words").fill("Russia can end this war.");
    const sent = page.waitForRequest((request) => request.url().endsWith("/v1/check"));
    await page.getByRole("button", { name: "Check", exact: true }).click();
    assert.deepEqual((await sent).postDataJSON(), { claim: "Russia can end this war." });
    await verdict().waitFor();
  });

  test("the words go out exactly as they were typed", async () => {
    await openDesk();
    const typed = `  ${EXACT}\n\n`;
    const sent = page.waitForRequest((request) => request.url().endsWith("/v1/check"));
    await checkWords(typed);
    assert.deepEqual((await sent).postDataJSON(), { quote: typed });
  });

  test("each example of a fresh install brings an answer", async () => {
    await openDesk();
    for (const { label } of EXAMPLES) {
      await page.getByRole("button", { name: label }).click();
      await page
        .getByRole("status")
        .filter({ hasText: /^Checked: / })
        .waitFor();
      assert.notEqual(await verdict().textContent(), "", label);
    }
  });

  test("the source opens over the page with the passage in view, and Escape returns to the link", async () => {
    await openDesk();
    await checkWords(ALTERED);
    const link = page.getByRole("link", { name: "Read the source" }).first();
    await link.click();
    const passage = page.getByRole("dialog").locator("mark");
    await shows(passage, /can end this war/);
    assert.ok(await passage.evaluate((mark) => mark.getBoundingClientRect().top < innerHeight));
    await page.screenshot({ path: `${SCREENSHOTS}reader-1280.png` });
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    assert.ok(await link.evaluate((element) => element === document.activeElement));
  });

  test("a slow old answer never takes the place of a newer one", async () => {
    await openDesk();
    let first = true;
    await page.route("**/v1/check", async (route) => {
      if (!first) return route.continue();
      first = false;
      await new Promise((done) => setTimeout(done, 800));
      // The page has given this request up by now: there may be nobody left to answer.
      await route.continue().catch(() => {});
    });
    await checkWords(ALTERED);
    await checkWords(EXACT);
    await shows(verdict(), /Accurate/);
    await page.waitForTimeout(1500);
    assert.match((await verdict().textContent()) ?? "", /Accurate/);
  });
});

describe("text that others wrote", () => {
  const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script>\u202e`;

  test("a quotation with tags and direction overrides is shown, not obeyed", async () => {
    await openDesk();
    await checkWords(
      `${EXACT} We call on Russia to stop ${HOSTILE} its ongoing aggression and to immediately, completely and unconditionally withdraw its troops from the entire internationally recognized territory of Ukraine.`,
    );
    const quoted = page.locator(".pair blockquote").first();
    // The differences are marked one by one, with words for screen readers between them.
    await shows(quoted, /<\s*[^<]*img src=x onerror="alert/);
    await shows(quoted, /script>alert/);
    await shows(quoted, /U\+202E/);
    assert.equal(await page.locator("#result img, #result script").count(), 0);
    await page.waitForTimeout(200);
    assert.deepEqual(faults, []);
  });

  test("so is every field of an answer, and only web addresses become links", async () => {
    await openDesk();
    const answer = await page.evaluate(async (quote) => {
      const response = await fetch("/v1/check", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ quote }),
      });
      return response.text();
    }, ALTERED);
    const poisoned: unknown = JSON.parse(answer, (key, value) => {
      if (["summary", "message", "title", "name", "publisher", "before", "after"].includes(key))
        return HOSTILE;
      return key === "link" || key === "url" ? "javascript:alert(3)" : value;
    });
    await page.route("**/v1/check", (route) => route.fulfill({ json: poisoned }));
    await checkWords(ALTERED);
    await shows(page.locator(".source-title"), /<script>alert\(2\)<\/script>/);
    assert.equal(await page.locator("#result img, #result script, #result a[href^='javascript']").count(), 0);
    assert.deepEqual(faults, []);
  });

  test("right-to-left words keep the page's own words in order", async () => {
    await openDesk();
    const hebrew = "המלחמה הזאת יכולה להסתיים מחר בבוקר";
    await checkWords(hebrew);
    await verdict().waitFor();
    assert.equal(await page.locator("#text").evaluate((box) => getComputedStyle(box).direction), "rtl");
    assert.equal(await page.locator("html").evaluate((html) => getComputedStyle(html).direction), "ltr");
  });
});

describe("the keyboard", () => {
  test("alone is enough: from the address bar to the source and back", async () => {
    await openDesk();
    const press = async (key: string, times = 1) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    };
    await press("Tab", 2);
    assert.equal(await focusedId(), "text");
    await page.keyboard.type(ALTERED);
    await press("Tab", 2);
    assert.equal(await focusedId(), "check");
    const outline = await page.locator("#check").evaluate((button) => getComputedStyle(button).outlineStyle);
    assert.equal(outline, "solid", "focus can be seen");
    await press("Shift+Tab", 2);
    await press("Control+Enter");
    await shows(verdict(), /Altered/);
    assert.equal(await focusedId(), "result-title");
    await press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Read the source");
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Read the source");
  });

  test("nothing typed: the field says so, has the focus, and nothing is sent", async () => {
    await openDesk();
    let sent = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/v1/check")) sent++;
    });
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await shows(page.locator("#text-error"), /Paste or type the words/);
    assert.equal(await focusedId(), "text");
    assert.equal(await page.locator("#text").getAttribute("aria-invalid"), "true");
    assert.equal(sent, 0);
  });

  test("near the limit a count appears, and a paste that was cut is not passed over", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openDesk();
    const text = page.locator("#text");
    await text.fill("a".repeat(4000));
    assert.equal(await page.locator("#text-count").isVisible(), false);
    await text.fill("a".repeat(4600));
    await shows(page.locator("#text-count"), /4,600 of 5,000/);
    await page.evaluate(() => navigator.clipboard.writeText("b".repeat(450)));
    await text.press("Control+End");
    await text.press("Control+v");
    await shows(page.locator("#text-error"), /the last 50 are missing/);
    assert.equal((await text.inputValue()).length, 5000);
  });
});

describe("when there is no answer", () => {
  interface Case {
    name: string;
    status: number;
    headers?: Record<string, string>;
    body: string;
    title: RegExp;
    todo: RegExp;
  }

  const problem = (code: string, errors?: object[]) => JSON.stringify({ code, detail: "raw detail", errors });
  const CASES: Case[] = [
    {
      name: "too many requests",
      status: 429,
      headers: { "Retry-After": "30" },
      body: problem("rate_limited"),
      title: /Too many checks/,
      todo: /Wait 30 seconds/,
    },
    {
      name: "the corpus away",
      status: 503,
      body: problem("unavailable"),
      title: /sources cannot be reached/,
      todo: /says nothing about the quotation/,
    },
    { name: "too large", status: 413, body: "", title: /too long/, todo: /5,000 characters/ },
    {
      name: "a key wanted",
      status: 401,
      body: problem("unauthenticated"),
      title: /only with a key/,
      todo: /Enter the key/,
    },
    {
      name: "a fault",
      status: 500,
      headers: { "X-Request-Id": "r-123" },
      body: problem("internal"),
      title: /failed/,
      todo: /not in your words/,
    },
    {
      name: "a proxy's page",
      status: 200,
      body: "<html>Sign in</html>",
      title: /Something other/,
      todo: /sign in/i,
    },
  ];

  for (const { name, status, headers = {}, body, title, todo } of CASES) {
    test(`${name}: says what to do, in words`, async () => {
      await openDesk();
      await page.route("**/v1/check", (route) => route.fulfill({ status, headers, body }));
      await checkWords(ALTERED);
      await shows(failure(), title);
      await shows(page.locator("#result .todo"), todo);
      assert.equal(await focusedId(), "result-title");
      const shown = (await page.locator("#result").textContent()) ?? "";
      assert.doesNotMatch(shown, /[{}]|raw detail/);
      if (status === 500) assert.match(shown, /r-123/);
      assert.equal(await page.locator("#text").inputValue(), ALTERED, "the words are still there");
    });
  }

  test("a wrong field: its message stands with the field, which has the focus", async () => {
    await openDesk();
    const errors = [{ pointer: "/speaker", detail: "Must have at most 200 characters." }];
    await page.route("**/v1/check", (route) =>
      route.fulfill({ status: 422, body: problem("invalid_request", errors) }),
    );
    await checkWords(ALTERED, "Somebody");
    await shows(page.locator("#speaker-error"), /at most 200 characters/);
    assert.equal(await focusedId(), "speaker");
    const described = await page.locator("#speaker").getAttribute("aria-describedby");
    assert.ok(described?.split(" ").includes("speaker-error"));
    await page.keyboard.type("x");
    assert.equal(await page.locator("#speaker").getAttribute("aria-invalid"), null, "typing takes it away");
  });

  test("offline: says so, and “Try again” works once the connection is back", async () => {
    await openDesk();
    await context.setOffline(true);
    await checkWords(ALTERED);
    await shows(failure(), /You are offline/);
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(verdict(), /Altered/);
  });

  test("a dead endpoint: says so", async () => {
    await openDesk();
    await page.route("**/v1/check", (route) => route.abort("connectionrefused"));
    await checkWords(ALTERED);
    await shows(failure(), /did not answer/);
  });

  test("an old answer does not stay beside a new failure", async () => {
    await openDesk();
    await checkWords(EXACT);
    await shows(verdict(), /Accurate/);
    await page.route("**/v1/check", (route) => route.fulfill({ status: 503, body: problem("unavailable") }));
    await checkWords(ALTERED);
    await shows(failure(), /cannot be reached/);
    assert.equal(await verdict().count(), 0);
  });

  test("without JavaScript the page says what to do", async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    try {
      const without = await bare.newPage();
      await without.goto(`${endpoint.origin}/`);
      const notice = without.locator("main .notice");
      await notice.waitFor({ state: "visible" });
      assert.match((await notice.textContent()) ?? "", /needs JavaScript[\s\S]*\/v1\/check\?quote=/);
    } finally {
      await bare.close();
    }
  });
});

describe("how it looks", () => {
  test("the first load is light and asks nobody else", async () => {
    let bytes = 0;
    const elsewhere: string[] = [];
    page.on("response", async (response) => {
      if (!response.url().startsWith(endpoint.origin)) elsewhere.push(response.url());
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await openDesk();
    await page.waitForLoadState("networkidle");
    assert.deepEqual(elsewhere, []);
    assert.ok(bytes > 0 && bytes < FIRST_LOAD_BYTES_MAX, `${bytes} bytes`);
    assert.deepEqual(faults, []);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await openDesk();
        await page.locator("#examples").waitFor();
        await inspect(`start-${colorScheme}-${width}`);
        for (const { label } of EXAMPLES) {
          await page.getByRole("button", { name: label }).click();
          await page
            .getByRole("status")
            .filter({ hasText: /^Checked: / })
            .waitFor();
          await inspect(`${label.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${colorScheme}-${width}`);
        }
        await checkWords(`${ALTERED} ${"unbroken".repeat(60)}`);
        await page
          .getByRole("status")
          .filter({ hasText: /^Checked: / })
          .waitFor();
        await inspect(`unbroken-${colorScheme}-${width}`);
        await page.route("**/v1/check", (route) => route.fulfill({ status: 503, body: "{}" }));
        await checkWords(ALTERED);
        await failure().waitFor();
        await inspect(`failure-${colorScheme}-${width}`);
      });
    }
  }

  /** Keeps a screenshot for whoever wants to look, and asserts what a machine can tell about the page. */
  async function inspect(name: string): Promise<void> {
    await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      [],
      name,
    );
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name} scrolls sideways by ${overflow} px`);
  }
});
