import { readdirSync, readFileSync } from "node:fs";

/** How many of the kernel's ticks make a second; Linux has told programs 100 on every machine for decades. */
const TICKS_A_SECOND = 100;

/** The process that runs workerd for this one, or null. Linux alone lists them in /proc. */
export function workerdPid(): number | null {
  return processes().find((pid) => parentOf(pid) === process.pid && nameOf(pid) === "workerd") ?? null;
}

/** How much memory a process holds, in bytes; NaN where it cannot be told. */
export function residentBytes(pid: number | null): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return kib === undefined ? Number.NaN : Number(kib) * 1024;
}

/** The CPU time that a process has used up, in milliseconds, to about ten; NaN where it cannot be told. */
export function cpuMsOf(pid: number | null): number {
  const [user, system] = fieldsBehindName(pid).slice(11, 13).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * (1000 / TICKS_A_SECOND);
}

/** The CPU time that this process has used up, in milliseconds. */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function processes(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function nameOf(pid: number): string {
  return read(`/proc/${pid}/comm`).trim();
}

function parentOf(pid: number): number {
  return Number(fieldsBehindName(pid)[1]);
}

/** The fields of /proc/PID/stat from the state on; the name before them may hold anything. */
function fieldsBehindName(pid: number | null): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** A file of /proc, "" where the process has ended or there is no such thing. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
