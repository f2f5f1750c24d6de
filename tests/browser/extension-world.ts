import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { type ArticlePages, ExtensionBrowser, PanelProbe, serveArticles } from "./extension.ts";
import { type Recorder, recordBefore } from "./recorder.ts";
import { type Endpoint, startEndpoint } from "./server.ts";

export const SCREENSHOTS = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));

/** A page in a browser with the extension, and what must never be said of it. */
export interface FreshPage {
  page: Page;
  panel: PanelProbe;
  /** Script errors, and refusals by the page's content policy. */
  faults: string[];
}

/** All that a test of the extension stands on: the endpoint, what records before it, pages, the browser. */
export class ExtensionWorld {
  readonly recorder: Recorder;
  readonly articles: ArticlePages;
  readonly browser: ExtensionBrowser;
  readonly #endpoint: Endpoint;

  private constructor(
    endpoint: Endpoint,
    recorder: Recorder,
    articles: ArticlePages,
    browser: ExtensionBrowser,
  ) {
    this.#endpoint = endpoint;
    this.recorder = recorder;
    this.articles = articles;
    this.browser = browser;
  }

  static async start(): Promise<ExtensionWorld> {
    await mkdir(SCREENSHOTS, { recursive: true });
    const endpoint = await startEndpoint();
    const recorder = await recordBefore(endpoint.origin);
    const articles = await serveArticles();
    const browser = await ExtensionBrowser.start({ origin: recorder.origin });
    return new ExtensionWorld(endpoint, recorder, articles, browser);
  }

  /** Opens an empty page; nothing is known of former questions, settings or requests. */
  async freshPage(): Promise<FreshPage> {
    const { browser, recorder } = this;
    recorder.made = null;
    await browser.set({ origin: recorder.origin, key: "" });
    await browser.worker.evaluate(() => chrome.storage.session.clear());
    const page = await browser.context.newPage();
    page.setDefaultTimeout(10_000);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (/content security policy|trusted/i.test(message.text())) faults.push(message.text());
    });
    const panel = await PanelProbe.of(page);
    recorder.requests.length = 0;
    return { page, panel, faults };
  }

  async closePages(): Promise<void> {
    for (const open of this.browser.context.pages().slice(1)) await open.close();
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.articles.close();
    await this.recorder.close();
    await this.#endpoint.stop();
  }
}
