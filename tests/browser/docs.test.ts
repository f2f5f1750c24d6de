import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type Endpoint, startEndpoint } from "./server.ts";

/** The API reference as the real endpoint serves it, under its own content policy, in Chromium. */

const SCREENSHOTS = fileURLToPath(new URL("../../build/screenshots/", import.meta.url));
const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Operation {
  operationId: string;
  method: string;
  path: string;
}

let endpoint: Endpoint;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let operations: Operation[];

before(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  endpoint = await startEndpoint();
  operations = await served();
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

/** The operations of the description that the endpoint itself serves. */
async function served(): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${endpoint.origin}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** Collects what must never happen: script errors, what the page asks of others, refusals by its policy. */
function watch(page: Page): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => found.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${endpoint.origin}/`)) found.push(`asks ${request.url()}`);
  });
  return found;
}

const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
const topOf = (id: string) => page.locator(`#${id}`).evaluate((one) => one.getBoundingClientRect().top);

test("GET /docs answers itself, as the other files are answered, and asks for none but its own", async () => {
  const answer = await fetch(`${endpoint.origin}/docs`, { redirect: "manual" });
  const desk = await fetch(`${endpoint.origin}/`);
  assert.equal(answer.status, 200);
  for (const name of ["content-type", "cache-control", "content-security-policy"]) {
    assert.equal(answer.headers.get(name), desk.headers.get(name), name);
  }
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${endpoint.origin}/docs`, { waitUntil: "networkidle" });
  // Chromium's own request for the icon is not always told.
  assert.deepEqual(
    asked.filter((path) => path !== "/favicon.svg"),
    ["/docs", "/docs.css"],
  );
  assert.deepEqual(faults, []);
});

test("without JavaScript, every operation of the description is on the page, once", async () => {
  const bare = await browser.newContext({ javaScriptEnabled: false });
  try {
    const without = await bare.newPage();
    await without.goto(`${endpoint.origin}/docs`);
    const shown = await without.locator("main .operation h3").allTextContents();
    assert.ok(operations.length > 15);
    assert.deepEqual(shown.sort(), operations.map(({ method, path }) => `${method} ${path}`).sort());
    await without.locator("main .operation pre").first().waitFor({ state: "visible" });
  } finally {
    await bare.close();
  }
});

test("a hash leads to its operation, from outside and from the contents", async () => {
  for (const { operationId } of operations) {
    await page.goto(`${endpoint.origin}/docs#${operationId}`);
    assert.ok(Math.abs(await topOf(operationId)) < 300, `${operationId} is in view`);
  }
  await page.goto(`${endpoint.origin}/docs`);
  await page.getByRole("navigation").getByRole("link", { name: "PUT /v1/sources/{id}" }).click();
  assert.equal(new URL(page.url()).hash, "#putSource");
  assert.ok(Math.abs(await topOf("putSource")) < 300);
  await page.locator("#putSource a[href='#schema-Source']").first().click();
  assert.ok(Math.abs(await topOf("schema-Source")) < 300);
});

test("the keyboard alone: past the contents, through them, to an operation and into its folded fields", async () => {
  await page.goto(`${endpoint.origin}/docs`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "#main", "the first stop leads past the contents");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await page.goto(`${endpoint.origin}/docs?again`);
  const stops: string[] = [];
  // The contents list the operations in the description's order, so that the last one comes last.
  const last = `#${operations.at(-1)?.operationId}`;
  for (let stop = 0; stop < 60 && stops.at(-1) !== last; stop++) {
    await page.keyboard.press("Tab");
    stops.push(await focused());
  }
  for (const target of ["/", "/openapi.json", ...operations.map(({ operationId }) => `#${operationId}`)]) {
    assert.ok(stops.includes(target), `${target} is a stop`);
  }
  await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(), "#health");
  await page.keyboard.press("Enter");
  assert.ok(Math.abs(await topOf("health")) < 900);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "#health", "the next stop is in the operation");
  const fields = page.locator("#health details");
  const reached = () => fields.evaluate((one) => one.contains(document.activeElement));
  for (let stop = 0; stop < 10 && !(await reached()); stop++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await fields.getAttribute("open"), "");
});

describe("how it looks", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${endpoint.origin}/docs`);
        await page.screenshot({ path: `${SCREENSHOTS}docs-${colorScheme}-${width}.png` });
        // All that is folded is looked at too; the page is long, so once is enough.
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        await inspect(`docs-open-${colorScheme}-${width}`);
        await page.goto(`${endpoint.origin}/docs#putSource`);
        await page.screenshot({ path: `${SCREENSHOTS}docs-target-${colorScheme}-${width}.png` });
        assert.deepEqual(faults, []);
      });
    }
  }

  /** Keeps a screenshot for whoever wants to look, and asserts what a machine can tell about the page. */
  async function inspect(name: string): Promise<void> {
    await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
    // On a page of thousands of elements, listing all that passes takes longer than finding what does not.
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      [],
      name,
    );
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name} scrolls sideways by ${overflow} px`);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main *, nav *")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(cut, [], `${name} reaches beyond the edge`);
  }
});
