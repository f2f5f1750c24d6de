import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Terminal } from "../../src/cli/command.ts";
import { main } from "../../src/cli/verbatim.ts";
import { HARBOUR } from "../sources.ts";

const root = mkdtempSync(join(tmpdir(), "verbatim-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;

/** A folder of its own with these files in it, by path. */
export async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  folders += 1;
  const folder = join(root, `${folders}`);
  await mkdir(folder);
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** A source file of this kind with this text. */
export function sourceFile(text: string, kind = "article"): string {
  return `---\ntitle: "A made-up source"\nkind: ${kind}\ndate: 2024-03-01\n---\n${text}`;
}

export const HARBOUR_FILE = sourceFile(HARBOUR.text);

/** Runs a command line in this process and gives what it printed and its exit status. */
export async function run(args: string[], terminal: Partial<Terminal> = {}) {
  const printed = { out: "", err: "" };
  const status = await main(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    showsProgress: false,
    paint: (_, text) => text,
    readInput: async () => "",
    sourcesFolder: join(root, "no-such-folder"),
    apiKey: null,
    wait: async () => undefined,
    onInterrupt: () => () => undefined,
    ...terminal,
  });
  return { ...printed, status };
}
