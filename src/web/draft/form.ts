import { button, byId, foreign } from "../../view/dom.ts";
import type { Draft, FieldError } from "../../view/endpoint.ts";
import { clearFieldError, showCount, showFieldError, warnWhenPasteIsCut, wireSubmit } from "../fields.ts";

/** The contract's limit on a draft, in UTF-16 units. */
const DRAFT_CHARS_MAX = 200_000;
/** A character takes up to three bytes for each of its units: a file above this cannot fit and is not read. */
const FILE_BYTES_MAX = DRAFT_CHARS_MAX * 3;
/** A draft's length is worth knowing long before the limit, but not that of a sentence. */
const COUNT_FROM = 1000;

/** An HTML file that was opened; its text is not shown for editing, because its markup is part of it. */
let opened: { name: string; html: string } | null = null;

/** Returns what is to be checked, exactly as it was pasted or opened; null where there is nothing. */
export function readDraftForm(): Draft | null {
  const headline = byId("draft-title", HTMLInputElement).value;
  const title = headline.trim() === "" ? {} : { title: headline };
  if (opened !== null) return { html: opened.html, ...title };
  const { value } = byId("draft-text", HTMLTextAreaElement);
  return value.trim() === "" ? null : { text: value, ...title };
}

/** Puts a draft into the form, as the example does. */
export function fillDraftForm({ text, title }: { text: string; title: string }): void {
  takeAway();
  byId("draft-title", HTMLInputElement).value = title;
  setText(text);
}

/** Wires the form: counting, cutting, opening files, submitting. */
export function wireDraftForm(submit: () => void): void {
  const text = byId("draft-text", HTMLTextAreaElement);
  wireSubmit(byId("draft", HTMLFormElement), submit);
  text.addEventListener("input", () => {
    clearFieldError("draft-text");
    showCount(text, COUNT_FROM);
  });
  byId("draft-title", HTMLInputElement).addEventListener("input", () => clearFieldError("draft-title"));
  warnWhenPasteIsCut(text, "Check the rest as a second draft.");
  const file = byId("draft-file", HTMLInputElement);
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) void open(chosen);
  });
}

/** Shows errors beside the fields and returns the first field that has one, or null. */
export function showDraftErrors(errors: readonly FieldError[]): HTMLElement | null {
  clearFieldError("draft-text");
  clearFieldError("draft-title");
  let first: HTMLElement | null = null;
  for (const { field, detail } of errors) {
    const shown = showFieldError(field === "title" ? "draft-title" : "draft-text", detail);
    first ??= shown;
  }
  return first;
}

/** A file is taken whole or not at all: half a draft would pass for a checked one. */
async function open(file: File): Promise<void> {
  const field = byId("draft-file", HTMLInputElement);
  clearFieldError("draft-text");
  const content = file.size > FILE_BYTES_MAX ? "too long" : await contentOf(file);
  // The same file can be chosen again after it was mended.
  field.value = "";
  if (content === "too long" || content.text.length > DRAFT_CHARS_MAX) {
    showFieldError(
      "draft-text",
      `“${file.name}” is longer than 200,000 characters and was not opened. Check it in pieces.`,
    );
  } else if (!content.readable) {
    showFieldError(
      "draft-text",
      `“${file.name}” is not UTF-8 text and was not opened. Save it as UTF-8, or paste its text.`,
    );
  } else if (/\.html?$/i.test(file.name) || file.type === "text/html") {
    showOpened({ name: file.name, html: content.text });
  } else {
    takeAway();
    setText(content.text);
    byId("draft-text", HTMLTextAreaElement).focus();
  }
}

async function contentOf(file: File): Promise<{ text: string; readable: boolean }> {
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // A text has no zero characters; a document of a word processor that happens to decode does.
    return { text: text.replaceAll("\r\n", "\n"), readable: !text.includes("\0") };
  } catch {
    return { text: "", readable: false };
  }
}

function setText(text: string): void {
  const field = byId("draft-text", HTMLTextAreaElement);
  field.value = text;
  showCount(field, COUNT_FROM);
}

function showOpened(file: { name: string; html: string }): void {
  opened = file;
  const line = byId("draft-opened", HTMLElement);
  const away = button("Take it away", () => {
    takeAway();
    byId("draft-text", HTMLTextAreaElement).focus();
  });
  line.replaceChildren(
    "Opened ",
    foreign(file.name),
    `: ${file.html.length.toLocaleString("en")} characters of HTML. `,
    away,
  );
  line.hidden = false;
  byId("draft-paste", HTMLElement).hidden = true;
  byId("draft-text-count", HTMLElement).hidden = true;
  byId("check-draft", HTMLButtonElement).focus();
}

function takeAway(): void {
  opened = null;
  byId("draft-opened", HTMLElement).hidden = true;
  byId("draft-paste", HTMLElement).hidden = false;
}
