import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { type Endpoint, startEndpoint } from "./server.ts";

/** The desk as a person meets it: the real endpoint, in Chromium. What the tests of its views share. */

const SCREENSHOTS = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const ALTERED = "Russia started this war and Russia should end this war.";
export const EXACT = "Russia started this war and Russia can end this war.";
/** Text that would run, or turn the page around, where it was taken for more than text. */
export const HOSTILE = `<img src=x onerror="alert(1)"><script>alert(2)</script>\u202e`;

export class Desk {
  endpoint!: Endpoint;
  browser!: Browser;
  context!: BrowserContext;
  page!: Page;
  /** What must never happen on the page: script errors, dialogs, refusals by its content policy. */
  faults: string[] = [];

  async open(address = ""): Promise<void> {
    await this.page.goto(`${this.endpoint.origin}/${address}`);
    await this.page.locator("main > section:not([hidden]) h1").waitFor();
  }

  async check(words: string, speaker = ""): Promise<void> {
    await this.page.getByLabel("The words as they were quoted").fill(words);
    await this.page.getByLabel("Who is said to have said it?").fill(speaker);
    await this.page.getByRole("button", { name: "Check", exact: true }).click();
  }

  /** Checks a draft and waits for its report. */
  async checkDraft(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "The draft" }).fill(text);
    await this.page.getByRole("button", { name: "Check the draft" }).click();
    await this.page.locator("#report-title").waitFor();
  }

  verdict = () => this.page.locator("#result .verdict");
  failure = () => this.page.locator("main > section:not([hidden]) .failure-title");
  heading = () => this.page.locator("main > section:not([hidden]) h1");
  focusedId = () => this.page.evaluate(() => document.activeElement?.id ?? "");
  focusedText = () => this.page.evaluate(() => document.activeElement?.textContent ?? "");

  /** Keeps a screenshot for whoever wants to look, and asserts what a machine can tell about the page. */
  async inspect(name: string): Promise<void> {
    await this.page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      [],
      name,
    );
    await this.fits(name);
  }

  async fits(name: string): Promise<void> {
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name} scrolls sideways by ${overflow} px`);
  }

  screenshot(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
  }
}

/** Starts endpoint and browser for the tests of a file, and gives each test a page of its own. */
export function useDesk(): Desk {
  const desk = new Desk();
  before(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    desk.endpoint = await startEndpoint();
    desk.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: BROWSER_ARGS,
    });
  });
  after(async () => {
    await desk.browser?.close();
    await desk.endpoint?.stop();
  });
  beforeEach(async () => {
    desk.context = await desk.browser.newContext({ viewport: { width: 1280, height: 900 } });
    desk.page = await desk.context.newPage();
    desk.page.setDefaultTimeout(10_000);
    desk.faults = watch(desk.page);
  });
  afterEach(() => desk.context.close());
  return desk;
}

/** Waits until the place shows words like these. */
export async function shows(place: Locator, words: RegExp): Promise<void> {
  await place.filter({ hasText: words }).first().waitFor();
}

/** Calls back for both colour schemes and for a phone's and a desk's width. */
export function eachLook(test: (look: { colorScheme: "light" | "dark"; width: number }) => void): void {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) test({ colorScheme, width });
  }
}

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
