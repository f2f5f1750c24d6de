import { type Description, type Group, groupsOf } from "./description.ts";
import { type Html, html, prose } from "./html.ts";
import { headerId, operationSection, routeOf } from "./operation.ts";
import { bodyOf, schemaId, typeOf } from "./schema.ts";

/** The whole reference as one HTML document, which needs no script. */
export function docsPage(description: Description): string {
  const { info } = description;
  const groups = groupsOf(description);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Every operation of the ${info.title} API: what it takes, what it answers, and a command to try.">
<title>${info.title}: the API</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<a class="skip" href="#main">Skip to the operations</a>
<header class="masthead">
<h1>${info.title}: the API</h1>
<p>Version ${info.version}. ${prose(info.description ?? info.summary ?? "")}</p>
<p class="links"><a href="/">Check a quotation</a> <a href="/openapi.json">This description as OpenAPI</a></p>
</header>
<nav aria-label="Contents">${contents(groups, description)}</nav>
<main id="main" tabindex="-1">
<p class="note">The examples ask <code>http://localhost:8787</code>, where <code>npm run dev</code> serves; put your own origin in its place. <code>$KEY</code> and other names with a dollar sign are yours to set.</p>
${groups.map((group) => groupSection(group, description))}
${schemasSection(description)}
${headersSection(description)}
</main>
<footer class="colophon"><p>Made from <a href="/openapi.json">/openapi.json</a>. <a href="/">Back to the desk</a></p></footer>
</body>
</html>
`.markup;
}

function contents(groups: Group[], { components }: Description): Html {
  return html`${groups.map(
    ({ name, entries }) => html`<p class="group"><a href="#${groupId(name)}">${name}</a></p>
<ul>${entries.map((entry) => html`<li>${routeOf(entry)}</li>`)}</ul>`,
  )}
<details><summary>Schemas</summary><ul>${Object.keys(components.schemas ?? {}).map(
    (name) => html`<li><a href="#${schemaId(name)}">${name}</a></li>`,
  )}</ul></details>
<p class="group"><a href="#headers">Headers</a></p>`;
}

function groupSection({ name, description, entries }: Group, document: Description): Html {
  return html`
<section aria-labelledby="${groupId(name)}">
<h2 id="${groupId(name)}">${name}</h2>
<p class="lead">${prose(description)}</p>
${entries.map((entry) => operationSection(entry, document))}
</section>`;
}

/** The id that a group's heading has on the page. */
function groupId(name: string): string {
  return `tag-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function schemasSection({ components }: Description): Html {
  return html`
<section aria-labelledby="schemas">
<h2 id="schemas">Schemas</h2>
<p class="lead">What the operations above take and answer, each by its name. A field that is not called required may be left out.</p>
${Object.entries(components.schemas ?? {}).map(
  ([name, schema]) => html`
<section class="schema" aria-labelledby="${schemaId(name)}">
<h3 id="${schemaId(name)}"><a href="#${schemaId(name)}">${name}</a></h3>
<p class="type">${typeOf(schema)}</p>
${bodyOf(schema)}
</section>`,
)}
</section>`;
}

function headersSection({ components }: Description): Html {
  return html`
<section aria-labelledby="headers">
<h2 id="headers">Headers</h2>
<dl class="fields">${Object.entries(components.headers ?? {}).map(
    ([name, { description = "", schema }]) =>
      html`<div class="field" id="${headerId(name)}"><dt><code class="name">${name}</code> <span class="type">${typeOf(schema ?? {})}</span></dt><dd><p>${prose(description)}</p></dd></div>`,
  )}</dl>
</section>`;
}
