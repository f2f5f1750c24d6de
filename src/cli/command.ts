/** What a command may touch outside itself; tests hand in their own. */
export interface Terminal {
  /** Writes to standard output, as it is. */
  out(text: string): void;
  /** Writes to standard error, as it is. */
  err(text: string): void;
  /** Whether standard error is a terminal, where progress may be shown. */
  showsProgress: boolean;
  /** Colours text where standard output wants colour, else gives it back unchanged. */
  paint: Paint;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** The folder of sources when `--sources` names none. */
  sourcesFolder: string;
  /** The API key of the environment, when `--key` gives none. */
  apiKey: string | null;
  /** Resolves after so many milliseconds, or as soon as the signal is aborted. */
  wait(ms: number, stopped: AbortSignal): Promise<void>;
  /** Calls the listener when the user wants to stop (Ctrl+C); a second time ends the process. Gives what takes the listener off. */
  onInterrupt(listener: () => void): () => void;
}

export type Style = "bold" | "dim" | "red" | "green" | "yellow";
export type Paint = (style: Style, text: string) => string;

export interface Command {
  name: string;
  /** One line for the list of commands. */
  purpose: string;
  /** What `--help` prints. */
  help: string;
  /** The process's exit status. Throws UsageError when the arguments or the files they name are wrong. */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** The caller's mistake: its message is printed without a stack, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** 130 is what a shell says of a command that Ctrl+C ended. */
export const EXIT = { good: 0, other: 1, badUsage: 2, interrupted: 130 } as const;
