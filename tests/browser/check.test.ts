import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { EXAMPLES } from "../../src/web/check/examples.ts";
import { ALTERED, EXACT, eachLook, HOSTILE, shows, useDesk } from "./desk.ts";

/** One quote or claim, checked at the desk. */

const desk = useDesk();

describe("a check", () => {
  test("an altered quotation: the verdict first, both wordings with the differing words marked", async () => {
    await desk.open();
    await desk.check(ALTERED);
    await shows(desk.verdict(), /Altered/);
    assert.equal(await desk.focusedId(), "result-title", "the answer's heading has the focus");
    await shows(desk.page.locator(".summary"), /can end this war/);
    assert.deepEqual(await desk.page.locator(".match").first().locator("del").allTextContents(), ["should"]);
    assert.deepEqual(await desk.page.locator(".match").first().locator("ins").allTextContents(), ["can"]);
    await shows(desk.page.locator(".changes li"), /Material.*can.*should/);
    await shows(desk.page.locator(".said"), /G7/);
    await shows(desk.page.locator(".said"), /statement reads/);
    await shows(desk.page.locator(".context mark"), /can end this war/);
    await shows(desk.page.locator(".source"), /24 February 2023/);
    await shows(desk.page.locator(".searched"), /Searched \d+ sources?, [\d,]+ words/);
    assert.deepEqual(desk.faults, []);
  });

  test("an accurate quotation: the source's words, and nothing marked as different", async () => {
    await desk.open();
    await desk.check(EXACT);
    await shows(desk.verdict(), /Accurate/);
    assert.equal(await desk.page.locator("del.material, ins.material, .gap.material").count(), 0);
    await shows(
      desk.page.locator(".pair blockquote").nth(1),
      /Russia started this war and Russia can end this war/,
    );
  });

  test("a dropped “not” is marked in the source, and its place in the quotation", async () => {
    await desk.open();
    await desk.page.getByRole("button", { name: "A “not” dropped" }).click();
    await shows(desk.verdict(), /Altered/);
    await shows(desk.page.locator(".match").first().locator("ins.material"), /^\s*not\s*$/);
    assert.equal(await desk.page.getByRole("img", { name: "words missing here" }).count(), 1);
  });

  test("the wrong speaker: who it was, and who was named", async () => {
    await desk.open();
    await desk.check(EXACT, "Vladimir Putin");
    await shows(desk.verdict(), /Misattributed/);
    await shows(desk.page.locator(".said"), /G7[\s\S]*Vladimir Putin[\s\S]*another speaker/);
  });

  test("the page says how much it searches before anything is asked", async () => {
    await desk.open();
    await shows(desk.page.locator("#corpus"), /\d+ sources?, [\d,]+ words/);
  });

  test("words that are not there: never called fabricated", async () => {
    await desk.open();
    await desk.page.getByRole("button", { name: "Not there at all" }).click();
    await shows(desk.verdict(), /Not found/);
    await shows(desk.page.locator(".meaning"), /not the same as fabricated/);
    await shows(desk.page.locator(".searched"), /Searched \d+ source/);
  });

  test("passages that only share words with it are folded away, and no match", async () => {
    await desk.open();
    await desk.check("At low water the bar is six metres, so the chart promises too much");
    await shows(desk.verdict(), /Not found/);
    const folded = desk.page.locator("details.others");
    await shows(folded.locator("summary").first(), /passages? that share/);
    assert.equal(await folded.locator(".match").first().isVisible(), false);
    assert.equal(await desk.page.locator(".match:not(details .match)").count(), 0);
    await folded.locator("summary").first().click();
    await shows(folded, /6\.4 metres/);
  });

  test("too little to check: says that this is no verdict on the words", async () => {
    await desk.open();
    await desk.check("war");
    await shows(desk.verdict(), /Cannot check/);
    await shows(desk.page.locator(".meaning"), /nothing about whether the words are genuine/);
  });

  test("a claim is asked as a claim", async () => {
    await desk.open();
    await desk.page.getByLabel("A claim").check();
    await desk.page.getByLabel("The claim, in your own words").fill("Russia can end this war.");
    const sent = desk.page.waitForRequest((request) => request.url().endsWith("/v1/check"));
    await desk.page.getByRole("button", { name: "Check", exact: true }).click();
    assert.deepEqual((await sent).postDataJSON(), { claim: "Russia can end this war." });
    await desk.verdict().waitFor();
  });

  test("the words go out exactly as they were typed", async () => {
    await desk.open();
    const typed = `  ${EXACT}\n\n`;
    const sent = desk.page.waitForRequest((request) => request.url().endsWith("/v1/check"));
    await desk.check(typed);
    assert.deepEqual((await sent).postDataJSON(), { quote: typed });
  });

  test("each example of a fresh install brings an answer", async () => {
    await desk.open();
    for (const { label } of EXAMPLES) {
      await desk.page.getByRole("button", { name: label }).click();
      await desk.page
        .getByRole("status")
        .filter({ hasText: /^Checked: / })
        .waitFor();
      assert.notEqual(await desk.verdict().textContent(), "", label);
    }
  });

  test("a slow old answer never takes the place of a newer one", async () => {
    await desk.open();
    let first = true;
    await desk.page.route("**/v1/check", async (route) => {
      if (!first) return route.continue();
      first = false;
      await new Promise((done) => setTimeout(done, 800));
      // The page has given this request up by now: there may be nobody left to answer.
      await route.continue().catch(() => {});
    });
    await desk.check(ALTERED);
    await desk.check(EXACT);
    await shows(desk.verdict(), /Accurate/);
    await desk.page.waitForTimeout(1500);
    assert.match((await desk.verdict().textContent()) ?? "", /Accurate/);
  });
});

describe("text that others wrote", () => {
  test("a quotation with tags and direction overrides is shown, not obeyed", async () => {
    await desk.open();
    await desk.check(
      `${EXACT} We call on Russia to stop ${HOSTILE} its ongoing aggression and to immediately, completely and unconditionally withdraw its troops from the entire internationally recognized territory of Ukraine.`,
    );
    const quoted = desk.page.locator(".pair blockquote").first();
    // The differences are marked one by one, with words for screen readers between them.
    await shows(quoted, /<\s*[^<]*img src=x onerror="alert/);
    await shows(quoted, /script>alert/);
    await shows(quoted, /U\+202E/);
    assert.equal(await desk.page.locator("#result img, #result script").count(), 0);
    await desk.page.waitForTimeout(200);
    assert.deepEqual(desk.faults, []);
  });

  test("so is every field of an answer, and only web addresses become links", async () => {
    await desk.open();
    const answer = await desk.page.evaluate(async (quote) => {
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
    await desk.page.route("**/v1/check", (route) => route.fulfill({ json: poisoned }));
    await desk.check(ALTERED);
    await shows(desk.page.locator(".source-title"), /<script>alert\(2\)<\/script>/);
    assert.equal(
      await desk.page.locator("#result img, #result script, #result a[href^='javascript']").count(),
      0,
    );
    assert.deepEqual(desk.faults, []);
  });

  test("right-to-left words keep the page's own words in order", async () => {
    await desk.open();
    const hebrew = "המלחמה הזאת יכולה להסתיים מחר בבוקר";
    await desk.check(hebrew);
    await desk.verdict().waitFor();
    assert.equal(await desk.page.locator("#text").evaluate((box) => getComputedStyle(box).direction), "rtl");
    assert.equal(await desk.page.locator("html").evaluate((html) => getComputedStyle(html).direction), "ltr");
  });
});

describe("the keyboard", () => {
  test("alone is enough: from the address bar to the source and back", async () => {
    await desk.open();
    const press = async (key: string, times = 1) => {
      for (let i = 0; i < times; i++) await desk.page.keyboard.press(key);
    };
    // Four views to go to, and the choice of what it is.
    await press("Tab", 6);
    assert.equal(await desk.focusedId(), "text");
    await desk.page.keyboard.type(ALTERED);
    await press("Tab", 2);
    assert.equal(await desk.focusedId(), "check");
    const outline = await desk.page
      .locator("#check")
      .evaluate((button) => getComputedStyle(button).outlineStyle);
    assert.equal(outline, "solid", "focus can be seen");
    await press("Shift+Tab", 2);
    await press("Control+Enter");
    await shows(desk.verdict(), /Altered/);
    assert.equal(await desk.focusedId(), "result-title");
    await press("Tab");
    assert.equal(await desk.focusedText(), "Read the source");
    await press("Enter");
    await shows(desk.page.locator(".source-text mark"), /can end this war/);
    assert.match(await desk.focusedText(), /can end this war/, "the passage has the focus");
    await press("Escape");
    await desk.verdict().waitFor();
    assert.equal(await desk.focusedText(), "Read the source");
  });

  test("nothing typed: the field says so, has the focus, and nothing is sent", async () => {
    await desk.open();
    let sent = 0;
    desk.page.on("request", (request) => {
      if (request.url().endsWith("/v1/check")) sent++;
    });
    await desk.page.getByRole("button", { name: "Check", exact: true }).click();
    await shows(desk.page.locator("#text-error"), /Paste or type the words/);
    assert.equal(await desk.focusedId(), "text");
    assert.equal(await desk.page.locator("#text").getAttribute("aria-invalid"), "true");
    assert.equal(sent, 0);
  });

  test("near the limit a count appears, and a paste that was cut is not passed over", async () => {
    await desk.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await desk.open();
    const text = desk.page.locator("#text");
    await text.fill("a".repeat(4000));
    assert.equal(await desk.page.locator("#text-count").isVisible(), false);
    await text.fill("a".repeat(4600));
    await shows(desk.page.locator("#text-count"), /4,600 of 5,000/);
    await desk.page.evaluate(() => navigator.clipboard.writeText("b".repeat(450)));
    await text.press("Control+End");
    await text.press("Control+v");
    await shows(desk.page.locator("#text-error"), /the last 50 are missing/);
    assert.equal((await text.inputValue()).length, 5000);
  });
});

describe("on paper", () => {
  test("the answer stands with its question, time, engine and corpus, and without form and buttons", async () => {
    await desk.open();
    await desk.check("At low water the bar is six metres, so the chart promises too much", "Somebody");
    await shows(desk.verdict(), /Not found/);
    await desk.page.emulateMedia({ media: "print" });
    await desk.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await shows(desk.page.locator(".asked"), /At low water[\s\S]*Said to be by Somebody/);
    await shows(
      desk.page.locator("#result"),
      /Checked on \d+ \w+ \d{4}[\s\S]*11 sources[\s\S]*engine \d+\.\d+\.\d+[\s\S]*sha256-[0-9a-f]{64}/,
    );
    assert.ok(await desk.page.locator("details.others .match").first().isVisible(), "nothing is folded");
    for (const gone of ["#ask", "nav", "#examples", "#result button"]) {
      assert.equal(await desk.page.locator(gone).first().isVisible(), false, gone);
    }
    await desk.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await desk.page.locator("details.others[open]").count(), 0, "and folded again afterwards");
  });

  test("the addresses of sources are printed", async () => {
    await desk.open();
    await desk.check("we will have to close the branch on 30 September");
    await desk.verdict().waitFor();
    await desk.page.emulateMedia({ media: "print" });
    const link = desk.page.locator(".links a[target=_blank]").first();
    const printed = await link.evaluate((one) => getComputedStyle(one, "::after").content);
    assert.match(printed, /https?:\/\//);
  });
});

describe("how a check looks", () => {
  eachLook(({ colorScheme, width }) => {
    test(`${colorScheme}, ${width} px: no accessibility violation, nothing cut off`, async () => {
      await desk.page.emulateMedia({ colorScheme });
      await desk.page.setViewportSize({ width, height: 900 });
      await desk.open();
      await desk.page.locator("#examples").waitFor();
      await desk.inspect(`start-${colorScheme}-${width}`);
      for (const { label } of EXAMPLES) {
        await desk.page.getByRole("button", { name: label }).click();
        await desk.page
          .getByRole("status")
          .filter({ hasText: /^Checked: / })
          .waitFor();
        await desk.inspect(`${label.toLowerCase().replaceAll(/[^a-z]+/g, "-")}-${colorScheme}-${width}`);
      }
      await desk.check(`${ALTERED} ${"unbroken".repeat(60)}`);
      await desk.page
        .getByRole("status")
        .filter({ hasText: /^Checked: / })
        .waitFor();
      await desk.inspect(`unbroken-${colorScheme}-${width}`);
      await desk.page.route("**/v1/check", (route) => route.fulfill({ status: 503, body: "{}" }));
      await desk.check(ALTERED);
      await desk.failure().waitFor();
      await desk.inspect(`failure-${colorScheme}-${width}`);
    });
  });
});
