import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Terminal } from "../../../src/cli/command.ts";
import { folderWith, HARBOUR_FILE, run, sourceFile } from "../support.ts";
import { answer, fakeEndpoint, KEY, problem } from "./fake-endpoint.ts";

const ingest = (url: string, paths: string[], more: string[] = [], terminal: Partial<Terminal> = {}) =>
  run(["ingest", ...paths, "--to", url, "--key", KEY, ...more], terminal);

const record = (id: string, fields: object = {}) =>
  JSON.stringify({ id, title: "A made-up record", kind: "statement", text: "We shall see.", ...fields });

test("sources are created, then unchanged and not sent, then replaced", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({
    "harbour.md": HARBOUR_FILE,
    "deep/a.txt": sourceFile("Other words."),
    "README.md": "Not a source.",
    ".git/config.md": "Nor is this.",
  });
  const first = await ingest(endpoint.url, [folder]);
  expect(first).toEqual({ status: 0, err: "", out: "2 created, 0 replaced, 0 unchanged, 0 refused\n" });
  expect(endpoint.sources.get("a")?.text).toBe("Other words.");
  const second = await ingest(endpoint.url, [folder]);
  expect(second).toMatchObject({ status: 0, out: "0 created, 0 replaced, 2 unchanged, 0 refused\n" });
  expect(endpoint.puts().length).toBe(2);
  await writeFile(join(folder, "deep/a.txt"), sourceFile("Yet other words."));
  const third = await ingest(endpoint.url, [folder]);
  expect(third.out).toBe("0 created, 1 replaced, 1 unchanged, 0 refused\n");
  expect(endpoint.sources.get("a")?.text).toBe("Yet other words.");
});

test("a put has the fields of the contract, without those that are null, and the id in its path", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "café.ndjson": record("café-1", { date: "2024-03-01", url: null }) });
  await ingest(endpoint.url, [folder], ["--publisher", "The Quay", "--language", "en_GB"]);
  expect(endpoint.puts()).toEqual([
    {
      method: "PUT",
      path: "/v1/sources/caf%C3%A9-1",
      authorization: `Bearer ${KEY}`,
      body: {
        title: "A made-up record",
        kind: "statement",
        text: "We shall see.",
        date: "2024-03-01",
        publisher: "The Quay",
        language: "en-GB",
      },
    },
  ]);
});

test("what the endpoint has is found on all its pages", async () => {
  const endpoint = await fakeEndpoint();
  const lines = Array.from({ length: 10 }, (_, index) => record(`r${index}`)).join("\n");
  const folder = await folderWith({ "all.jsonl": lines });
  await ingest(endpoint.url, [folder]);
  const again = await ingest(endpoint.url, [folder]);
  expect(again.out).toBe("0 created, 0 replaced, 10 unchanged, 0 refused\n");
  expect(endpoint.puts().length).toBe(10);
});

test("a refused source is named with the field that is wrong, and the others go in", async () => {
  const endpoint = await fakeEndpoint((seen, response) => {
    if (!seen.path.endsWith("/bad")) return false;
    const errors = [{ pointer: "/speaker", detail: "Is no one.\u001b[31m" }];
    answer(response, 422, problem("invalid_request", "A field is wrong.", errors));
    return true;
  });
  const folder = await folderWith({ "bad.md": HARBOUR_FILE, "good.md": HARBOUR_FILE });
  const { status, out } = await ingest(endpoint.url, [folder]);
  expect(status).toBe(1);
  expect(out).toBe(
    [
      "1 created, 0 replaced, 0 unchanged, 1 refused",
      "refused:",
      `  ${join(folder, "bad.md")}: invalid_request (422): A field is wrong. /speaker: Is no one. [31m`,
      "",
    ].join("\n"),
  );
});

test("faulty inputs are refused by file and line, and never reach the endpoint", async () => {
  const endpoint = await fakeEndpoint();
  const secret = "words that nobody may print";
  const folder = await folderWith({
    "latin.md": new Uint8Array([...new TextEncoder().encode(sourceFile("caf")), 0xe9]),
    "bare.txt": secret,
    "page.html": `<p>${secret}`,
    "a b.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n",
    "lines.ndjson": [
      record("one"),
      `{"id": "two", "text": "${secret}`,
      "",
      record("four", { date: "2024-02-30" }),
      record("five", { speeker: "Ada" }),
      record("six"),
    ].join("\n"),
  });
  const { status, out } = await ingest(endpoint.url, [folder]);
  expect(status).toBe(1);
  const lines = out.split("\n").map((line) => line.replace(`  ${folder}/`, ""));
  expect(lines).toEqual([
    "2 created, 0 replaced, 0 unchanged, 7 refused",
    "refused:",
    'a b.vtt: the file name "a b.vtt" cannot be an id: letters, digits, ".", "_" and "-" only',
    "bare.txt: it does not begin with front matter: a line of ---, the fields, a line of ---",
    "latin.md: it is not UTF-8",
    "lines.ndjson line 2: the line is not a JSON object",
    'lines.ndjson line 4: "date" must be a calendar date, YYYY-MM-DD',
    'lines.ndjson line 5: "speeker" is not a field of a source',
    "page.html: the article that was found has 5 words, fewer than 25",
    "",
  ]);
  expect(out).not.toContain(secret);
  expect([...endpoint.sources.keys()].sort()).toEqual(["one", "six"]);
});

test("of two inputs with one id the first is taken, and both are named", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({
    "a/same.md": HARBOUR_FILE,
    "b.ndjson": record("same"),
    "b/same.txt": HARBOUR_FILE,
  });
  const { status, out } = await ingest(endpoint.url, [folder]);
  expect(status).toBe(1);
  expect(out).toContain(
    `${join(folder, "b.ndjson")} line 1: it has the same id as ${join(folder, "a/same.md")}: same`,
  );
  expect(out).toContain(
    `${join(folder, "b/same.txt")}: it has the same id as ${join(folder, "a/same.md")}: same`,
  );
  expect(endpoint.sources.get("same")?.title).toBe("A made-up source");
});

test("of many refusals twenty are shown and the rest counted", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "bad.ndjson": "{}\n".repeat(25) });
  const { out } = await ingest(endpoint.url, [folder]);
  expect(out.split("\n").filter((line) => line.includes(" line "))).toHaveLength(20);
  expect(out).toContain("  and 5 more\n");
});

test("told to come later, it waits as long as it is asked to and goes on", async () => {
  const waits: number[] = [];
  let refusals = 2;
  const endpoint = await fakeEndpoint((seen, response) => {
    if (seen.method === "GET" || refusals === 0) return false;
    refusals -= 1;
    answer(response, 429, problem("rate_limited"), { "Retry-After": "7" });
    return true;
  });
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const wait = async (ms: number) => void waits.push(ms);
  const { status, out } = await ingest(endpoint.url, [folder], [], { wait });
  expect(status).toBe(0);
  expect(out).toContain("1 created");
  expect(waits).toEqual([7000, 7000]);
});

test("an endpoint that stays unavailable is given up, and what is left is named", async () => {
  const waits: number[] = [];
  const endpoint = await fakeEndpoint((seen, response) => {
    if (!seen.path.endsWith("/b") && !seen.path.endsWith("/c2")) return false;
    answer(response, 503, problem("unavailable", "The corpus cannot be reached."));
    return true;
  });
  const folder = await folderWith({
    "a.md": HARBOUR_FILE,
    "b.md": HARBOUR_FILE,
    "c.ndjson": [record("c1"), record("c2")].join("\n"),
    "d.md": HARBOUR_FILE,
  });
  const wait = async (ms: number) => void waits.push(ms);
  const { status, out } = await ingest(endpoint.url, [folder], ["--concurrency", "1"], { wait });
  expect(status).toBe(2);
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
  expect(out).toBe(
    [
      "1 created, 0 replaced, 0 unchanged, 0 refused",
      "stopped: the endpoint is unavailable after 6 tries: unavailable (503): The corpus cannot be reached.",
      "not sent:",
      ...["b.md", "c.ndjson", "d.md"].map((name) => `  ${join(folder, name)}`),
      "Run the same command again to go on: what is in already is not sent again.",
      "",
    ].join("\n"),
  );
  await rm(join(folder, "b.md"));
  const within = await ingest(endpoint.url, [folder], ["--concurrency", "1"]);
  expect(within.out).toContain(
    `not sent:\n  ${join(folder, "c.ndjson")} line 2\n  ${join(folder, "d.md")}\n`,
  );
});

test("after a cut connection the same command goes on where it was", async () => {
  const endpoint = await fakeEndpoint((seen, _response, request) => {
    if (!seen.path.endsWith("/b")) return false;
    request.socket.destroy();
    return true;
  });
  const folder = await folderWith({ "a.md": HARBOUR_FILE, "b.md": HARBOUR_FILE, "c.md": HARBOUR_FILE });
  const broken = await ingest(endpoint.url, [folder], ["--concurrency", "1"]);
  expect(broken.status).toBe(2);
  expect(broken.out).toContain("cannot be reached");
  endpoint.hooks.instead = () => false;
  const before = endpoint.puts().length;
  const again = await ingest(endpoint.url, [folder]);
  expect(again).toMatchObject({ status: 0, out: "2 created, 0 replaced, 1 unchanged, 0 refused\n" });
  expect(endpoint.puts().length - before).toBe(2);
});

test("a put whose answer was lost counts as created", async () => {
  let lost = false;
  const endpoint = await fakeEndpoint();
  endpoint.hooks.instead = (seen, _response, request) => {
    if (seen.method === "GET" || lost) return false;
    lost = true;
    endpoint.sources.set("harbour", { id: "harbour" } as never);
    request.socket.destroy();
    return true;
  };
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  expect((await ingest(endpoint.url, [folder])).out).toContain("1 created, 0 replaced");
});

test.each([
  ["a wrong key", 401, "unauthenticated"],
  ["a key that may not write", 403, "forbidden"],
])("%s ends the work with 2, after one request", async (_, status, code) => {
  const endpoint = await fakeEndpoint((_seen, response) => {
    answer(response, status, problem(code));
    return true;
  });
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const result = await ingest(endpoint.url, [folder]);
  expect(result.status).toBe(2);
  expect(result.out).toContain(code);
  expect(result.out).toContain(`not sent:\n  ${join(folder, "harbour.md")}`);
  expect(endpoint.requests.length).toBe(1);
});

test.each([
  ["a page instead of a list", 200, { hello: "world" }],
  ["an address that leads elsewhere", 301, {}],
  ["no list of sources", 404, problem("not_found")],
])("%s is no endpoint", async (_, status, body) => {
  const endpoint = await fakeEndpoint((_seen, response) => {
    answer(response, status, body, status === 301 ? { Location: "https://elsewhere.example/" } : {});
    return true;
  });
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  expect((await ingest(endpoint.url, [folder])).status).toBe(2);
  expect(endpoint.requests.length).toBe(1);
});

test("an endpoint without a way to put sources is not asked for each of them", async () => {
  const endpoint = await fakeEndpoint((seen, response) => {
    if (seen.method === "GET") return false;
    answer(response, 405, problem("method_not_allowed"));
    return true;
  });
  const folder = await folderWith({ "all.ndjson": [record("a"), record("b"), record("c")].join("\n") });
  const { status } = await ingest(endpoint.url, [folder], ["--concurrency", "1"]);
  expect(status).toBe(2);
  expect(endpoint.puts().length).toBe(1);
});

test("interrupted, it sends nothing more and says how to go on", async () => {
  let interrupt = () => {};
  const endpoint = await fakeEndpoint((seen) => {
    if (seen.path.endsWith("/b")) interrupt();
    return false;
  });
  const folder = await folderWith({
    "all.ndjson": ["a", "b", "c", "d"].map((id) => record(id)).join("\n"),
    "z.md": HARBOUR_FILE,
  });
  const onInterrupt = (listener: () => void) => {
    interrupt = listener;
    return () => {};
  };
  const { status, out } = await ingest(endpoint.url, [folder], ["--concurrency", "1"], { onInterrupt });
  expect(status).toBe(130);
  expect(endpoint.puts().map(({ path }) => path.at(-1))).toEqual(["a", "b"]);
  expect(out).toContain("2 created");
  expect(out).toContain("stopped: interrupted");
  expect(out).toContain(
    `not sent:\n  ${join(folder, "all.ndjson")} after line 2\n  ${join(folder, "z.md")}\nRun the same`,
  );
});

test("--fail-fast ends with the first refusal", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "all.ndjson": [record("a"), "{}", record("c")].join("\n") });
  const { status, out } = await ingest(endpoint.url, [folder], ["--fail-fast", "--concurrency", "1"]);
  expect(status).toBe(1);
  expect(out).toContain("after line 2");
  expect([...endpoint.sources.keys()]).toEqual(["a"]);
});

test("--dry-run needs no endpoint and sends nothing", async () => {
  const folder = await folderWith({ "all.ndjson": [record("a"), "{}", record("c")].join("\n") });
  const { status, out } = await run(["ingest", folder, "--dry-run"]);
  expect(status).toBe(1);
  expect(out.split("\n")[0]).toBe("2 sources can be sent, 1 refused; nothing was sent");
});

test("--json is the summary for a machine", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "all.ndjson": [record("a"), "{}"].join("\n") });
  const { out } = await ingest(endpoint.url, [folder], ["--json"]);
  expect(JSON.parse(out)).toEqual({
    dryRun: false,
    created: 1,
    replaced: 0,
    unchanged: 0,
    refused: 1,
    refusals: [{ file: join(folder, "all.ndjson"), line: 2, reason: '"id" must be text' }],
    stopped: null,
    left: [],
    leftMore: 0,
  });
});

test("the key of the environment is taken, and no key is ever printed", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const args = ["ingest", folder, "--to", `${endpoint.url}/`];
  const good = await run(args, { apiKey: KEY });
  expect(good.status).toBe(0);
  for (const wrong of ["vb_wrong", "with space", "line\nbreak"]) {
    const { status, out, err } = await run([...args, "--key", wrong], { apiKey: KEY });
    expect(status).toBe(2);
    expect(out + err).not.toContain(wrong);
  }
});

test("progress is shown on a terminal only, and wiped at the end", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({ "harbour.md": HARBOUR_FILE });
  const { err } = await ingest(endpoint.url, [folder], [], { showsProgress: true });
  expect(err).toContain("100 %");
  expect(err.endsWith("\r\u001b[K")).toBe(true);
});

test("a page and captions become an article and a transcript, with what is given for both", async () => {
  const endpoint = await fakeEndpoint();
  const folder = await folderWith({
    "Talk.VTT": "\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Marlowe>Hello.\n",
    "page.html": `<title>The page</title><article>${"<p>Words, words and more words, of which there are enough here.</p>".repeat(9)}</article>`,
  });
  expect((await ingest(endpoint.url, [folder], ["--licence", "CC0-1.0"])).status).toBe(0);
  expect(endpoint.sources.get("Talk")).toMatchObject({
    title: "Talk",
    kind: "transcript",
    text: "[00:00:01] Ada Marlowe: Hello.\n",
    licence: "CC0-1.0",
  });
  expect(endpoint.sources.get("page")).toMatchObject({
    title: "The page",
    kind: "article",
    licence: "CC0-1.0",
  });
  const titled = await ingest(
    endpoint.url,
    [join(folder, "Talk.VTT")],
    ["--title", "The talk", "--kind", "speech"],
  );
  expect(titled.out).toContain("1 replaced");
  expect(endpoint.sources.get("Talk")).toMatchObject({ title: "The talk", kind: "speech" });
});

test.each([
  ["no files", []],
  ["a path that is not there", ["/nowhere/at/all"]],
  ["a file of another ending", ["package.json"]],
  ["a folder with nothing in it", ["data/migrations-that-are-none"]],
  ["a concurrency of none", ["data", "--concurrency", "0"]],
  ["a kind that is none", ["data", "--kind", "poem"]],
  ["a day that is none", ["data", "--date", "2024-02-30"]],
  ["a language that is none", ["data", "--language", "not a tag"]],
  ["a title for many", ["data", "--title", "All of it"]],
  ["no address", ["data", "--to", "example.org"]],
  ["an address with a password", ["data", "--to", "https://a:b@example.org"]],
  ["an unknown option", ["data", "--force"]],
])("exits with 2 and one sentence: %s", async (_, args) => {
  const given = args.includes("--to") ? [] : ["--to", "http://127.0.0.1:9"];
  const { status, out, err } = await run(["ingest", ...args, ...given, "--key", KEY]);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toContain("    at ");
});

test("without an address or a key nothing is sent", async () => {
  expect((await run(["ingest", "data", "--key", KEY])).err).toContain("--to");
  expect((await run(["ingest", "data", "--to", "http://127.0.0.1:9"])).err).toContain("VERBATIM_KEY");
});
