import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundledWorker, listeningCms, Platform, until } from "./platform.ts";

const DRAFT = "<p>The statement read: &ldquo;Russia started this war and Russia can end this war.&rdquo;</p>";

let script: string;
let folder: string;
const cms = await listeningCms({});

beforeAll(async () => {
  script = await bundledWorker();
  folder = mkdtempSync(join(tmpdir(), "verbatim-platform-"));
});

afterAll(() => {
  cms.close();
  rmSync(folder, { recursive: true, force: true });
});

test("each way a callback's server can fail is told apart, and none of them is followed or waited for without end", {
  timeout: 120_000,
}, async () => {
  Object.assign(cms.answers, {
    "/500": (response) => response.writeHead(500).end(),
    "/302": (response) => response.writeHead(302, { Location: `${cms.origin}/followed` }).end(),
    "/410": (response) => response.writeHead(410).end(),
    "/hang": () => {},
    "/cut": (response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write("half an ans");
      setTimeout(() => response.destroy(), 20);
    },
  } satisfies typeof cms.answers);
  const platform = await Platform.start(script, join(folder, "answers"), cms.origin);
  const expected = {
    "/ok": "200",
    "/500": "500",
    "/302": "302",
    "/410": "410",
    "/hang": "no answer in time",
    "/cut": "connection failed",
  };
  const jobs = new Map<string, string>();
  for (const path of Object.keys(expected)) {
    const response = await platform.submit(`msg_${path.slice(1)}`, `${cms.origin}${path}`, DRAFT);
    expect(response.status).toBe(202);
    jobs.set(path, (await response.json()).job);
  }
  for (const [path, outcome] of Object.entries(expected)) {
    const job = jobs.get(path) as string;
    await until(
      `an answer from ${path}`,
      async () => (await platform.job(job)).delivery?.attempts > 0,
      60_000,
    );
    expect((await platform.job(job)).delivery.lastOutcome, path).toBe(outcome);
  }
  expect((await platform.job(jobs.get("/ok") as string)).delivery.status).toBe("delivered");
  expect((await platform.job(jobs.get("/410") as string)).delivery.status).toBe("dead");
  expect(cms.got.map(({ path }) => path)).not.toContain("/followed");
  expect(cms.got.every(({ verified }) => verified)).toBe(true);
  expect(await platform.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
  await platform.kill();
});

test("the machine lost while the callback waits: the next one delivers the same message again", {
  timeout: 120_000,
}, async () => {
  cms.got.length = 0;
  let held = true;
  cms.answers["/held"] = (response) => {
    if (!held) response.end("ok");
  };
  const place = join(folder, "lost");
  const first = await Platform.start(script, place, cms.origin);
  const { job } = await (await first.submit("msg_held", `${cms.origin}/held`, DRAFT)).json();
  await until("the callback to be called", () => cms.got.length === 1);
  await first.kill();

  held = false;
  const second = await Platform.start(script, place, cms.origin);
  expect(await second.job(job)).toMatchObject({ status: "done", delivery: { status: "pending" } });
  // What the first machine held is free again when its time is over; here that is now.
  await second.rows("UPDATE deliveries SET leased_until = 0");
  await second.sweep();
  await until(
    "the report to be delivered",
    async () => (await second.job(job)).delivery.status === "delivered",
  );
  expect(new Set(cms.got.map(({ id }) => id)).size).toBe(1);
  expect(cms.got.every(({ verified, type }) => verified && type === "article.checked")).toBe(true);
  await second.kill();
});

test("the machine lost with its queue before a draft was looked at: the sweep finds the draft", {
  timeout: 120_000,
}, async () => {
  cms.got.length = 0;
  const place = join(folder, "queue");
  const first = await Platform.start(script, place, cms.origin);
  const { job } = await (await first.submit("msg_lost", `${cms.origin}/ok`, DRAFT)).json();
  await first.kill();

  const second = await Platform.start(script, place, cms.origin);
  await second.rows("UPDATE jobs SET leased_until = 0, created_at = created_at - 120000");
  await second.rows("UPDATE deliveries SET leased_until = 0");
  await second.sweep();
  await until(
    "the report to be delivered",
    async () => (await second.job(job)).delivery?.status === "delivered",
  );
  expect(await second.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
  expect(cms.got.length).toBeGreaterThanOrEqual(1);
  await second.kill();
});
