import { ENGINE_VERSION } from "../core/version.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { Route } from "./route.ts";

/** Whether the service can answer, and with which engine and corpus. */
export function healthRoutes(corpus: Corpus): readonly Route[] {
  return [
    {
      path: "/health",
      GET: async (c) => c.json({ status: "ok", engine: ENGINE_VERSION, corpus: await corpus.summary() }),
    },
  ];
}
