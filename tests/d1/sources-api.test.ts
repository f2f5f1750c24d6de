import { beforeEach, describe, expect, test } from "vitest";
import { pointersOf, problemIn } from "../api/support.ts";
import { HARBOUR } from "../sources.ts";
import { type Api, apiOver, revoke, TOKENS } from "./api.ts";

const FERRY = {
  title: "Ferry news",
  kind: "article",
  text: "Captain Brandt said: “The ferry will sail again on the ninth of October.”",
  url: "https://quay.example/ferry",
};
const QUOTE = "The ferry will sail again on the ninth of October";

let api: Api;
beforeEach(async () => {
  api = await apiOver();
});

const put = (id: string, body: unknown, scope: "write" | "read" | null = "write") =>
  api.send("PUT", `/v1/sources/${encodeURIComponent(id)}`, body, scope);
const verdictOf = async (quote: string) =>
  (await (await api.send("POST", "/v1/check", { quote })).json()).verdict;

describe("a source at run time", () => {
  test("is created, found, replaced, read in its revisions, and withdrawn", async () => {
    const created = await put("ferry", FERRY);
    expect(created.status).toBe(201);
    expect(created.headers.get("Location")).toBe("/v1/sources/ferry");
    const first = await created.json();
    expect(first).toMatchObject({ id: "ferry", title: "Ferry news", words: 13, supersededBy: null });
    expect(await verdictOf(QUOTE)).toBe("accurate");

    expect((await put("ferry", FERRY)).status).toBe(200);
    const replaced = await put("ferry", { ...FERRY, text: FERRY.text.replace("ninth", "tenth") });
    expect(replaced.status).toBe(200);
    expect(await verdictOf(QUOTE)).toBe("altered");
    expect((await (await api.ask("/v1/sources/ferry")).json()).text).toContain("tenth");

    const { revisions } = await (await api.ask("/v1/sources/ferry/revisions")).json();
    expect(revisions).toHaveLength(2);
    const former = await (await api.ask(`/v1/sources/ferry?revision=${first.revision}`)).json();
    expect(former).toMatchObject({ text: FERRY.text, revision: first.revision });

    expect((await api.send("DELETE", "/v1/sources/ferry", undefined, "write")).status).toBe(204);
    await problemIn(await api.ask("/v1/sources/ferry"), 404, "not_found");
    await problemIn(await api.ask(`/v1/sources/ferry?revision=${first.revision}`), 404, "not_found");
    await problemIn(await api.send("DELETE", "/v1/sources/ferry", undefined, "write"), 404, "not_found");
    expect(await verdictOf(QUOTE)).toBe("not_found");
  });

  test("with an id of any script is found under it", async () => {
    expect((await put("漁港-2025", FERRY)).status).toBe(201);
    expect((await (await api.ask(`/v1/sources/${encodeURIComponent("漁港-2025")}`)).json()).id).toBe(
      "漁港-2025",
    );
  });

  test("changes the tag of a GET check, and what was kept under the old one is asked for again", async () => {
    const url = `/v1/check?quote=${encodeURIComponent(QUOTE)}`;
    const before = await api.ask(url);
    expect(before.headers.get("Cache-Control")).toMatch(/^public, max-age=0/);
    const tag = before.headers.get("ETag") ?? "";
    expect((await api.ask(url, { headers: { "If-None-Match": tag } })).status).toBe(304);
    await put("ferry", FERRY);
    const after = await api.ask(url, { headers: { "If-None-Match": tag } });
    expect(after.status).toBe(200);
    expect((await after.json()).verdict).toBe("accurate");
    expect(after.headers.get("Cache-Tag")).not.toBe(before.headers.get("Cache-Tag"));
  });

  test.each<[unknown, string[]]>([
    [{}, ["/title", "/kind", "/text"]],
    [{ ...FERRY, kind: "tweet" }, ["/kind"]],
    [{ ...FERRY, date: "2025-02-30" }, ["/date"]],
    [{ ...FERRY, url: "javascript:alert(1)" }, ["/url"]],
    [{ ...FERRY, speeker: "a" }, ["/speeker"]],
    [{ ...FERRY, text: " \n " }, ["/text"]],
    [{ ...FERRY, corrects: "../x" }, ["/corrects"]],
    [{ ...FERRY, corrects: "ferry" }, ["/corrects"]],
    [{ ...FERRY, text: "half a character: \ud83d" }, ["/text"]],
  ])("%j is refused by name, and nothing is stored", async (body, pointers) => {
    const problem = await problemIn(await put("ferry", body), 422, "invalid_request");
    expect([...new Set(pointersOf(problem))]).toEqual(pointers);
    await problemIn(await api.ask("/v1/sources/ferry"), 404, "not_found");
  });

  test.each(["-a", "a/b", "a b", "a".repeat(201), "%00"])("the id %j is refused", async (id) => {
    const problem = await problemIn(await put(id, FERRY), 422, "invalid_request");
    expect(pointersOf(problem)).toEqual(["/id"]);
  });

  test("a text over the limit is too large", async () => {
    const problem = await problemIn(
      await put("log", { ...FERRY, text: "a ".repeat(1_000_001) }),
      413,
      "too_large",
    );
    expect(pointersOf(problem)).toEqual(["/text"]);
  });

  test("an embedded source can be replaced and withdrawn too", async () => {
    expect((await put("harbour", FERRY)).status).toBe(200);
    expect(await verdictOf(QUOTE)).toBe("accurate");
    expect((await api.send("DELETE", "/v1/sources/harbour", undefined, "write")).status).toBe(204);
    expect((await (await api.ask("/v1/sources")).json()).sources).toEqual([]);
    const narrowed = await api.send("POST", "/v1/check", { quote: QUOTE, within: { ids: ["harbour"] } });
    expect(await narrowed.json()).toMatchObject({
      verdict: "cannot_check",
      summary: expect.stringContaining("withdrawn"),
    });
  });
});

describe("keys", () => {
  test.each([
    ["PUT", "/v1/sources/ferry"],
    ["DELETE", "/v1/sources/harbour"],
    ["GET", "/v1/jobs?status=dead"],
    ["POST", "/v1/jobs/x/redeliver"],
  ])("%s %s without one is refused and says how", async (method, path) => {
    const response = await api.ask(path, { method });
    expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
    await problemIn(response, 401, "unauthenticated");
  });

  test("one that is not for this is refused, and nothing is changed", async () => {
    await problemIn(await put("ferry", FERRY, "read"), 403, "forbidden");
    await problemIn(await api.send("GET", "/v1/jobs?status=dead", undefined, "write"), 403, "forbidden");
    await problemIn(await api.ask("/v1/sources/ferry"), 404, "not_found");
    expect((await (await api.ask("/v1/sources/harbour")).json()).text).toBe(HARBOUR.text);
  });

  test.each(["Bearer vb_nobody", "Bearer ", "Basic dmI6", "vb_writer", "Bearer vb_writer extra", "bearer"])(
    "%j opens nothing, not even what is open",
    async (authorization) => {
      await problemIn(
        await api.ask("/v1/sources", { headers: { Authorization: authorization } }),
        401,
        "unauthenticated",
      );
    },
  );

  test("one that is revoked is refused at once", async () => {
    expect((await put("ferry", FERRY)).status).toBe(201);
    await revoke("write");
    await problemIn(await put("ferry", { ...FERRY, title: "x" }), 401, "unauthenticated");
  });

  test("only their hashes are stored", async () => {
    const { env } = await import("cloudflare:workers");
    const [rows] = await env.DB.batch<Record<string, unknown>>([env.DB.prepare("SELECT * FROM api_keys")]);
    expect(JSON.stringify(rows?.results)).not.toMatch(/vb_/);
  });

  test("where the deployment asks for them, reading needs one too, and what tells how it is does not", async () => {
    api = await apiOver({ reads: "keys" });
    for (const path of ["/v1/sources", "/v1/check?quote=a", "/v1/sources/harbour"]) {
      await problemIn(await api.ask(path), 401, "unauthenticated");
      expect((await api.ask(path, { headers: { Authorization: `Bearer ${TOKENS.read}` } })).status).toBe(200);
    }
    expect((await api.ask("/health")).status).toBe(200);
  });
});

describe("limits", () => {
  const refusing = { limit: async () => ({ success: false }) };
  const granting = { limit: async () => ({ success: true }) };
  const address = { "CF-Connecting-IP": "203.0.113.9" };
  const install = { "X-Install-Id": "0f8b1c52-2a44-4f3a-9d75-7a4f2a2b8c11" };

  test.each<[string, Record<string, string>, "key" | "install" | "address"]>([
    ["a key", { Authorization: `Bearer ${TOKENS.read}` }, "key"],
    ["an install id", install, "install"],
    ["an address", address, "address"],
  ])("one request too many of %s is refused with when to come back", async (_, headers, name) => {
    const limiters = { key: granting, install: granting, address: granting, [name]: refusing };
    const { keyStore } = await import("../../src/corpus/d1/keys.ts");
    const { env } = await import("cloudflare:workers");
    api = await apiOver({ access: { keys: keyStore(env.DB), reads: "open", limiters } });
    const response = await api.ask("/v1/sources", { headers });
    expect(response.headers.get("Retry-After")).toBe("60");
    expect(response.headers.get("RateLimit-Policy")).toMatch(new RegExp(`^"${name}";q=\\d+;w=60$`));
    expect(response.headers.get("RateLimit")).toBeNull();
    await problemIn(response, 429, "rate_limited");
  });

  test("all addresses of one IPv6 line are one caller, and those of another are not", async () => {
    const seen = new Set<string>();
    const counting = {
      limit: async ({ key }: { key: string }) => {
        seen.add(key);
        return { success: true };
      },
    };
    api = await apiOver({
      access: { keys: null, reads: "open", limiters: { key: null, install: null, address: counting } },
    });
    for (const from of ["2001:db8:1:2::1", "2001:0db8:1:2:ffff:0:0:9", "2001:DB8:1:2:a::b"]) {
      await api.ask("/v1/sources", { headers: { "CF-Connecting-IP": from } });
    }
    expect(seen.size).toBe(1);
    await api.ask("/v1/sources", { headers: { "CF-Connecting-IP": "2001:db8:1:3::1" } });
    expect(seen.size).toBe(2);
  });

  test("the machine itself, and what tells how the service is, are not counted", async () => {
    const limiters = { key: refusing, install: refusing, address: refusing };
    api = await apiOver({ access: { keys: null, reads: "open", limiters } });
    expect((await api.ask("/v1/sources", { headers: { "CF-Connecting-IP": "127.0.0.1" } })).status).toBe(200);
    expect((await api.ask("/health", { headers: address })).status).toBe(200);
  });

  test("a counter that fails refuses nobody", async () => {
    const failing = { limit: () => Promise.reject(new Error("gone")) };
    api = await apiOver({
      access: { keys: null, reads: "open", limiters: { key: null, install: failing, address: failing } },
    });
    expect((await api.ask("/v1/sources", { headers: { ...address, ...install } })).status).toBe(200);
  });
});

describe("the log", () => {
  test("has a line a request with what it was, how it ended and how large it was, and none of its words", async () => {
    const lines: string[] = [];
    api = await apiOver({ log: (line) => lines.push(line) });
    await api.send("POST", "/v1/check", { quote: "a secret not yet published", speaker: "Somebody" });
    await api.ask("/v1/check?quote=another+secret");
    await put("ferry", FERRY);
    await api.ask("/v1/sources/secret-id");
    const read = lines.map((line) => JSON.parse(line));
    expect(read.map(({ route, status }) => `${status} ${route}`)).toEqual([
      "200 POST /v1/check",
      "200 GET /v1/check",
      "201 PUT /v1/sources/:id",
      "404 GET /v1/sources/:id",
    ]);
    expect(read[0]).toMatchObject({ event: "request", verdict: "not_found", ms: expect.any(Number) });
    expect(lines.join("\n")).not.toMatch(/secret|Somebody|ferry|Brandt|vb_/);
  });
});
