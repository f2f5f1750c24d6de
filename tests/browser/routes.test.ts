import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routeOf, sourceAddress, speakerAddress } from "../../src/web/routes.ts";
import { ALTERED, EXACT, shows, useDesk } from "./desk.ts";

/** The desk's views: their addresses, and the way from one to the other and back. */

const desk = useDesk();
const FIRST_LOAD_BYTES_MAX = 100_000;

describe("an address", () => {
  test("leads back to the source, place and revision it was made of", () => {
    const at = { start: 12, end: 40 };
    const address = sourceAddress("a b/c?d#é", at, "sha256-ff");
    assert.deepEqual(routeOf(address), { view: "source", id: "a b/c?d#é", at, revision: "sha256-ff" });
    assert.deepEqual(routeOf(speakerAddress("chinese plan~document")), {
      view: "speaker",
      id: "chinese plan~document",
    });
  });

  test("without a passage that can be is the source's alone", () => {
    for (const at of ["9-3", "5-5", "x-9", "-4-9", "4", "1-99999999999"]) {
      assert.deepEqual(routeOf(`#/source/one?at=${at}`), {
        view: "source",
        id: "one",
        at: null,
        revision: null,
      });
    }
  });

  test("that names nothing is unknown, and a broken one too", () => {
    for (const hash of [
      "#/nowhere",
      "#/source/",
      "#/source/a/b",
      "#/source/%E0%A4",
      "#text",
      "#/sources/x",
    ]) {
      assert.deepEqual(routeOf(hash), { view: "unknown" }, hash);
    }
  });
});

describe("the views", () => {
  test("each is led to by the nav, with its title, the focus and a step in the history", async () => {
    await desk.open();
    const nav = desk.page.getByRole("navigation");
    for (const [link, heading] of [
      ["Draft", "Check a draft"],
      ["Sources", "Sources"],
      ["Speakers", "Speakers"],
    ] as const) {
      await nav.getByRole("link", { name: link }).click();
      await shows(desk.heading(), new RegExp(`^${heading}$`));
      assert.equal(await desk.page.title(), `${heading} · Verbatim`);
      assert.equal(await desk.focusedText(), heading);
      assert.equal(await nav.locator('[aria-current="page"]').textContent(), link);
    }
    await desk.page.goBack();
    await desk.page.goBack();
    await shows(desk.heading(), /^Check a draft$/);
    assert.equal(await nav.locator('[aria-current="page"]').textContent(), "Draft");
    await desk.page.goForward();
    await shows(desk.heading(), /^Sources$/);
  });

  test("an address that names nothing says so, and where to go", async () => {
    await desk.open("#/nowhere");
    await shows(desk.heading(), /There is no such page/);
    await desk.page.getByRole("link", { name: "Check a quotation" }).click();
    await shows(desk.heading(), /Check a quotation/);
  });

  test("an answer is still there when one comes back, at the place one left", async () => {
    await desk.open();
    await desk.check(ALTERED);
    await shows(desk.verdict(), /Altered/);
    await desk.page.getByRole("link", { name: "Read the source" }).click();
    await desk.page.locator(".source-text mark").waitFor();
    await desk.page.getByRole("button", { name: /Back to the answer/ }).click();
    await shows(desk.verdict(), /Altered/);
    assert.equal(await desk.focusedText(), "Read the source");
    const link = desk.page.getByRole("link", { name: "Read the source" });
    assert.ok(await link.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight), "in view");
  });

  test("what was pasted is never in the address or in the browser's storage", async () => {
    await desk.open();
    await desk.check(EXACT, "Somebody Secret");
    await desk.verdict().waitFor();
    await desk.page.getByRole("link", { name: "Draft" }).click();
    await desk.checkDraft(`Nobody knows this yet. “${EXACT}” she said.`);
    const [address, stored] = await desk.page.evaluate(() => [
      location.href,
      localStorage.length + sessionStorage.length,
    ]);
    assert.doesNotMatch(String(address), /Russia|Secret|Nobody|\?/);
    assert.equal(stored, 0);
  });

  test("the first load is light and asks nobody else", async () => {
    let bytes = 0;
    const elsewhere: string[] = [];
    desk.page.on("response", async (response) => {
      if (!response.url().startsWith(desk.endpoint.origin)) elsewhere.push(response.url());
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await desk.open();
    await desk.page.waitForLoadState("networkidle");
    assert.deepEqual(elsewhere, []);
    assert.ok(bytes > 0 && bytes < FIRST_LOAD_BYTES_MAX, `${bytes} bytes`);
    assert.deepEqual(desk.faults, []);
  });
});
