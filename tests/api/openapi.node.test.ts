import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { openApiDocument } from "../../src/api/openapi.ts";
import { PROBLEMS } from "../../src/api/problem.ts";
import { CorpusUnavailable } from "../../src/corpus/unavailable.ts";
import { HARBOUR_QUOTE, SPEECH } from "../sources.ts";
import { DRAFT_HTML, DRAFT_TEXT, FERRY, openNewsroom } from "./newsroom.ts";
import { ask, checkUrl, corpus, post, testApp } from "./support.ts";

const newsroom = await openNewsroom();
const bare = (path: string, method: string) =>
  testApp({ access: newsroom.access }).request(path, {
    method,
    headers: { Authorization: "Bearer vb_writer" },
  });

interface Operation {
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; schema: object; example?: unknown }[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: object }>; headers?: object }>;
}

const document = JSON.parse(JSON.stringify(openApiDocument()));
const paths: Record<string, Record<string, Operation>> = document.paths;

/** Clients may not count on an answer having no other fields; here, one that is not described is a fault. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "api", components: { schemas: closed(document.components.schemas) } });

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  const open = inside.type === "object" && inside.additionalProperties === undefined;
  return open ? { ...inside, additionalProperties: false } : inside;
}

function errorsOf(schema: object, value: unknown): unknown {
  const [reference] = Object.values(schema);
  const validate = ajv.getSchema(`api${reference}`);
  if (validate === undefined) throw new RangeError(`There is no schema ${reference}.`);
  return validate(value) ? null : validate.errors;
}

/** Each with the path that the document has it under. */
const ANSWERED: [string, string, string, () => Promise<Response> | Response][] = [
  ["get", "/v1/check", "an accurate quote", () => ask(checkUrl({ quote: HARBOUR_QUOTE }))],
  ["get", "/v1/check", "a 304", () => ask(checkUrl({ quote: "a" }), { headers: { "If-None-Match": "*" } })],
  ["get", "/v1/check", "a wrong parameter", () => ask("/v1/check?quot=a")],
  ["get", "/v1/check", "a quote too long", () => ask(checkUrl({ quote: "a".repeat(5001) }))],
  ["get", "/v1/check", "a fault", () => broken(new Error("x")).request(checkUrl({ quote: "a" }))],
  [
    "get",
    "/v1/check",
    "no corpus",
    () => broken(new CorpusUnavailable("x")).request(checkUrl({ quote: "a" })),
  ],
  ["post", "/v1/check", "an accurate quote", () => post("/v1/check", { quote: HARBOUR_QUOTE })],
  [
    "post",
    "/v1/check",
    "an altered quote of the wrong speaker",
    () => post("/v1/check", { quote: HARBOUR_QUOTE.replace("will", "must not"), speaker: "Tomas Reyle" }),
  ],
  [
    "post",
    "/v1/check",
    "a quote with an ellipsis",
    () => post("/v1/check", { quote: HARBOUR_QUOTE.replace("lighthouse will", "… will") }),
  ],
  ["post", "/v1/check", "a claim", () => post("/v1/check", { claim: HARBOUR_QUOTE, speaker: "Ada Marlowe" })],
  ["post", "/v1/check", "a speech", () => post("/v1/check", { quote: SPEECH.text.slice(0, 31) })],
  ["post", "/v1/check", "nothing found", () => post("/v1/check", { quote: "walruses on the moon tonight" })],
  ["post", "/v1/check", "nothing to check", () => post("/v1/check", { quote: " " })],
  ["post", "/v1/check", "no JSON", () => post("/v1/check", "{")],
  ["post", "/v1/check", "no quote", () => post("/v1/check", {})],
  ["post", "/v1/check", "a body too large", () => post("/v1/check", " ".repeat(70_000))],
  ["post", "/v1/check", "another media type", () => post("/v1/check", "a", { "Content-Type": "text/plain" })],
  [
    "post",
    "/v1/check/batch",
    "good and faulty",
    () => post("/v1/check/batch", { checks: [{ id: "a", quote: HARBOUR_QUOTE }, { quote: 1 }, 5] }),
  ],
  ["post", "/v1/check/batch", "no checks", () => post("/v1/check/batch", {})],
  ["get", "/v1/sources", "a page", () => ask("/v1/sources?limit=1")],
  ["get", "/v1/sources", "a page of a name", () => ask("/v1/sources?q=harb")],
  ["get", "/v1/sources", "a wrong cursor", () => ask("/v1/sources?cursor=x")],
  ["get", "/v1/sources", "a name too long", () => ask(`/v1/sources?q=${"a".repeat(201)}`)],
  ["get", "/v1/sources/{id}", "a source", () => ask("/v1/sources/harbour")],
  ["get", "/v1/sources/{id}", "no source", () => ask("/v1/sources/nothing")],
  ["get", "/v1/sources/{id}/quotations", "quotations", () => ask("/v1/sources/harbour/quotations")],
  ["get", "/v1/sources/{id}/quotations", "no source", () => ask("/v1/sources/nothing/quotations")],
  ["get", "/v1/sources/{id}/quotations", "a parameter", () => ask("/v1/sources/harbour/quotations?limit=1")],
  ["get", "/v1/speakers", "speakers", () => ask("/v1/speakers")],
  ["get", "/v1/speakers", "speakers of a name", () => newsroom.ask("/v1/speakers?q=marlow")],
  ["get", "/v1/speakers", "a wrong limit", () => ask("/v1/speakers?limit=0")],
  ["get", "/v1/speakers", "a name too long", () => ask(`/v1/speakers?q=${"a".repeat(201)}`)],
  ["get", "/v1/speakers/{id}/quotations", "quotations", () => ask("/v1/speakers/ada-marlowe/quotations")],
  ["get", "/v1/speakers/{id}/quotations", "no speaker", () => ask("/v1/speakers/nobody/quotations")],
  [
    "get",
    "/v1/speakers/{id}/quotations",
    "a wrong cursor",
    () => ask("/v1/speakers/ada-marlowe/quotations?cursor=x"),
  ],
  ["get", "/health", "health", () => ask("/health")],
  ["get", "/health", "health with a database", () => newsroom.ask("/health")],
  [
    "post",
    "/v1/check/article",
    "a draft",
    () => post("/v1/check/article", { text: DRAFT_TEXT, title: "Light" }),
  ],
  ["post", "/v1/check/article", "no draft", () => post("/v1/check/article", {})],
  ["put", "/v1/sources/{id}", "a new source", () => newsroom.put("ferry", FERRY)],
  ["put", "/v1/sources/{id}", "the same again", () => newsroom.put("ferry", FERRY)],
  ["put", "/v1/sources/{id}", "a faulty source", () => newsroom.put("ferry", {})],
  ["put", "/v1/sources/{id}", "no key", () => newsroom.ask("/v1/sources/ferry", { method: "PUT" })],
  ["put", "/v1/sources/{id}", "a key for reading", () => newsroom.put("ferry", FERRY, "vb_reader")],
  ["put", "/v1/sources/{id}", "no database", () => bare("/v1/sources/ferry", "PUT")],
  ["get", "/v1/sources/{id}/revisions", "revisions", () => newsroom.ask("/v1/sources/ferry/revisions")],
  ["get", "/v1/sources/{id}/revisions", "none", () => newsroom.ask("/v1/sources/harbour/revisions")],
  ["delete", "/v1/sources/{id}", "a source", () => newsroom.remove("ferry")],
  ["delete", "/v1/sources/{id}", "no source", () => newsroom.remove("ferry")],
  [
    "get",
    "/v1/sources",
    "too many requests",
    () => newsroom.ask("/v1/sources", { headers: { "X-Install-Id": "limited-install" } }),
  ],
  ["post", "/v1/webhooks/article", "a draft", () => newsroom.submit("msg_1", DRAFT_HTML)],
  [
    "post",
    "/v1/webhooks/article",
    "the same id with another body",
    () => newsroom.submit("msg_1", "<p>Other.</p>"),
  ],
  [
    "post",
    "/v1/webhooks/article",
    "no signature",
    () => newsroom.ask("/v1/webhooks/article", { method: "POST", body: "{}" }),
  ],
  ["get", "/v1/jobs/{id}", "a queued job", () => newsroom.job("queued")],
  ["get", "/v1/jobs/{id}", "a job that is done", () => newsroom.job("done")],
  ["get", "/v1/jobs/{id}", "no job", () => newsroom.ask("/v1/jobs/nothing")],
  ["get", "/v1/jobs", "dead letters", () => newsroom.admin("GET", "/v1/jobs?status=dead&limit=1")],
  ["get", "/v1/jobs", "a wrong status", () => newsroom.admin("GET", "/v1/jobs?status=alive")],
  ["post", "/v1/jobs/{id}/redeliver", "a dead letter", () => newsroom.redeliver()],
  [
    "post",
    "/v1/jobs/{id}/redeliver",
    "no dead letter",
    () => newsroom.admin("POST", "/v1/jobs/nothing/redeliver"),
  ],
];

function broken(error: Error) {
  const fail = () => Promise.reject(error);
  return testApp({ corpus: { ...corpus, summary: fail, librariesFor: fail } });
}

test.each(ANSWERED)("%s %s answers as described: %s", async (method, path, _, request) => {
  const { error, warn } = console;
  Object.assign(console, { error: () => {}, warn: () => {} });
  const response = await request();
  Object.assign(console, { error, warn });
  const described = paths[path]?.[method]?.responses[response.status];
  expect(described).toBeDefined();
  const type = response.headers.get("Content-Type");
  expect(Object.keys(described?.content ?? {})).toEqual(type === null ? [] : [type]);
  for (const name of Object.keys(described?.headers ?? {})) expect(response.headers.get(name)).not.toBeNull();
  const schema = described?.content?.[type ?? ""]?.schema;
  if (schema !== undefined) expect(errorsOf(schema, await response.json())).toBeNull();
});

test("every way of answering that is described has been seen, so that none is described in vain", async () => {
  const quiet = console.error;
  console.error = () => {};
  const seen = await Promise.all(
    ANSWERED.map(async ([method, path, , request]) => `${method} ${path} ${(await request()).status}`),
  );
  console.error = quiet;
  const statuses = new Set(seen.map((line) => line.split(" ")[2]));
  const described = Object.values(paths).flatMap((operations) =>
    Object.values(operations).flatMap(({ responses }) => Object.keys(responses)),
  );
  expect([...new Set(described)].filter((status) => !statuses.has(status))).toEqual([]);
});

test("the routes of the app and of the document are the same", () => {
  const routes = testApp()
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // The document describes itself, which is a file and no route.
  expect([...routes, "GET /openapi.json"].sort()).toEqual(described.sort());
});

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("every operation asks for the scope that it is described with", async () => {
  const app = testApp({ access: { ...newsroom.access, reads: "keys" } });
  const scopes = ["read", "write", "admin"];
  for (const { path, method, operation } of operations) {
    const [needed] = (operation.security ?? document.security).at(-1)?.key ?? [];
    const statusWith = async (headers: Record<string, string>) =>
      (await app.request(path.replace("{id}", "x"), { method: method.toUpperCase(), headers })).status;
    if (needed === undefined) expect([200, 404, 503], path).toContain(await statusWith({}));
    else expect(await statusWith({}), `${method} ${path}`).toBe(401);
    for (const [at, token] of ["vb_reader", "vb_writer", "vb_admin"].entries()) {
      const refused = (await statusWith({ Authorization: `Bearer ${token}` })) === 403;
      expect(refused, `${method} ${path} ${token}`).toBe(at < scopes.indexOf(needed ?? "read"));
    }
  }
});

test("every operation has one of the described tags, and every tag an operation", () => {
  const used = operations.map(({ operation }) => operation.tags ?? []);
  expect(used.every((tags) => tags.length === 1)).toBe(true);
  const described = document.tags.map(({ name }: { name: string }) => name);
  expect([...new Set(used.flat())].sort()).toEqual(described.sort());
});

test("every body has an example, and every example is what its schema says", () => {
  for (const { path, operation } of operations) {
    for (const { schema, example } of Object.values(operation.requestBody?.content ?? {})) {
      expect(example, path).toBeTypeOf("object");
      const faults = "$ref" in schema ? errorsOf(schema, example) : null;
      expect(faults, path).toBeNull();
    }
    for (const { name, schema, example } of operation.parameters ?? []) {
      if (example !== undefined) expect(ajv.validate(schema, example), `${path} ${name}`).toBe(true);
    }
  }
});

test("every reference in the document leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );
  expect(references.length).toBeGreaterThan(30);
  for (const path of references) {
    const target = path
      .split("/")
      .slice(1)
      .reduce<Record<string, never> | undefined>((node, key) => node?.[key], document);
    expect(target, path).toBeDefined();
  }
});

test("every problem code is described", () => {
  expect(document.components.schemas.Problem.properties.code.enum.sort()).toEqual(
    Object.keys(PROBLEMS).sort(),
  );
});

test.each<[string, boolean, unknown]>([
  ["a quote", true, { quote: "a" }],
  [
    "a quote and all else",
    true,
    { quote: "a", claim: null, speaker: "b", within: { ids: ["c"], after: "2024-02-29" }, limit: 10 },
  ],
  ["a claim", true, { claim: "a" }],
  ["nothing", false, {}],
  ["both", false, { quote: "a", claim: "b" }],
  ["an empty quote", false, { quote: "" }],
  ["a misspelt field", false, { quote: "a", speker: "b" }],
  ["a misspelt field of within", false, { quote: "a", within: { id: ["b"] } }],
  ["a day that no calendar has", false, { quote: "a", within: { after: "2023-02-30" } }],
  ["within that is a list", false, { quote: "a", within: [] }],
  ["a limit over ten", false, { quote: "a", limit: 11 }],
  ["a quote too long", false, { quote: "a".repeat(5001) }],
])("document and app agree on %s: %s", async (_, good, body) => {
  const schema = paths["/v1/check"]?.post?.requestBody?.content["application/json"]?.schema ?? {};
  expect(errorsOf(schema, body) === null).toBe(good);
  expect((await post("/v1/check", body)).status === 200).toBe(good);
});

test("every parameter of a GET check is one that the app takes, and the other way round", async () => {
  const names = (paths["/v1/check"]?.get?.parameters ?? []).filter((one) => one.in === "query");
  expect(names.map(({ name }) => name)).toEqual([
    "quote",
    "claim",
    "speaker",
    "prefix",
    "suffix",
    "limit",
    "within.ids",
    "within.speaker",
    "within.publisher",
    "within.after",
    "within.before",
  ]);
  const sample: Record<string, string> = {
    limit: "2",
    "within.after": "2024-01-01",
    "within.before": "2024-01-01",
  };
  for (const { name } of names) {
    if (name === "claim") continue;
    expect((await ask(checkUrl({ quote: "a", [name]: sample[name] ?? "a" }))).status, name).toBe(200);
  }
});
