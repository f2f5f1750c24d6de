import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { Webhook } from "standardwebhooks";

export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** The Worker as it is deployed, in one file. */
export async function bundledWorker(): Promise<string> {
  const result = await build({
    entryPoints: ["src/worker.ts"],
    bundle: true,
    format: "esm",
    write: false,
    target: "es2024",
    loader: { ".bin": "binary" },
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** A platform of its own for the Worker: real workerd, D1 and queue, kept in a folder that outlives it. */
export class Platform {
  readonly miniflare: Miniflare;
  readonly url: URL;

  private constructor(miniflare: Miniflare, url: URL) {
    this.miniflare = miniflare;
    this.url = url;
  }

  static async start(script: string, folder: string, callbackOrigin: string): Promise<Platform> {
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: true,
        script,
        compatibilityDate: "2026-11-02",
        d1Databases: ["DB"],
        resourcePersistencePath: folder,
        unsafeTriggerHandlers: true,
        queueProducers: { JOBS: { queueName: "jobs" } },
        queueConsumers: { jobs: { maxBatchSize: 5, maxBatchTimeout: 0.1, maxRetries: 3 } },
        bindings: { WEBHOOK_SECRETS: SECRET, CALLBACK_ALLOW: callbackOrigin },
        handleStructuredLogs: () => {},
      }),
    );
    const platform = new Platform(miniflare, await miniflare.ready);
    await platform.#migrate();
    return platform;
  }

  async #migrate(): Promise<void> {
    const known = await this.rows("SELECT name FROM sqlite_schema WHERE name = 'jobs'");
    if (known.length > 0) return;
    const database = await this.miniflare.getD1Database("DB");
    for (const name of readdirSync("data/migrations").sort()) {
      const sql = readFileSync(`data/migrations/${name}`, "utf8").replace(/^\s*--.*$/gm, "");
      const statements = sql.split(";").filter((statement) => statement.trim() !== "");
      await database.batch(statements.map((statement) => database.prepare(statement)));
    }
  }

  async rows(sql: string): Promise<Record<string, unknown>[]> {
    const database = await this.miniflare.getD1Database("DB");
    return (await database.prepare(sql).all()).results as Record<string, unknown>[];
  }

  /** Sends a draft in, signed by the reference library. */
  async submit(id: string, callback: string, html: string): Promise<Response> {
    const body = JSON.stringify({
      type: "article.submitted",
      timestamp: new Date().toISOString(),
      data: { id: `article of ${id}`, html, callback },
    });
    const time = new Date();
    return fetch(new URL("/v1/webhooks/article", this.url), {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": `${Math.floor(time.getTime() / 1000)}`,
        "webhook-signature": new Webhook(SECRET).sign(id, time, body),
      },
      body,
    });
  }

  async job(id: string) {
    return (await fetch(new URL(`/v1/jobs/${id}`, this.url))).json();
  }

  /** What the platform does once a minute. */
  async sweep(): Promise<void> {
    const response = await fetch(new URL("/cdn-cgi/local/scheduled", this.url));
    if (!response.ok) throw new Error(`the sweep answered ${response.status}`);
  }

  /** Ends the runtime as a lost machine does: at once, with everything it was doing. */
  async kill(): Promise<void> {
    for (const pid of childrenOf(process.pid)) {
      if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "workerd") process.kill(pid, "SIGKILL");
    }
    await this.miniflare.dispose().catch(() => {});
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent;
      } catch {
        return false;
      }
    });
}

export interface Got {
  path: string;
  id: string;
  type: string;
  verified: boolean;
}

/** A CMS that listens on this machine, and answers as its paths say. */
export async function listeningCms(answers: Record<string, (response: ServerResponse) => void>) {
  const got: Got[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "/";
      const body = Buffer.concat(chunks).toString("utf8");
      got.push({
        path,
        id: `${request.headers["webhook-id"]}`,
        type: JSON.parse(body || "{}").type,
        verified: isVerified(body, request),
      });
      (answers[path] ?? ((one: ServerResponse) => one.end("ok")))(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { got, origin, close, answers };
}

function isVerified(body: string, request: IncomingMessage): boolean {
  try {
    new Webhook(SECRET).verify(body, request.headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

/** Waits until something holds; fails by name where it does not in time. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  timeoutMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
