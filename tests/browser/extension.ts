import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from "playwright-core";

/** Chromium with the built extension, and article pages to use it on. */

const BUILT = fileURLToPath(new URL("../../build/extension/chromium/", import.meta.url));
const PAGES = fileURLToPath(new URL("pages/", import.meta.url));
const AXE = fileURLToPath(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url));

const BROWSER_ARGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-extensions-except=${BUILT}`,
  `--load-extension=${BUILT}`,
  // Lets a test press the toolbar's button as a person does, so that the page is opened to the extension by that act alone.
  "--enable-unsafe-extension-debugging",
];

export interface ArticlePages {
  origin: string;
  /** Requests that reached this server for anything but a page: an extension must make none. */
  strays: string[];
  close(): Promise<void>;
}

/** Serves tests/browser/pages; a page whose name begins with "strict" under a content policy that forbids everything. */
export async function serveArticles(): Promise<ArticlePages> {
  const strays: string[] = [];
  const server = createServer(async (request, response) => {
    const name = (request.url ?? "/").slice(1).replace(/[?#].*$/, "");
    const page = /^[a-z-]+\.html$/.test(name) ? await readFile(join(PAGES, name)).catch(() => null) : null;
    if (page === null) {
      if (name !== "favicon.ico") strays.push(name);
      response.writeHead(404).end();
      return;
    }
    const policy = name.startsWith("strict") ? { "Content-Security-Policy": STRICT } : {};
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...policy }).end(page);
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { origin: `http://127.0.0.1:${port}`, strays, close };
}

const STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

function listening(server: Server): Promise<void> {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

/** A browser with the extension in it. */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly id: string;
  readonly #profile: string;

  private constructor(context: BrowserContext, worker: Worker, profile: string) {
    this.context = context;
    this.worker = worker;
    this.id = new URL(worker.url()).host;
    this.#profile = profile;
  }

  /** Starts it with these settings. */
  static async start(settings: { origin: string; key?: string }): Promise<ExtensionBrowser> {
    const profile = await mkdtemp(join(tmpdir(), "verbatim-profile-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: false,
      args: BROWSER_ARGS,
      viewport: { width: 1280, height: 900 },
    });
    const [running] = context.serviceWorkers();
    const worker = running ?? (await context.waitForEvent("serviceworker"));
    const browser = new ExtensionBrowser(context, worker, profile);
    await browser.set(settings);
    return browser;
  }

  /** Changes what a person sets on the settings page. */
  async set(settings: { origin: string; key?: string }): Promise<void> {
    await this.worker.evaluate((wanted) => chrome.storage.local.set(wanted), { key: "", ...settings });
  }

  /** Presses the toolbar's button over a page. */
  async pressToolbar(page: Page): Promise<void> {
    const browser = this.context.browser();
    if (browser === null) throw new Error("there is no browser to press a button of");
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send("Target.getTargets", {
      filter: [{ type: "tab", exclude: false }],
    });
    const tab = targetInfos.find(({ url }) => url === page.url());
    // Newer than the protocol that playwright-core knows.
    const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
    await send("Extensions.triggerAction", { id: this.id, targetId: tab?.targetId });
    await session.detach();
  }

  /** Chooses from the context menu, of which no protocol has a button; the page must be open to the extension already. */
  async chooseFromMenu(page: Page, menuItemId: string, selectionText?: string): Promise<void> {
    await page.bringToFront();
    await this.worker.evaluate(
      async ({ id, text }) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(...given: unknown[]): void };
        clicked.dispatch({ menuItemId: id, frameId: 0, selectionText: text }, tab);
      },
      { id: menuItemId, text: selectionText },
    );
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}

const WAIT_MS_MAX = 10_000;

/** The middle of the first element in sight with these words. Runs in the page. */
function placeOf(
  root: ShadowRoot,
  [selector, words]: readonly [string, string],
): { x: number; y: number } | null {
  const element = [...root.querySelectorAll<HTMLElement>(selector)].find(
    (candidate) => new RegExp(words).test(candidate.textContent ?? "") && candidate.checkVisibility(),
  );
  element?.scrollIntoView({ block: "nearest" });
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

/**
 * The panel in a page. Its shadow tree is closed to the page, as it should be; a test looks in from the
 * world of the extension's own scripts.
 */
export class PanelProbe {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #contexts = new Map<number, string>();

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin.startsWith("chrome-extension://")) this.#contexts.set(context.id, context.origin);
    });
    session.on("Runtime.executionContextDestroyed", ({ executionContextId }) => {
      this.#contexts.delete(executionContextId);
    });
    session.on("Runtime.executionContextsCleared", () => this.#contexts.clear());
  }

  static async of(page: Page): Promise<PanelProbe> {
    const session = await page.context().newCDPSession(page);
    const probe = new PanelProbe(page, session);
    await session.send("Runtime.enable");
    return probe;
  }

  /** Runs a function in the extension's world of the page, with the panel's shadow root. Null where there is no panel. */
  async evaluate<Value, Given = undefined>(
    run: (root: ShadowRoot, given: Given) => Value,
    given?: Given,
  ): Promise<Value | null> {
    for (const executionContextId of [...this.#contexts.keys()].reverse()) {
      const { result, exceptionDetails } = await this.#session.send("Runtime.callFunctionOn", {
        executionContextId,
        functionDeclaration: `function (given) {
          const root = globalThis.verbatim?.root;
          return root?.host.isConnected ? (${run.toString()})(root, given) : null;
        }`,
        arguments: [{ value: given }],
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      if (result.value !== null) return result.value as Value;
    }
    return null;
  }

  /** The words in the panel that a person sees. */
  async text(): Promise<string> {
    const text = await this.evaluate((root) => {
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden or styled away is not seen.
      return root.querySelector<HTMLElement>(".panel")?.innerText ?? "";
    });
    return text ?? "";
  }

  /** Waits until the panel says this; throws with what it says instead. */
  async shows(words: RegExp, timeoutMs = WAIT_MS_MAX): Promise<string> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const text = await this.text();
      if (words.test(text)) return text;
      if (Date.now() > until) {
        const tabs = this.#page
          .context()
          .pages()
          .map((open) => open.url());
        throw new Error(
          `the panel does not say ${words}: ${text.slice(0, 600)}; open are ${tabs.join(", ")}`,
        );
      }
      await this.#page.waitForTimeout(50);
    }
  }

  /** Presses what has these words in the panel, with the mouse, where it is; waits until it is there. */
  async press(selector: string, words: RegExp = /./): Promise<void> {
    const until = Date.now() + WAIT_MS_MAX;
    for (;;) {
      const place = await this.evaluate(placeOf, [selector, words.source] as const);
      if (place !== null) return this.#page.mouse.click(place.x, place.y);
      if (Date.now() > until) throw new Error(`the panel has no ${selector} with ${words}`);
      await this.#page.waitForTimeout(50);
    }
  }

  /** What axe has against the panel. */
  async violations(): Promise<string[]> {
    const axe = await readFile(AXE, "utf8");
    for (const executionContextId of this.#contexts.keys()) {
      await this.#session.send("Runtime.callFunctionOn", {
        executionContextId,
        functionDeclaration: `function (source) { if (!globalThis.axe) (0, eval)(source); }`,
        arguments: [{ value: axe }],
      });
    }
    const found = await this.evaluate(async (root) => {
      // axe goes into shadow trees by their hosts, and this one's host does not tell.
      Object.defineProperty(root.host, "shadowRoot", { value: root, configurable: true });
      const { axe: run } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await run.run(
        { include: { fromShadowDom: ["html > div:last-child", ".panel"] } as never },
        { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    return found ?? ["there is no panel"];
  }
}
