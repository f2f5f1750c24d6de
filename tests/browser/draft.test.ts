import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EXAMPLE_DRAFT } from "../../src/web/draft/example.ts";
import { EXACT, eachLook, HOSTILE, shows, useDesk } from "./desk.ts";

/** A whole draft, checked at the desk. */

const desk = useDesk();

const entries = () => desk.page.locator(".entry:not([hidden])");
const entry = (number: number) =>
  desk.page.locator(".entry").filter({ has: desk.page.locator(`h3 > .ref:text-is("${number}")`) });
const marks = () => desk.page.locator(".draft-text .quoted");
const filter = (name: RegExp) => desk.page.getByRole("group").getByRole("button", { name });

async function openExample(): Promise<void> {
  await desk.open("#/draft");
  await desk.page.getByRole("button", { name: "Try an example draft" }).click();
  await desk.page.locator("#report-title").waitFor();
}

describe("a report", () => {
  test("says first what needs attention, and shows it", async () => {
    await openExample();
    await shows(desk.page.locator("#report-title"), /^5 quotations: 3 need attention, with material/);
    assert.equal(await desk.focusedId(), "report-title");
    assert.deepEqual(await entries().locator(".badge").allTextContents(), [
      "Altered",
      "Misattributed",
      "Not found",
    ]);
    await shows(desk.page.locator(".notes"), /1 is a scare quote[\s\S]*does not count/);
    await shows(entry(3), /gives it to Joe Biden, President[\s\S]*“?President Joe Biden said/);
    await shows(desk.page.locator("#report .searched"), /Checked on .* against 11 sources/);
    assert.equal(await desk.page.locator("#draft").isVisible(), false, "the form makes room");
    assert.deepEqual(desk.faults, []);
  });

  test("its counts are filters, of which one is pressed", async () => {
    await openExample();
    assert.equal(await filter(/Needs attention 3/).getAttribute("aria-pressed"), "true");
    await filter(/Accurate 1/).click();
    assert.equal(await filter(/Accurate 1/).getAttribute("aria-pressed"), "true");
    assert.equal(await filter(/Needs attention/).getAttribute("aria-pressed"), "false");
    assert.deepEqual(await entries().locator(".badge").allTextContents(), ["Accurate"]);
    await filter(/All 5/).click();
    assert.equal(await entries().count(), 5);
    await filter(/Scare quotes 1/).click();
    await shows(entries(), /peace talks/);
  });

  test("the draft has each quotation marked by more than colour, and each mark leads to its entry and back", async () => {
    await openExample();
    assert.deepEqual(
      (await marks().allTextContents()).map((words) => words.slice(0, 12)),
      ["The security", "Russia start", "The legitima", "Every bridge", "peace talks"],
    );
    const looks = await marks().evaluateAll((all) =>
      all.map((one) => getComputedStyle(one).textDecorationStyle + getComputedStyle(one).textDecorationLine),
    );
    assert.deepEqual(looks, [
      "solidunderline",
      "wavyunderline",
      "wavyunderline",
      "dottedunderline",
      "solidnone",
    ]);
    // The first is accurate: its entry is filtered away, and comes when it is asked for.
    await desk.page.getByRole("button", { name: "Quotation 1, accurate: show it in the list" }).click();
    await entry(1).waitFor({ state: "visible" });
    assert.ok(await entry(1).evaluate((one) => one === document.activeElement));
    await desk.page.getByRole("button", { name: "3: show it in the draft" }).click();
    assert.match(
      (await desk.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "",
      /^Quotation 3, misattributed/,
    );
    await shows(desk.page.locator(".quoted.current"), /The legitimate security/);
    await desk.page.keyboard.press("Enter");
    assert.ok(await entry(3).evaluate((one) => one === document.activeElement));
  });

  test("one steps through what is shown, by buttons and by keys", async () => {
    await openExample();
    await desk.page.getByRole("button", { name: "Next" }).click();
    await shows(desk.page.locator(".place"), /^1 of 3$/);
    assert.ok(await entry(2).evaluate((one) => one === document.activeElement));
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await shows(desk.page.locator(".place"), /^3 of 3$/);
    assert.equal(await desk.page.getByRole("button", { name: "Next" }).getAttribute("aria-disabled"), "true");
    await desk.page.keyboard.press("Alt+ArrowUp");
    assert.ok(await entry(3).evaluate((one) => one === document.activeElement));
  });

  test("an entry unfolds to the differences in the quotation's own words, not at the draft's offsets", async () => {
    await openExample();
    assert.equal(await entry(2).locator(".match").count(), 0, "what is folded is not built");
    await entry(2).locator("summary").click();
    await entry(2).locator("del").first().waitFor();
    assert.deepEqual(await entry(2).locator("del").allTextContents(), ["should"]);
    assert.deepEqual(await entry(2).locator("ins").allTextContents(), ["can"]);
    await shows(entry(2).locator(".context mark"), /can end this war/);
    await entry(3).locator("summary").click();
    await shows(entry(3).locator(".claimed"), /The draft gives it to Joe Biden[\s\S]*another speaker/);
  });

  test("of a draft without quotations it says so, and what is read", async () => {
    await desk.open("#/draft");
    await desk.checkDraft("The harbour is open. Nobody said anything.");
    await shows(desk.page.locator("#report-title"), /No quotations were found/);
    await shows(desk.page.locator(".notes"), /words in quotation marks/);
  });

  test("leads back to the draft as it was, which can be checked again", async () => {
    await openExample();
    await desk.page.getByRole("button", { name: "Change the draft" }).click();
    const text = desk.page.getByRole("textbox", { name: "The draft" });
    assert.equal(await text.inputValue(), EXAMPLE_DRAFT.text);
    await text.fill(`“${EXACT}” the G7 Nations said in a statement.`);
    await text.press("Control+Enter");
    await shows(desk.page.locator("#report-title"), /^1 quotation: nothing needs attention$/);
  });

  test("tells what was not read and what could not be reached", async () => {
    await desk.page.route("**/v1/check/article", async (route) => {
      const report = await (await route.fetch()).json();
      report.counts.unread = 12;
      report.corpus.complete = false;
      await route.fulfill({ json: report });
    });
    await openExample();
    await shows(desk.page.locator(".notes"), /12 more quotations were not read/);
    await shows(desk.page.locator(".notes"), /could not be reached/);
  });
});

describe("what is sent", () => {
  test("is the draft to the letter, with its headline", async () => {
    await desk.open("#/draft");
    const typed = `  “${EXACT}”\n\n\tHe said so.  `;
    await desk.page.getByLabel(/^Headline/).fill("War");
    const sent = desk.page.waitForRequest("**/v1/check/article");
    await desk.checkDraft(typed);
    assert.deepEqual((await sent).postDataJSON(), { text: typed, title: "War" });
  });

  test("nothing: the field says so and has the focus", async () => {
    await desk.open("#/draft");
    await desk.page.getByRole("button", { name: "Check the draft" }).click();
    await shows(desk.page.locator("#draft-text-error"), /Paste a draft or open a file/);
    assert.equal(await desk.focusedId(), "draft-text");
  });

  test("a paste that was cut is not passed over", async () => {
    await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await desk.open("#/draft");
    await desk.page.evaluate(() => navigator.clipboard.writeText("words ".repeat(40_000)));
    await desk.page.locator("#draft-text").press("Control+v");
    await shows(desk.page.locator("#draft-text-error"), /cut at 200,000 characters: the last 40,000 are/);
    await shows(desk.page.locator("#draft-text-count"), /200,000 of 200,000/);
  });

  const file = (name: string, content: string | Buffer, mimeType = "text/plain") =>
    desk.page.getByLabel(/open a file/).setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

  test("a text file is opened into the field, a long or foreign one refused whole", async () => {
    await desk.open("#/draft");
    await file("draft.md", `# War\n\n“${EXACT}”\n`);
    await desk.page.waitForFunction(() => document.querySelector("textarea#draft-text")?.matches(":focus"));
    assert.match(await desk.page.locator("#draft-text").inputValue(), /^# War\n\n“Russia/);
    await file("long.txt", "x".repeat(200_001));
    await shows(desk.page.locator("#draft-text-error"), /“long\.txt” is longer than 200,000/);
    await file("old.txt", Buffer.from([0xe9, 0x74, 0xe9]));
    await shows(desk.page.locator("#draft-text-error"), /“old\.txt” is not UTF-8/);
    assert.match(
      await desk.page.locator("#draft-text").inputValue(),
      /^# War/,
      "what was there is still there",
    );
  });

  const HTML = `<!doctype html><title>no</title><style>p{}</style><body style="color:red"><h2>War &amp; words</h2>
    <script>alert(1)</script><p onclick="alert(2)">The G7 Nations <img src="x" onerror="alert(3)">said: &ldquo;Russia
    started this <b>war</b> and Russia <i>sho</i>uld end&nbsp;this war.&rdquo;</p><blockquote>The security of a region
    should not be achieved by strengthening or expanding military blocs.</blockquote></body>`;

  test("an HTML file goes as HTML, and its marks stand in the text as it is read", async () => {
    await desk.open("#/draft");
    await file("page.html", HTML, "text/html");
    await shows(desk.page.locator("#draft-opened"), /Opened page\.html: [\d,]+ characters of HTML/);
    const sent = desk.page.waitForRequest("**/v1/check/article");
    await desk.page.getByRole("button", { name: "Check the draft" }).click();
    assert.deepEqual((await sent).postDataJSON(), { html: HTML });
    await desk.page.locator("#report-title").waitFor();
    assert.deepEqual(
      (await marks().allTextContents()).map((words) => words.replaceAll(/\s/g, " ")),
      [
        "Russia started this war and Russia should end this war.",
        "The security of a region should not be achieved by strengthening or expanding military blocs.",
      ],
    );
    await shows(desk.page.locator(".draft-text"), /War & words/);
    assert.doesNotMatch((await desk.page.locator(".draft-text").textContent()) ?? "", /alert|color/);
    await entry(1).locator("summary").click();
    // The entry is built when its "toggle" comes, a turn later than the click.
    await entry(1).locator("del.material").first().waitFor();
    assert.deepEqual(await entry(1).locator("del.material").allTextContents(), ["should"]);
    assert.equal(await desk.page.locator(".draft-text :is(img, script, b)").count(), 0);
    assert.deepEqual(desk.faults, []);
    await desk.page.getByRole("button", { name: "Change the draft" }).click();
    await desk.page.getByRole("button", { name: "Take it away" }).click();
    assert.equal(await desk.focusedId(), "draft-text");
  });
});

describe("a draft that is hard on the page", () => {
  test("tags and direction overrides are shown, not obeyed", async () => {
    await desk.open("#/draft");
    await desk.checkDraft(`${HOSTILE} wrote: “${EXACT} ${HOSTILE}”, and ${HOSTILE} said so.`);
    await shows(desk.page.locator(".draft-text"), /<img src=x[\s\S]*U\+202E/);
    assert.equal(await desk.page.locator("#report :is(img, script)").count(), 0);
    await desk.fits("hostile draft");
    assert.deepEqual(desk.faults, []);
  });

  test("two hundred quotations in 200,000 characters, one of them without a space, are shown at once", async () => {
    const quotation = (index: number) =>
      `“Sentence number ${index} was never said by anybody,” Person Number${index} said. ${"Filler words stand here. ".repeat(35)}\n`;
    const draft = `${"x".repeat(20_000)}\n${Array.from({ length: 180 }, (_, index) => quotation(index)).join("")}`;
    await desk.open("#/draft");
    await desk.page.getByRole("textbox", { name: "The draft" }).fill(draft.slice(0, 200_000));
    let answeredAt = 0;
    await desk.page.route("**/v1/check/article", async (route) => {
      const response = await route.fetch();
      answeredAt = Date.now();
      await route.fulfill({ response });
    });
    await desk.page.getByRole("button", { name: "Check the draft" }).click();
    await desk.page.locator("#report-title").waitFor({ timeout: 30_000 });
    await entries().first().waitFor();
    const took = Date.now() - answeredAt;
    assert.ok(took < 3_000, `${took} ms`);
    assert.ok((await marks().count()) >= 170);
    await desk.fits("long draft");
  });

  for (const [status, code, title] of [
    [413, "too_large", /too long/],
    [429, "rate_limited", /Too many checks/],
    [503, "unavailable", /cannot be reached/],
  ] as const) {
    test(`no report (${status}): what to do, and the draft is still there`, async () => {
      await desk.open("#/draft");
      await desk.page.route("**/v1/check/article", (route) => route.fulfill({ status, json: { code } }));
      await desk.checkDraft(`“${EXACT}”`);
      await shows(desk.failure(), title);
      assert.equal(await desk.focusedId(), "report-title");
      assert.equal(await desk.page.locator("#draft-text").inputValue(), `“${EXACT}”`);
    });
  }
});

describe("on paper", () => {
  test("the whole report, unfolded, whatever the filter hid; and folded again afterwards", async () => {
    await openExample();
    await entry(2).locator("summary").click();
    await desk.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await desk.page.emulateMedia({ media: "print" });
    assert.equal(await desk.page.locator(".entry .badge:visible").count(), 5);
    assert.ok(await entry(1).locator(".context").first().isVisible());
    assert.equal(await desk.page.locator(":is(nav, form, .filters, .steps, summary):visible").count(), 0);
    assert.deepEqual(
      await desk.page
        .locator("#report button:visible")
        .evaluateAll((all) => [...new Set(all.map((one) => one.className))]),
      ["ref"],
      "numbers stay, buttons go",
    );
    await shows(desk.page.locator("#report .searched"), /Checked on [\s\S]*engine[\s\S]*sha256-/);
    await desk.page.setViewportSize({ width: 794, height: 1123 });
    await desk.screenshot("print-report");
    await desk.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await desk.page.locator(".entry > details[open]").count(), 1, "only what was open before");
  });
});

describe("how a draft looks", () => {
  eachLook(({ colorScheme, width }) => {
    test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
      await desk.page.emulateMedia({ colorScheme });
      await desk.page.setViewportSize({ width, height: 900 });
      await desk.open("#/draft");
      await desk.page.locator("#draft-example").waitFor();
      await desk.inspect(`draft-${colorScheme}-${width}`);
      await desk.page.getByRole("button", { name: "Try an example draft" }).click();
      await desk.page.locator("#report-title").waitFor();
      await desk.inspect(`report-${colorScheme}-${width}`);
      await filter(/All/).click();
      for (const summary of await desk.page.locator(".entry > details > summary").all())
        await summary.click();
      await desk.page.getByRole("button", { name: "Next" }).click();
      await desk.inspect(`report-unfolded-${colorScheme}-${width}`);
      await desk.page.getByRole("button", { name: "Change the draft" }).click();
      await desk.page.route("**/v1/check/article", (route) => route.fulfill({ status: 503, body: "{}" }));
      await desk.page.getByRole("button", { name: "Check the draft" }).click();
      await desk.failure().waitFor();
      await desk.inspect(`draft-failure-${colorScheme}-${width}`);
    });
  });

  test("with forced colours a mark is still more than plain text", async () => {
    await desk.page.emulateMedia({ forcedColors: "active" });
    await openExample();
    await desk.page.getByRole("button", { name: "Next" }).click();
    const outline = await desk.page
      .locator(".quoted.current")
      .evaluate((one) => getComputedStyle(one).outlineStyle);
    assert.equal(outline, "solid");
    await desk.inspect("report-forced-colours");
  });
});
