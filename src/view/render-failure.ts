import { type Around, heading } from "./around.ts";
import { button, el, icon, plain } from "./dom.ts";
import type { Failure } from "./endpoint.ts";
import { adviceFor, type Place } from "./failures.ts";

/** What the person can do from where the failure is shown. */
export interface Remedies {
  place: Place;
  retry(): void;
  /** Leads to the endpoint's address and key; null where there is nothing to set. */
  settings: { words: string; open(): void } | null;
}

/** Fields whose errors stand beside them in the form. */
const IN_FORM = ["quote", "claim", "speaker"];

/** Returns the heading and the advice for a check that brought no answer. The heading has the id given. */
export function renderFailure(
  failure: Failure,
  around: Pick<Around, "level">,
  remedies: Remedies,
  id = "result-title",
): Node[] {
  const advice = adviceFor(failure, remedies.place);
  const attributes = { id, class: "failure-title", tabindex: "-1" };
  const nodes: Node[] = [
    heading(around, 0, attributes, icon("warning"), advice.title),
    el("p", { class: "todo" }, advice.todo),
  ];
  const unbound = failure.fieldErrors.filter(({ field }) => !IN_FORM.includes(field));
  if (unbound.length > 0) nodes.push(el("ul", {}, ...unbound.map(fieldError)));
  const actions = [
    advice.retry ? button("Try again", remedies.retry, { class: "secondary" }) : null,
    advice.settings && remedies.settings
      ? button(remedies.settings.words, remedies.settings.open, { class: "secondary" })
      : null,
  ].filter((action) => action !== null);
  if (actions.length > 0) nodes.push(el("p", { class: "actions" }, ...actions));
  if (failure.requestId !== null && failure.status >= 500) {
    nodes.push(
      el("p", { class: "small" }, "To report it, name request ", el("code", {}, failure.requestId), "."),
    );
  }
  return nodes;
}

function fieldError({ field, detail }: Failure["fieldErrors"][number]): HTMLElement {
  return el("li", {}, ...plain(`${field} ${detail}`.trim()));
}
