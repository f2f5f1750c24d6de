import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { EXIT, UsageError } from "../../src/cli/command.ts";
import { corpusCommand } from "../../src/cli/corpus-command.ts";
import { readSources } from "../../src/cli/read-sources.ts";
import type { SourceInput } from "../../src/core/reading/source.ts";
import { ExtensionBrowser, PanelProbe } from "../browser/extension.ts";
import { startEndpoint } from "../browser/server.ts";
import { quantile, random } from "../eval/scoring/statistics.ts";
import { contentWord, oneChanged, wordsFrom } from "./questions.ts";
import { countOf, demandFolders, progress, runScript, shown, tableOf, writeJson } from "./script.ts";

const CORPUS = "political-events";
/** Where quotations come from that stand nowhere in the corpus. */
const ELSEWHERE = "shakespeare";
const PAGE_QUOTATIONS = 200;
/** Of a page's quotations, how many have a word changed and how many stand nowhere; the others are word for word. */
const CHANGED_SHARE = 0.2;
const ABSENT_SHARE = 0.2;

const HELP = `Usage: npm run panel -- --data DIR [options]

Measures the extension in Chromium, over the library of DIR/sources/${CORPUS} on this
machine's endpoint: from the act to the answer in the panel, and a page with
${PAGE_QUOTATIONS} quotations from the act to the last mark, with the longest frame meanwhile.

  --data DIR    the folder of data
  --acts N      how many selections are checked (default: 40)
  --pages N     how many pages are checked (default: 5)
  --seed N      another seed draws other quotations (default: 1)
  --json FILE   write the figures as JSON too
  --help        this text

npm run build && npm run extension go first.
`;

interface Options {
  data: string;
  acts: number;
  pages: number;
  seed: number;
  json: string | null;
}

function readOptions(args: string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      acts: { ...text, default: "40" },
      pages: { ...text, default: "5" },
      seed: { ...text, default: "1" },
      json: text,
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  if (!values.data) throw new UsageError("Give the folder of data: --data DIR.");
  demandFolders(join(values.data, "sources", CORPUS), join(values.data, "sources", ELSEWHERE));
  const { data, json = null } = values;
  return {
    data,
    json,
    acts: countOf("acts", values.acts),
    pages: countOf("pages", values.pages),
    seed: countOf("seed", values.seed),
  };
}

/** What a page took. */
interface PageTime {
  ms: number;
  /** The longest time between two frames, from the act to half a second after the last mark. */
  frameMs: number;
  marked: number;
}

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  const folder = join(options.data, "sources", CORPUS);
  const sources = await readSources(folder);
  const elsewhere = await readSources(join(options.data, "sources", ELSEWHERE));
  const next = random(options.seed);
  await build(folder);
  const endpoint = await startEndpoint();
  const articles = await serve(() => articleOf(sources, elsewhere, next));
  const browser = await ExtensionBrowser.start({ origin: endpoint.origin });
  browser.worker.on("console", (m) => console.log(m.text()));
  try {
    const acts = await timeActs(browser, articles.origin, options.acts);
    const pages = await timePages(browser, articles.origin, options.pages);
    progress("");
    process.stdout.write(reportOf(acts, pages));
    if (options.json !== null) await writeJson(options.json, { seed: options.seed, acts, pages });
  } finally {
    await browser.close();
    await articles.close();
    await endpoint.stop();
    await build(process.env.SOURCES || "data/sources");
  }
  return EXIT.good;
}

async function build(folder: string): Promise<void> {
  const terminal = { out: () => {}, err: () => {}, showsProgress: false, sourcesFolder: folder };
  await corpusCommand.run([], terminal as unknown as Parameters<typeof corpusCommand.run>[1]);
}

/** Serves one article after the other, each new. */
async function serve(article: () => string): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(article());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** An article of so many quotations, each in a paragraph of its own. */
function articleOf(
  sources: readonly SourceInput[],
  elsewhere: readonly SourceInput[],
  next: () => number,
): string {
  const paragraphs = Array.from({ length: PAGE_QUOTATIONS }, () => {
    const { words } = wordsFrom(sources, 10 + Math.floor(next() * 20), next);
    const draw = next();
    const quoted =
      draw < ABSENT_SHARE
        ? wordsFrom(elsewhere, words.length, next).words
        : draw < ABSENT_SHARE + CHANGED_SHARE
          ? oneChanged(words, () => contentWord(sources, next), next)
          : words;
    const text = quoted
      .join(" ")
      .replaceAll(/[<>&"“”]/g, "")
      .replace(/[\p{P}\s]+$/u, "");
    return `<p>The hall was full that night, and everybody listened. “${text},” it was said from the floor, and the evening went on as such evenings do.</p>`;
  });
  return `<!doctype html><html lang="en"><title>An evening</title><article><h1>An evening</h1>${paragraphs.join("\n")}</article></html>`;
}

/** Milliseconds from pressing the toolbar over a selection to the verdict in the panel; the first in a page and those that follow. */
async function timeActs(
  browser: ExtensionBrowser,
  origin: string,
  count: number,
): Promise<{ first: number[]; later: number[] }> {
  const times: { first: number[]; later: number[] } = { first: [], later: [] };
  const [perPage, kinds] = [4, ["first", "later"] as const];
  for (let act = 0; act < count; act++) {
    if (act % perPage === 0) await freshPage(browser, `${origin}/?${act}`);
    const page = browser.context.pages().at(-1) as Page;
    await page.evaluate(selectQuotation, act);
    const panel = await PanelProbe.of(page);
    progress(`act ${act + 1} of ${count}`);
    const began = Date.now();
    await browser.pressToolbar(page);
    times[kinds[act % perPage === 0 ? 0 : 1]].push((await whenShown(panel, ".verdict")) - began);
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await panel.evaluate((root) => root.querySelector(".verdict")?.remove());
  }
  return times;
}

async function timePages(browser: ExtensionBrowser, origin: string, count: number): Promise<PageTime[]> {
  const times: PageTime[] = [];
  for (let number = 0; number < count; number++) {
    progress(`page ${number + 1} of ${count}`);
    const page = await freshPage(browser, `${origin}/?page=${number}`);
    const panel = await PanelProbe.of(page);
    await browser.pressToolbar(page);
    await whenShown(panel, ".list-title");
    await page.evaluate(watchFrames);
    const began = Date.now();
    await panel.press("button", /Check every quotation/);
    const ended = await whenShown(panel, `.mark:nth-child(${PAGE_QUOTATIONS}):not([hidden])`);
    await wait(500);
    const frameMs = await page.evaluate(() => (globalThis as unknown as { longestMs: number }).longestMs);
    const marked = await panel.evaluate((root) => root.querySelectorAll(".mark:not([hidden])").length);
    times.push({ ms: ended - began, frameMs, marked: marked ?? 0 });
  }
  return times;
}

async function freshPage(browser: ExtensionBrowser, url: string): Promise<Page> {
  for (const open of browser.context.pages().slice(1)) await open.close();
  const page = await browser.context.newPage();
  page.on("console", (m) => console.log(m.text()));
  await page.goto(url);
  return page;
}

/** Selects the words of one quotation. Runs in the page. */
function selectQuotation(number: number): void {
  const text = document.querySelectorAll("p")[number % 200]?.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, text.data.indexOf("“") + 1);
  range.setEnd(text, text.data.indexOf("”"));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

/** Notes the longest time between two frames from now on. Runs in the page. */
function watchFrames(): void {
  const world = globalThis as unknown as { longestMs: number };
  world.longestMs = 0;
  let last = performance.now();
  const frame = (now: number) => {
    world.longestMs = Math.max(world.longestMs, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** The time at which the panel has this, in milliseconds since 1970, by asking every few of them. */
async function whenShown(panel: PanelProbe, selector: string): Promise<number> {
  for (let asked = 0; asked < 4_000; asked++) {
    if (await panel.evaluate((root, wanted) => root.querySelector(wanted) !== null || null, selector))
      return Date.now();
    await wait(4);
  }
  throw new Error(`the panel never showed ${selector}: ${await panel.text()}`);
}

function reportOf(acts: { first: number[]; later: number[] }, pages: readonly PageTime[]): string {
  const row = (name: string, values: readonly number[]) => [
    name,
    ...[0.5, 0.95, 1].map((part) => shown(quantile(values, part))),
  ];
  const rows = [
    row("a selection, first act in a page, ms", acts.first),
    row("a selection, later acts, ms", acts.later),
    row(
      `a page of ${PAGE_QUOTATIONS} quotations, ms`,
      pages.map(({ ms }) => ms),
    ),
    row(
      "  longest frame meanwhile, ms",
      pages.map(({ frameMs }) => frameMs),
    ),
    row(
      "  marks",
      pages.map(({ marked }) => marked),
    ),
  ];
  return `From the act to the answer, over this machine's endpoint. Times depend on the machine and on what else it does.\n${tableOf(["", "median", "p95", "most"], rows)}`;
}

if (import.meta.main) await runScript(main);
