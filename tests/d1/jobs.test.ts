import { describe, expect, test } from "vitest";
import { memoryCorpus } from "../../src/corpus/memory.ts";
import { JOBS } from "../../src/jobs/limits.ts";
import { redeliver, sweep } from "../../src/jobs/service.ts";
import { problemIn } from "../api/support.ts";
import { HARBOUR, HARBOUR_QUOTE } from "../sources.ts";
import { CALLBACK, DRAFT, draftBody, type Kill, World } from "./jobs-world.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("a draft that is sent in", () => {
  test("is answered at once, checked, reported to its callback, and deleted", async () => {
    const world = await World.open();
    const response = await world.send();
    expect(response.status).toBe(202);
    const { job, status, url } = await response.json();
    expect(status).toBe("queued");
    expect(url).toBe(`/v1/jobs/${job}`);
    expect(world.queue).toEqual([{ kind: "check", job }]);
    await world.drain();
    expect(world.received).toHaveLength(1);
    expect(world.received[0]).toMatchObject({
      type: "article.checked",
      data: { id: "article-7", job, status: "done", report: { severity: "none", counts: { accurate: 1 } } },
    });
    const read = await world.job(job);
    expect(read).toMatchObject({
      status: "done",
      delivery: { status: "delivered", attempts: 1, lastOutcome: "200" },
    });
    expect(read?.report?.quotations[0]?.text).toBe(`${HARBOUR_QUOTE}.`);
    expect(await world.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
  });

  test("is one job, however often it comes, fifty times at once too", async () => {
    const world = await World.open();
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.send()));
    const jobs = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(new Set(jobs.map(({ job }: { job: string }) => job)).size).toBe(1);
    expect(await world.rows("SELECT id FROM jobs")).toHaveLength(1);
    await world.settle();
    expect(world.received).toHaveLength(1);
    expect(await (await world.send()).json()).toMatchObject({ job: jobs[0]?.job, status: "done" });
  });

  test("under a known id with another body is a conflict", async () => {
    const world = await World.open();
    await world.send();
    await problemIn(await world.send({ body: draftBody({ id: "another" }) }), 409, "conflict");
    expect(await world.rows("SELECT id FROM jobs")).toHaveLength(1);
  });

  test.each<[string, Record<string, string>, string?]>([
    ["is signed by nobody", { "webhook-signature": "" }],
    [
      "is signed with another secret",
      { "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=" },
    ],
    [
      "has a signature of another version",
      { "webhook-signature": "v1a,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=" },
    ],
    ["was signed ten minutes ago", { "webhook-timestamp": `${Date.parse("2026-11-24T11:50:00Z") / 1000}` }],
    ["was signed in ten minutes", { "webhook-timestamp": `${Date.parse("2026-11-24T12:10:00Z") / 1000}` }],
    ["has no time", { "webhook-timestamp": "" }],
    ["has a time that is none", { "webhook-timestamp": "1e9" }],
    ["has no id", { "webhook-id": "" }],
    ["has another id than was signed", { "webhook-id": "msg_2" }],
  ])("is refused where it %s, and nothing is kept", async (_, headers) => {
    const world = await World.open();
    await problemIn(await world.send({ headers }), 401, "unauthenticated");
    expect(await world.rows("SELECT id FROM jobs")).toEqual([]);
    expect(world.queue).toEqual([]);
  });

  test("is refused where it was cut short on its way", async () => {
    const world = await World.open();
    const whole = draftBody();
    const { Webhook } = await import("standardwebhooks");
    const signature = new Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign(
      "msg_1",
      new Date(world.nowMs),
      whole,
    );
    const cut = { body: whole.slice(0, -20), headers: { "webhook-signature": signature } };
    await problemIn(await world.send(cut), 401, "unauthenticated");
    expect(await world.rows("SELECT id FROM jobs")).toEqual([]);
  });

  test("may be signed by any of several secrets while they change", async () => {
    const world = await World.open();
    const { Webhook } = await import("standardwebhooks");
    const body = draftBody();
    const sign = (secret: string) => new Webhook(secret).sign("msg_1", new Date(world.nowMs), body);
    const headers = {
      "webhook-signature": `${sign("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")} ${sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")}`,
    };
    expect((await world.send({ body, headers })).status).toBe(202);
  });

  test.each([
    ["/type", { type: "article.deleted" }],
    ["/data/html", { data: { html: DRAFT, text: "a" } }],
    ["/data/callback", { data: { callback: "http://cms.example.org/" } }],
    ["/data/callback", { data: { callback: "https://10.0.0.1/" } }],
    ["/data/callback", { data: { callback: "https://verbatim.test/v1/check" } }],
    ["/data/draft", { data: { draft: "a" } }],
  ])("with a fault at %s is refused by name: %j", async (pointer, change) => {
    const world = await World.open();
    const { data, ...rest } = change as { data?: Record<string, unknown> };
    const body = JSON.stringify({ ...JSON.parse(draftBody(data)), ...rest });
    const problem = await problemIn(await world.send({ body }), 422, "invalid_request");
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await world.rows("SELECT id FROM jobs")).toEqual([]);
  });

  test("leaves no word of it in the log", async () => {
    const world = await World.open();
    world.answer = async () => new Response("no", { status: 500 });
    const { job } = await (await world.send()).json();
    await world.settle();
    expect(world.logged.length).toBeGreaterThan(3);
    expect(world.logged.join("\n")).not.toMatch(/lighthouse|Marlowe|cms\.example|article-7/);
    expect(world.logged.join("\n")).not.toContain(job);
  });
});

describe("the callback's server", () => {
  test.each([
    ["answers 500", async () => new Response("", { status: 500 }), "500"],
    [
      "answers 302",
      async () => new Response(null, { status: 302, headers: { Location: "https://elsewhere.example/" } }),
      "302",
    ],
    ["hangs", (request: Request) => hang(request.signal), "no answer in time"],
    ["refuses the connection", () => Promise.reject(new TypeError("refused")), "connection failed"],
    ["closes in mid-body", async () => new Response(brokenBody()), "connection failed"],
  ])(
    "that %s is tried ten times over three days, then listed as dead, and sent again by hand",
    async (_, answer, outcome) => {
      const world = await World.open();
      const attempts: number[] = [];
      world.answer = (request) => {
        attempts.push(world.nowMs);
        return answer(request);
      };
      const { job } = await (await world.send()).json();
      await world.settle();
      expect(attempts).toHaveLength(JOBS.retryAfterMs.length);
      expect((attempts.at(-1) ?? 0) - (attempts[0] ?? 0)).toBeGreaterThan(3 * DAY_MS);
      expect(await world.job(job)).toMatchObject({
        delivery: { status: "dead", attempts: 10, nextAttemptAt: null, lastOutcome: outcome },
      });
      const { around } = world.worker();
      expect(await around.store.deadLetters("", 10)).toMatchObject([
        { job, id: "article-7", callback: CALLBACK, attempts: 10 },
      ]);
      world.received.length = 0;
      world.answer = async () => new Response("ok");
      expect(await redeliver(job, around)).toBe(true);
      await world.drain();
      expect(world.received).toHaveLength(1);
      expect(await world.job(job)).toMatchObject({ delivery: { status: "delivered" } });
      expect(await redeliver(job, around)).toBe(false);
    },
  );

  test("that answers 410 is not asked again", async () => {
    const world = await World.open();
    world.answer = async () => new Response("", { status: 410 });
    const { job } = await (await world.send()).json();
    await world.settle();
    expect(world.received).toHaveLength(1);
    expect(await world.job(job)).toMatchObject({
      delivery: { status: "dead", attempts: 1, lastOutcome: "410" },
    });
  });

  test("that fails twice gets the same message a third time, under the same id", async () => {
    const world = await World.open();
    let times = 0;
    world.answer = async () => new Response("", { status: ++times < 3 ? 503 : 200 });
    await world.send();
    await world.settle();
    expect(world.received).toHaveLength(3);
    expect(new Set(world.received.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test("that sends an endless answer is read no further than it needs", async () => {
    const world = await World.open();
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1024;
          controller.enqueue(new Uint8Array(1024));
        },
      });
    world.answer = async () => new Response(endless());
    const { job } = await (await world.send()).json();
    await world.settle();
    expect(await world.job(job)).toMatchObject({ delivery: { status: "delivered" } });
    expect(sent).toBeLessThan(4 * JOBS.answerBytesMax);
  });
});

describe("a Worker killed at any step", () => {
  const kills = (most: number): Kill[] =>
    Array.from({ length: most }, (_, index) => index + 1).flatMap((step) => [
      { step, when: "before" as const },
      { step, when: "after" as const },
    ]);

  test("while it takes a draft in: the sender tries again, and there is one job and one report at least", async () => {
    let died = 0;
    for (const kill of kills(4)) {
      const world = await World.open();
      const { around } = world.worker(kill);
      const first = await quietly(() => world.send({ around }));
      if (first.status !== 202) died++;
      expect((await world.send()).status).toBe(202);
      await world.settle();
      expect(await world.rows("SELECT id FROM jobs"), JSON.stringify(kill)).toHaveLength(1);
      expectReported(world, kill);
      expect(await world.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
    }
    expect(died).toBeGreaterThan(1);
  });

  test("while it checks and reports: the report arrives, the draft goes", async () => {
    let died = 0;
    for (const kill of kills(8)) {
      const world = await World.open();
      await world.send();
      const [message] = world.queue.splice(0);
      const { around, steps } = world.worker(kill);
      world.queue.push(...(message ? [message] : []));
      await world.drain(around);
      if (steps() >= kill.step) died++;
      // The platform forgets the message of a killed Worker as often as it brings it again.
      if (kill.when === "before") world.queue.length = 0;
      await world.settle();
      expectReported(world, kill);
      expect(await world.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
      expect(await world.rows("SELECT job FROM deliveries WHERE status <> 'delivered'")).toEqual([]);
    }
    expect(died).toBeGreaterThan(8);
  });

  test("while it sweeps: the next sweep does it", async () => {
    for (const kill of kills(6)) {
      const world = await World.open();
      await world.send();
      world.queue.length = 0;
      world.nowMs += 2 * 60_000;
      const { around } = world.worker(kill);
      await sweep(around).catch(() => {});
      await world.settle();
      expectReported(world, kill);
    }
  });

  function expectReported(world: World, kill: Kill): void {
    expect(world.received.length, JSON.stringify(kill)).toBeGreaterThanOrEqual(1);
    expect(new Set(world.received.map(({ id }) => id)).size, JSON.stringify(kill)).toBe(1);
    expect(world.received[0]?.data.status).toBe("done");
  }
});

describe("a draft that cannot be checked", () => {
  test("is tried five times, told as failed, and deleted all the same", async () => {
    const world = await World.open();
    world.corpus = {
      ...memoryCorpus([HARBOUR]),
      librariesFor: () => Promise.reject(new TypeError("broken")),
    };
    const { job } = await (await world.send()).json();
    await world.settle();
    expect(await world.job(job)).toMatchObject({
      status: "failed",
      report: null,
      delivery: { status: "delivered" },
    });
    expect(world.received).toMatchObject([
      { type: "article.failed", data: { status: "failed", report: null } },
    ]);
    expect(await world.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
    expect(world.logged.filter((line) => line.includes("job.check.failed"))).toHaveLength(JOBS.triesMax);
  });

  test("because it kills whoever checks it is given up too, and deleted", async () => {
    const world = await World.open();
    const { job } = await (await world.send()).json();
    for (let round = 0; round < 12; round++) {
      // Killed in the check itself, after the draft was taken up: no catch and no letting go.
      const { around } = world.worker({ step: 1, when: "after" });
      await world.drain(around);
      world.queue.length = 0;
      world.nowMs += 5 * 60_000;
      const { drafts } = await world.worker().around.store.idle(world.nowMs);
      if (drafts.length > 0 && round < JOBS.triesMax) world.queue.push({ kind: "check", job });
    }
    await world.settle();
    expect(await world.job(job)).toMatchObject({ status: "failed", delivery: { status: "delivered" } });
    expect(world.received).toMatchObject([{ type: "article.failed" }]);
    expect(await world.rows("SELECT id FROM jobs WHERE draft IS NOT NULL")).toEqual([]);
  });

  test("over a corpus of which a part is gone waits for it to come back", async () => {
    const world = await World.open();
    const whole = memoryCorpus([HARBOUR]);
    let complete = false;
    world.corpus = {
      ...whole,
      librariesFor: async (questions) =>
        (await whole.librariesFor(questions)).map((library) =>
          Object.assign(Object.create(library), { summary: { ...library.summary, complete } }),
        ),
      summary: async () => ({ ...(await whole.summary()), complete }),
    };
    const { job } = await (await world.send({ body: draftBody({ html: "<p>No quotation.</p>" }) })).json();
    await world.drain();
    expect((await world.job(job))?.status).toBe("queued");
    complete = true;
    await world.settle();
    expect((await world.job(job))?.report?.corpus.complete).toBe(true);
  });
});

describe("what is kept", () => {
  test("a finished job goes when its time is over, with its report and its delivery", async () => {
    const world = await World.open();
    const { job } = await (await world.send()).json();
    await world.settle();
    world.nowMs += 8 * DAY_MS;
    await sweep(world.worker().around);
    expect(await world.job(job)).toBeNull();
    for (const table of ["jobs", "job_reports", "deliveries"]) {
      expect(await world.rows(`SELECT * FROM ${table}`), table).toEqual([]);
    }
  });

  test("a dead letter is kept for as long again as it takes somebody to find it", async () => {
    const world = await World.open();
    world.answer = async () => new Response("", { status: 500 });
    const { job } = await (await world.send()).json();
    await world.settle();
    world.nowMs += 6 * DAY_MS;
    await sweep(world.worker().around);
    expect((await world.job(job))?.delivery?.status).toBe("dead");
  });
});

function hang(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

function brokenBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("half an ans")),
    pull: (controller) => controller.error(new TypeError("reset")),
  });
}

/** Without the operator's lines of faults that a test brings about. */
async function quietly<Value>(run: () => Promise<Value>): Promise<Value> {
  const { error } = console;
  console.error = () => {};
  try {
    return await run();
  } finally {
    console.error = error;
  }
}
