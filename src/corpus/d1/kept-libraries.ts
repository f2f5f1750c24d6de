import type { Library } from "../../core/finding/library.ts";
import { D1 } from "./limits.ts";

/**
 * Opened sources by version, the least recently used dropped first. A version never changes, so
 * what is kept is never stale; whether it is still the current one, the search says each time.
 */
export class KeptLibraries {
  readonly #entries = new Map<number, { library: Library; bytes: number }>();
  #bytes = 0;

  get(version: number): Library | null {
    const entry = this.#entries.get(version);
    if (entry === undefined) return null;
    this.#entries.delete(version);
    this.#entries.set(version, entry);
    return entry.library;
  }

  set(version: number, library: Library, bytes: number): void {
    if (this.#entries.has(version)) return;
    this.#entries.set(version, { library, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= D1.cacheBytesMax || oldest === version) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}
