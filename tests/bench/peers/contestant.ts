import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Built, Order, Reply } from "./child.ts";
import type { Peer } from "./engine.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
/** Room for engines that hold some hundred times the text; V8 would else end the process at about 4 GB. */
const HEAP_MIB = 12_000;

/** An engine in a process of its own. */
export class Contestant {
  readonly peer: Peer;
  readonly built: Built;
  readonly #child: ChildProcess;

  private constructor(peer: Peer, built: Built, child: ChildProcess) {
    this.peer = peer;
    this.built = built;
    this.#child = child;
  }

  /** Builds an engine over the corpus in a file. Throws where its process ends before it is done. */
  static async start(peer: Peer, corpus: string): Promise<Contestant> {
    const child = fork(CHILD, {
      execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_MIB}`],
      serialization: "advanced",
    });
    const built = await answerTo<Built>(child, { order: "build", peer: peer.id, corpus });
    return new Contestant(peer, built, child);
  }

  ask(question: string): Promise<Reply> {
    return answerTo<Reply>(this.#child, { order: "ask", question });
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
  }
}

async function answerTo<Answer>(child: ChildProcess, order: Order): Promise<Answer> {
  const done = new AbortController();
  const answer = once(child, "message", { signal: done.signal }).then(([message]) => message as Answer);
  const ended = once(child, "exit", { signal: done.signal }).then(([code]) => {
    throw new Error(`the process of an engine ended with ${code}`);
  });
  child.send(order);
  try {
    return await Promise.race([answer, ended]);
  } finally {
    done.abort();
    await Promise.allSettled([answer, ended]);
  }
}
