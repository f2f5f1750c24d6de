/** On paper nothing can be unfolded: everything is before printing, and folded again behind it. */
export function wirePrint(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [];
    // Unfolding may build more that is folded, so until there is none left.
    for (let folded = foldedNow(); folded.length > 0; folded = foldedNow()) {
      for (const details of folded) {
        details.dispatchEvent(new Event("unfold"));
        details.open = true;
      }
      opened.push(...folded);
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}

function foldedNow(): HTMLDetailsElement[] {
  return [
    ...document.querySelectorAll<HTMLDetailsElement>("main > section:not([hidden]) details:not([open])"),
  ];
}
