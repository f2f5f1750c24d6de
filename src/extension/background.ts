import { answer } from "./background/answering.ts";
import { KeptAnswers } from "./background/kept-answers.ts";
import { showUnderlines } from "./background/underlines.ts";
import { EXTENSION } from "./limits.ts";
import type { Act, Request, Taken } from "./messages.ts";

/**
 * The background worker. It waits for an act of the person (a menu, a shortcut, the toolbar), brings the
 * panel into that one page, and asks the endpoint for it: a page's own scripts may not.
 */

const nowMs = () => Date.now();
const kept = new KeptAnswers(chrome.storage.session, nowMs);

const MENUS = {
  selection: { id: "check-selection", title: "Check this quotation", contexts: ["selection"] },
  page: { id: "check-page", title: "Check every quotation on this page", contexts: ["page", "action"] },
} as const satisfies Record<string, { id: string; title: string; contexts: string[] }>;

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.removeAll(() => {
    for (const { id, title, contexts } of Object.values(MENUS)) {
      chrome.contextMenus.create({ id, title, contexts: [...contexts] });
    }
  });
});

// The key is nobody's business but ours; without this, the extension's scripts in pages could read it too.
void chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === MENUS.page.id) void act(tab, { kind: "page" });
  else void act(tab, { kind: "selection", fallback: info.selectionText ?? "" }, info.frameId);
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "check-page") void act(tab, { kind: "page" });
});

chrome.action.onClicked.addListener((tab) => void act(tab, { kind: "toolbar" }));

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && ("origin" in changes || "key" in changes)) void kept.clear();
});

chrome.runtime.onMessage.addListener((message: Request, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return false;
  void respond(message, sender).then(reply);
  return true;
});

async function respond(message: Request, sender: chrome.runtime.MessageSender): Promise<unknown> {
  switch (message.type) {
    case "check":
    case "draft":
    case "health":
      return answer(message, kept, nowMs);
    case "take":
      return take(message.id);
    case "settings":
      await chrome.runtime.openOptionsPage();
      return null;
    case "underlines":
      if (sender.tab?.id !== undefined) await showUnderlines(sender.tab.id, message.shown).catch(() => {});
      return null;
  }
}

/** Shows the panel in the page and does there what was asked; where no script may run, in a tab of our own. */
async function act(tab: chrome.tabs.Tab | undefined, wanted: Act, frameId = 0): Promise<void> {
  if (tab?.id === undefined) return;
  for (let attempt = 1; attempt <= EXTENSION.injectionsMax; attempt++) {
    if (await actInPage(tab.id, wanted, frameId)) return;
    await new Promise((done) => setTimeout(done, EXTENSION.injectionPauseMs));
  }
  await openOwnTab(wanted.fallback ?? "");
}

/** Resolves to whether it was done. */
async function actInPage(tabId: number, wanted: Act, frameId: number): Promise<boolean> {
  const target = { tabId };
  try {
    await chrome.scripting.executeScript({ target, files: ["content.js"] });
    const text = wanted.kind === "page" ? undefined : await selectedInFrames(tabId, wanted, frameId);
    const [done] = await chrome.scripting.executeScript({
      target,
      func: (given: Act) => globalThis.verbatim?.act?.(given) ?? false,
      args: [text === undefined ? wanted : { ...wanted, text }],
    });
    return done?.result === true;
  } catch {
    return false;
  }
}

/** Words selected in a frame, which the page itself does not see; undefined where it does, or where there are none. */
async function selectedInFrames(
  tabId: number,
  { fallback }: Act,
  frameId: number,
): Promise<string | undefined> {
  if (frameId !== 0) return fallback;
  const results = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => getSelection()?.toString() ?? "",
  });
  const top = results.find((result) => result.frameId === 0)?.result ?? "";
  if (top.trim() !== "") return undefined;
  return results.map(({ result }) => result ?? "").find((words) => words.trim() !== "");
}

/** The words go by way of the browser's memory: in the tab's address they would stand in its history. */
async function openOwnTab(text: string): Promise<void> {
  const id = crypto.randomUUID();
  await chrome.storage.session.set({ [`taken:${id}`]: { text } satisfies Taken });
  await chrome.tabs.create({ url: chrome.runtime.getURL(`check.html#${id}`) });
}

async function take(id: string): Promise<Taken | null> {
  const key = `taken:${id}`;
  const taken = (await chrome.storage.session.get(key))[key] as Taken | undefined;
  await chrome.storage.session.remove(key);
  return taken ?? null;
}
