import { curlOf } from "./curl.ts";
import {
  type Answered,
  type Body,
  type Description,
  type Entry,
  type Header,
  headerName,
  type Operation,
  type Parameter,
  type Reference,
  resolved,
  type Security,
  schemaName,
} from "./description.ts";
import { type Content, type Html, html, joined, prose } from "./html.ts";
import { bodyOf, fieldOf, typeOf } from "./schema.ts";

/** One operation: what it is called by, what it takes, what it answers, and a command to try. */
export function operationSection(entry: Entry, description: Description): Html {
  const { operation } = entry;
  return html`
<section class="operation" id="${operation.operationId}" aria-labelledby="${operation.operationId}-title">
<h3 id="${operation.operationId}-title">${routeOf(entry)}</h3>
<p class="summary">${prose(operation.summary ?? "")}</p>
${operation.description === undefined ? null : html`<p>${prose(operation.description)}</p>`}
<p class="access">${accessOf(operation.security ?? description.security ?? [])}</p>
${parametersOf(operation.parameters ?? [])}
${operation.requestBody ? bodyPart(operation.requestBody, description) : null}
${responsesPart(operation, description)}
<h4>Example</h4>
<pre><code>${curlOf(entry, description)}</code></pre>
</section>`;
}

/** Method and path, as a link to the operation itself. */
export function routeOf({ method, path, operation }: Entry): Html {
  return html`<a class="route" href="#${operation.operationId}"><span class="method" data-method="${method}">${method}</span> <code>${path}</code></a>`;
}

/** In a sentence, what a caller needs. */
function accessOf(security: Security): Html {
  const scopes = [...new Set(security.flatMap((way) => Object.values(way).flat()))];
  const scope = joined(
    scopes.map((one) => html`<code>${one}</code>`),
    " or ",
  );
  if (security.length === 0) return html`<strong>Key:</strong> none.`;
  const of = scopes.length === 0 ? null : html` with the scope ${scope}`;
  const open = security.some((way) => Object.keys(way).length === 0);
  return open
    ? html`<strong>Key:</strong> only where the deployment asks for one${of === null ? null : html`, then${of}`}.`
    : html`<strong>Key:</strong> always, as <code>Authorization: Bearer …</code>${of === null ? null : html`,${of}`}.`;
}

function parametersOf(parameters: Parameter[]): Content {
  if (parameters.length === 0) return null;
  return html`<h4>Parameters</h4>
<dl class="fields">${parameters.map((one) =>
    fieldOf(
      one.name,
      {
        ...one.schema,
        description: one.description ?? one.schema.description,
        ...(one.example === undefined ? {} : { examples: [one.example] }),
      },
      one.required ?? false,
      one.in,
    ),
  )}</dl>`;
}

function bodyPart(body: Body, description: Description): Html {
  return html`<h4>Request body</h4>
${body.description === undefined ? null : html`<p>${prose(body.description)}</p>`}
${Object.entries(body.content).map(
  ([type, { schema }]) => html`<p><code>${type}</code>: ${typeOf(schema)}</p>
${bodyOf(resolved(schema, description) ?? schema)}`,
)}`;
}

/** The answers by status; headers that all of them have are named once. */
function responsesPart({ responses }: Operation, description: Description): Html {
  const all = Object.values(responses).map(({ headers = {} }) => headers);
  const common = Object.entries(all[0] ?? {}).filter(([name]) => all.every((headers) => name in headers));
  const shared = new Set(common.map(([name]) => name));
  return html`<h4>Responses</h4>
${headersLine("Headers of each: ", common)}
<dl class="responses">${Object.entries(responses).map(
    ([status, answered]) =>
      html`<div class="response"><dt><code class="status">${status}</code></dt><dd>${responseOf(status, answered, shared, description)}</dd></div>`,
  )}</dl>`;
}

function responseOf(
  status: string,
  { description: text, headers = {}, content = {} }: Answered,
  shared: ReadonlySet<string>,
  document: Description,
): Content {
  const own = Object.entries(headers).filter(([name]) => !shared.has(name));
  const success = status.startsWith("2");
  return [
    html`<p>${prose(text)}${Object.entries(content).map(
      ([type, { schema }]) => html` <span class="media">${typeOf(schema)}, <code>${type}</code></span>`,
    )}</p>`,
    headersLine("Headers: ", own),
    success ? Object.values(content).map(({ schema }) => fieldsOf(schema.$ref, document)) : null,
  ];
}

function headersLine(title: string, headers: [string, Header | Reference][]): Content {
  if (headers.length === 0) return null;
  const named = headers.map(([name, header]) => {
    const target = headerName(header);
    const shown = html`<code>${name}</code>`;
    return target === null ? shown : html`<a href="#${headerId(target)}">${shown}</a>`;
  });
  return html`<p class="limits">${title}${joined(named, ", ")}</p>`;
}

/** The fields of a named schema, folded away beneath its link: a success is read for them, an error rarely. */
function fieldsOf(ref: string | undefined, document: Description): Content {
  const schema = ref === undefined ? null : resolved({ $ref: ref }, document);
  if (ref === undefined || schema === null) return null;
  return html`<details><summary>Fields of ${schemaName(ref)}</summary>${bodyOf(schema)}</details>`;
}

/** The id that a named header has on the page. */
export function headerId(name: string): string {
  return `header-${name}`;
}
