import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { styleText } from "node:util";
import { checkCommand } from "./check-command.ts";
import { EXIT, type Terminal, UsageError } from "./command.ts";
import { corpusCommand } from "./corpus-command.ts";
import { ingestCommand } from "./ingest-command.ts";
import { keysCommand } from "./keys-command.ts";

const COMMANDS = [checkCommand, corpusCommand, ingestCommand, keysCommand];

const HELP = `Usage: npm run verbatim -- COMMAND [options]

Checks quotes, builds the corpus, and feeds a running endpoint.

${COMMANDS.map(({ name, purpose }) => `  ${name.padEnd(8)} ${purpose}`).join("\n")}

npm run verbatim -- COMMAND --help says more about each.
`;

/** Runs the command that the arguments name and gives the process's exit status. */
export async function main(args: string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.out(HELP);
    return name === undefined ? EXIT.badUsage : EXIT.good;
  }
  if (command === undefined) {
    terminal.err(
      `There is no command of this name. One of: ${COMMANDS.map((one) => one.name).join(", ")}.\n`,
    );
    return EXIT.badUsage;
  }
  if (asksForHelp(rest)) {
    terminal.out(command.help);
    return EXIT.good;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!isCallersMistake(error)) throw error;
    terminal.err(`${error.message}\n`);
    return EXIT.badUsage;
  }
}

/** What stands behind `--` is never an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes("--help") || options.includes("-h");
}

/** Ours, or one of node:util's parseArgs, whose codes share a prefix. */
function isCallersMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (words) => process.stdout.write(words),
    err: (words) => process.stderr.write(words),
    showsProgress: process.stderr.isTTY === true,
    paint: (style, words) => styleText(style, words, { stream: process.stdout }),
    readInput: () => text(process.stdin),
    sourcesFolder: process.env.SOURCES || "data/sources",
    apiKey: process.env.VERBATIM_KEY || null,
    wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
    onInterrupt(listener) {
      process.once("SIGINT", listener);
      return () => process.off("SIGINT", listener);
    },
  });
}
