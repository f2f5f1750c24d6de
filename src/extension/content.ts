import type { Act } from "./messages.ts";
import { readSelection } from "./page/selection.ts";
import { OneCheck } from "./panel/one-check.ts";
import { PageCheck } from "./panel/page-check.ts";
import css from "./panel/panel.css";
import { Panel } from "./panel/panel.ts";
import { startLead } from "./panel/start.ts";

/** What is brought into a page at the person's act: once, however often it is asked for. */

function begin(): typeof globalThis.verbatim {
  // A bare picture, an XML file: nothing there to lay a panel over.
  if (!(document.documentElement instanceof HTMLElement)) return undefined;
  const panel = new Panel(css, () => {
    one.cancel();
    page.end();
  });
  const page: PageCheck = new PageCheck(panel);
  const one: OneCheck = new OneCheck(panel);
  const checkPage = () => {
    one.cancel();
    void page.check();
  };
  return {
    root: panel.root,
    act({ kind, text, fallback = "" }: Act): true {
      // Read before the panel takes the focus, which would let go of what is selected in a field.
      const selected = (text === undefined ? readSelection() : null) ?? {
        text: (text ?? fallback).trim(),
        prefix: "",
        suffix: "",
      };
      panel.open();
      if (kind === "page") {
        checkPage();
        return true;
      }
      page.end();
      if (selected.text === "") {
        one.start(startLead(checkPage), { text: "", speaker: "" });
        return true;
      }
      const { text: words, prefix, suffix } = selected;
      void one.check({ text: words, speaker: "", prefix, suffix });
      return true;
    },
  };
}

// A page's element of this id is found under the same name, and is none of ours.
if (typeof globalThis.verbatim?.act !== "function") globalThis.verbatim = begin();
