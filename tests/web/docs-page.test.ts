import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi.ts";
import { curlOf, sampleOf } from "../../src/web/docs/curl.ts";
import {
  type Description,
  groupsOf,
  type Operation,
  type Schema,
  SHOWN_KEYWORDS,
} from "../../src/web/docs/description.ts";
import { html, prose } from "../../src/web/docs/html.ts";
import { docsPage } from "../../src/web/docs/page.ts";
import { bodyOf, fieldOf, typeOf } from "../../src/web/docs/schema.ts";

const ours: Description = JSON.parse(JSON.stringify(openApiDocument()));
const HOSTILE = `</code><script>alert("x")</script>' onload='y' & \`<b>\` $(touch x) \${y} \\`;

/** A description of one operation over these schemas. */
function small(operation: Partial<Operation>, schemas: Record<string, Schema> = {}): Description {
  const whole = { operationId: "one", responses: {}, ...operation };
  return {
    info: { title: "A", version: "1" },
    paths: { "/a/{id}": { post: whole } },
    components: { schemas },
  };
}

/** What a reader sees: the markup without its tags, with the entities as what they stand for. */
function seen(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

const typeShown = (schema: Schema) => seen(html`${typeOf(schema)}`.markup);
const bodyShown = (schema: Schema) => seen(bodyOf(schema).markup);

/** The words that a shell with these variables makes of a command, without the command's name. */
function wordsIn(command: string, variables: Record<string, string> = {}): string[] {
  const printed = command.replace(/^curl/, "printf '%s\\0'");
  const options = { encoding: "utf8", env: { ...process.env, ...variables } } as const;
  return execFileSync("sh", ["-c", printed], options).split("\0").slice(0, -1);
}

test("text that looks like markup is shown and never becomes it, wherever it stands", () => {
  const page = docsPage({
    info: { title: HOSTILE, version: HOSTILE, description: HOSTILE },
    tags: [{ name: HOSTILE, description: HOSTILE }],
    paths: {
      [`/${HOSTILE}`]: {
        [HOSTILE]: {
          operationId: HOSTILE,
          tags: [HOSTILE],
          summary: HOSTILE,
          description: HOSTILE,
          security: [{ key: [HOSTILE] }],
          parameters: [
            {
              name: HOSTILE,
              in: HOSTILE,
              description: HOSTILE,
              schema: { pattern: HOSTILE, default: HOSTILE },
            },
            { name: HOSTILE, in: "header", required: true, example: HOSTILE, schema: { enum: [HOSTILE] } },
          ],
          requestBody: { content: { [HOSTILE]: { schema: { $ref: HOSTILE }, example: HOSTILE } } },
          responses: {
            [HOSTILE]: {
              description: HOSTILE,
              headers: { [HOSTILE]: {} },
              content: { [HOSTILE]: { schema: {} } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        [HOSTILE]: { type: HOSTILE, properties: { [HOSTILE]: { const: HOSTILE, format: HOSTILE } } },
      },
      headers: { [HOSTILE]: { description: HOSTILE } },
    },
  });
  expect(page).not.toMatch(/<script|<b>|alert\("/);
  // Within a tag no quote of the text ends an attribute: each attribute has a name that we write.
  const names = [...page.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/\s([\w-]+)="[^"]*"/g)].map(([, name]) => name),
  );
  expect(new Set(names).has("onload")).toBe(false);
  for (const [tag] of page.matchAll(/<[a-z][^>]*>/g)) {
    expect(tag).toMatch(/^<[a-z]\w*(?:\s[\w-]+(?:="[^"<>]*")?)*>$/);
  }
});

test("what stands between backticks is code, with its own text escaped", () => {
  expect(prose("a `<b>` c `d").markup).toBe("a <code>&lt;b&gt;</code> c `d");
});

test.each<[Schema, string]>([
  [{ type: "string" }, "string"],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, "string or null"],
  [{ oneOf: [{ type: "null" }, { $ref: "#/components/schemas/A" }] }, "A or null"],
  [{ type: ["string", "null"] }, "string or null"],
  [{ type: ["string", "integer"] }, "string or integer"],
  [{ anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }, "string or integer or null"],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "array of (string or null)"],
  [{ const: "a" }, "a"],
  [{ const: 5 }, "5"],
  [{ allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }, "A and B"],
  [{ $ref: "other.json#/A" }, "other.json#/A"],
  [{}, "any value"],
])("the type of %j is “%s”", (schema, words) => {
  expect(typeShown(schema)).toBe(words);
});

test("the limits of what may be null are those of what it is otherwise, its default its own", () => {
  const limit = { anyOf: [{ type: "integer", minimum: 1, maximum: 1000 }, { type: "null" }], default: 3 };
  expect(bodyShown(limit)).toBe("1 to 1,000; default 3.");
  const words = { anyOf: [{ type: "string", minLength: 1, description: "Words." }, { type: "null" }] };
  expect(bodyShown(words)).toBe("Words.at least 1 character.");
});

test("limits of a list's entries stand apart from the list's", () => {
  const ids: Schema = { type: "array", items: { type: "string", maxLength: 9 }, minItems: 1, maxItems: 4 };
  expect(bodyShown(ids)).toBe("1 to 4 entries; each: at most 9 characters.");
});

test("fields within fields, within lists and within choices are shown", () => {
  const object = (name: string): Schema => ({ type: "object", properties: { [name]: { type: "string" } } });
  const shown = bodyShown({
    type: "object",
    properties: {
      a: { anyOf: [object("inNullable"), { type: "null" }] },
      b: { type: "array", items: object("inList") },
      c: { oneOf: [object("inFirst"), object("inSecond")] },
      d: { type: "array", items: { anyOf: [object("inEntry"), object("inOther")] } },
      e: { type: "object", additionalProperties: object("inFurther") },
    },
  });
  for (const name of ["inNullable", "inList", "inFirst", "inSecond", "inEntry", "inOther", "inFurther"]) {
    expect(shown.split(name).length, name).toBe(2);
  }
});

test("a field says whether it is required", () => {
  expect(seen(fieldOf("a", { type: "string" }, true).markup)).toMatch(/required/);
  expect(seen(fieldOf("a", { type: "string" }, false).markup)).toMatch(/optional/);
});

test("choices that only say which field is given are one sentence", () => {
  const check = ours.components.schemas?.Check ?? {};
  expect(bodyShown(check)).toContain("Exactly one is given: quote or claim.");
});

test("a schema that holds itself, or refers in a circle, ends", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas: Record<string, Schema> = {
    Tree: {
      type: "object",
      required: ["left", "list"],
      properties: { left: ref("Tree"), list: { type: "array", items: ref("Tree") } },
    },
    Round: ref("About"),
    About: ref("Round"),
  };
  const description = small(
    {
      requestBody: { content: { "application/json": { schema: ref("Tree") } } },
      responses: {
        200: { description: "", content: { "application/json": { schema: ref("Round") } } },
        201: { description: "", content: { "application/json": { schema: ref("Tree") } } },
      },
    },
    schemas,
  );
  expect(docsPage(description)).toContain('<a href="#schema-Tree">Tree</a>');
  expect(sampleOf(ref("Tree"), description)).toEqual({ left: null, list: [null] });
  expect(sampleOf(ref("Round"), description)).toBeNull();
});

test("a shell reads back what the example says, whatever stands in it", () => {
  const description = small({
    parameters: [
      { name: "id", in: "path", required: true, example: HOSTILE, schema: {} },
      { name: "q", in: "query", example: HOSTILE, schema: {} },
      { name: "X-A", in: "header", required: true, example: HOSTILE, schema: {} },
      { name: "X-B", in: "header", required: true, schema: {} },
    ],
    requestBody: { content: { "application/json": { schema: {}, example: { text: HOSTILE } } } },
    security: [{ key: ["write"] }],
  });
  const [entry] = groupsOf(description)[0]?.entries ?? [];
  if (entry === undefined) throw new RangeError("there is no operation");
  const words = wordsIn(curlOf(entry, description), { KEY: "k", X_B: "b" });
  const hostile = encodeURIComponent(HOSTILE);
  expect(words).toEqual([
    "-s",
    `http://localhost:8787/a/${hostile}?q=${hostile.replaceAll("%2F", "/")}`,
    "-H",
    "Authorization: Bearer k",
    "-H",
    `X-A: ${HOSTILE}`,
    "-H",
    "X-B: b",
    "-H",
    "Content-Type: application/json",
    "-d",
    JSON.stringify({ text: HOSTILE }, null, 2),
  ]);
});

test("every example of ours is a command that a shell takes, to its path, with its method", () => {
  for (const entry of groupsOf(ours).flatMap(({ entries }) => entries)) {
    const words = wordsIn(curlOf(entry, ours));
    const path = entry.path.replace(/\{.*?\}/g, "[^/]*");
    expect(words.join(" ")).toMatch(new RegExp(`http://localhost:8787${path}(?: |\\?|$)`));
    const method = words[words.indexOf("-X") + 1];
    const implied = words.includes("-d") ? "POST" : "GET";
    expect(words.includes("-X") ? method : implied, entry.path).toBe(entry.method);
  }
});

test("the page has every operation, parameter, status and schema of the description, and every link leads somewhere", () => {
  const page = docsPage(ours);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target = ""] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  const operations = Object.values(ours.paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBeGreaterThan(15);
  for (const { operationId, summary = "", parameters = [], responses } of operations) {
    const from = page.indexOf(`<section class="operation" id="${operationId}"`);
    expect(from, operationId).toBeGreaterThan(0);
    const section = page.slice(from, page.indexOf("</section>", from));
    expect(seen(section)).toContain(summary.replaceAll("`", ""));
    for (const { name } of parameters) expect(section).toContain(`<code class="name">${name}</code>`);
    for (const status of Object.keys(responses)) expect(section).toContain(`>${status}</code>`);
  }
  for (const name of Object.keys(ours.components.schemas ?? {})) expect(ids).toContain(`schema-${name}`);
});

test("the page shows every keyword that our schemas have", () => {
  const unseen = new Set<string>();
  const walk = (schema: Schema) => {
    for (const keyword of Object.keys(schema)) if (!SHOWN_KEYWORDS.has(keyword)) unseen.add(keyword);
    const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [], allOf = [] } = schema;
    const inner = [...Object.values(properties), ...anyOf, ...oneOf, ...allOf];
    for (const one of inner) walk(one);
    if (items !== undefined) walk(items);
    if (typeof additionalProperties === "object") walk(additionalProperties);
  };
  for (const schema of Object.values(ours.components.schemas ?? {})) walk(schema);
  for (const methods of Object.values(ours.paths)) {
    for (const { parameters = [] } of Object.values(methods))
      for (const { schema } of parameters) walk(schema);
  }
  expect([...unseen]).toEqual([]);
});
