import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ALTERED, EXACT, shows, useDesk } from "./desk.ts";

/** What the desk says where there is no answer. Only the error answers are made up. */

const desk = useDesk();

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
      await desk.open();
      await desk.page.route("**/v1/check", (route) => route.fulfill({ status, headers, body }));
      await desk.check(ALTERED);
      await shows(desk.failure(), title);
      await shows(desk.page.locator("#result .todo"), todo);
      assert.equal(await desk.focusedId(), "result-title");
      const shown = (await desk.page.locator("#result").textContent()) ?? "";
      assert.doesNotMatch(shown, /[{}]|raw detail/);
      if (status === 500) assert.match(shown, /r-123/);
      assert.equal(await desk.page.locator("#text").inputValue(), ALTERED, "the words are still there");
    });
  }

  test("a wrong field: its message stands with the field, which has the focus", async () => {
    await desk.open();
    const errors = [{ pointer: "/speaker", detail: "Must have at most 200 characters." }];
    await desk.page.route("**/v1/check", (route) =>
      route.fulfill({ status: 422, body: problem("invalid_request", errors) }),
    );
    await desk.check(ALTERED, "Somebody");
    await shows(desk.page.locator("#speaker-error"), /at most 200 characters/);
    assert.equal(await desk.focusedId(), "speaker");
    const described = await desk.page.locator("#speaker").getAttribute("aria-describedby");
    assert.ok(described?.split(" ").includes("speaker-error"));
    await desk.page.keyboard.type("x");
    assert.equal(
      await desk.page.locator("#speaker").getAttribute("aria-invalid"),
      null,
      "typing takes it away",
    );
  });

  test("offline: says so, and “Try again” works once the connection is back", async () => {
    await desk.open();
    await desk.context.setOffline(true);
    await desk.check(ALTERED);
    await shows(desk.failure(), /You are offline/);
    await desk.context.setOffline(false);
    await desk.page.getByRole("button", { name: "Try again" }).click();
    await shows(desk.verdict(), /Altered/);
  });

  test("a dead endpoint: says so", async () => {
    await desk.open();
    await desk.page.route("**/v1/check", (route) => route.abort("connectionrefused"));
    await desk.check(ALTERED);
    await shows(desk.failure(), /did not answer/);
  });

  test("an old answer does not stay beside a new failure", async () => {
    await desk.open();
    await desk.check(EXACT);
    await shows(desk.verdict(), /Accurate/);
    await desk.page.route("**/v1/check", (route) =>
      route.fulfill({ status: 503, body: problem("unavailable") }),
    );
    await desk.check(ALTERED);
    await shows(desk.failure(), /cannot be reached/);
    assert.equal(await desk.verdict().count(), 0);
  });

  test("a key is asked for, goes along, survives a reload and can be forgotten", async () => {
    const keys: (string | undefined)[] = [];
    await desk.page.route("**/v1/**", (route) => {
      const key = route.request().headers().authorization;
      if (route.request().url().endsWith("/v1/check")) keys.push(key);
      if (key !== "Bearer vb_right") {
        return route.fulfill({ status: 401, body: problem("unauthenticated") });
      }
      // The endpoint under test asks for no key and knows none: it would refuse this one.
      const { authorization: _, ...headers } = route.request().headers();
      return route.continue({ headers });
    });
    await desk.open();
    await desk.check(EXACT);
    await shows(desk.failure(), /only with a key/);
    await desk.page.getByRole("button", { name: "Enter a key" }).click();
    const dialog = desk.page.getByRole("dialog");
    await shows(dialog, /kept for this tab alone/);
    await desk.page.keyboard.type("two words");
    await desk.page.keyboard.press("Enter");
    await shows(desk.page.locator("#key-field-error"), /A key is one word/);
    await dialog.getByLabel("Key", { exact: true }).fill("vb_wrong");
    await desk.page.keyboard.press("Enter");
    await shows(desk.failure(), /only with a key/);
    await desk.page.getByRole("button", { name: "Enter another key" }).click();
    await desk.page.keyboard.type(" vb_right ");
    await dialog.getByRole("button", { name: "Use this key" }).click();
    await shows(desk.verdict(), /Accurate/);
    assert.deepEqual(keys, [undefined, "Bearer vb_wrong", "Bearer vb_right"]);
    await desk.page.getByRole("button", { name: "Word for word" }).waitFor();

    await desk.page.reload();
    await desk.check(EXACT);
    await shows(desk.verdict(), /Accurate/);
    assert.equal(await desk.page.evaluate(() => localStorage.length), 0, "no other tab has it");
    await desk.page.getByRole("button", { name: "Forget it" }).click();
    assert.equal(await desk.page.locator("#key-in-use").isVisible(), false);
    assert.equal(await desk.page.evaluate(() => sessionStorage.length), 0);
    await desk.check(EXACT);
    await shows(desk.failure(), /only with a key/);
  });

  test("Escape leaves the key as it was and the words where they are", async () => {
    await desk.page.route("**/v1/check", (route) =>
      route.fulfill({ status: 401, body: problem("unauthenticated") }),
    );
    await desk.open();
    await desk.check(EXACT);
    await desk.page.getByRole("button", { name: "Enter a key" }).click();
    await desk.page.keyboard.type("vb_half");
    await desk.inspect("key-light-1280");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("dialog").waitFor({ state: "hidden" });
    assert.equal(await desk.focusedText(), "Enter a key");
    assert.equal(await desk.page.locator("#key-field").inputValue(), "");
    assert.equal(await desk.page.locator("#text").inputValue(), EXACT);
  });

  test("without JavaScript the page says what to do", async () => {
    const bare = await desk.browser.newContext({ javaScriptEnabled: false });
    try {
      const without = await bare.newPage();
      await without.goto(`${desk.endpoint.origin}/`);
      const notice = without.locator("main .notice");
      await notice.waitFor({ state: "visible" });
      assert.match((await notice.textContent()) ?? "", /needs JavaScript[\s\S]*\/v1\/check\?quote=/);
    } finally {
      await bare.close();
    }
  });
});
