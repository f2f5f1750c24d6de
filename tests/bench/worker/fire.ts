import autocannon, { type Planned } from "autocannon";
import { residentBytes } from "../process-figures.ts";
import { type Isolate, processCpuMs, type Request } from "./isolate.ts";

/** What came of sending one sort of request for some seconds: each answer's time, CPU of the Worker's process, and answers that were none. */
export interface Fired {
  name: string;
  seconds: number;
  timesMs: number[];
  cpuMs: number;
  residentMb: number;
  failed: number;
}

const TIMEOUT_SECONDS = 30;
/** Before anything is counted the same is sent for so long. */
const WARM_UP_SECONDS = 2;

/** Sends requests in turns over some connections, as fast as they are answered. */
export async function fire(
  name: string,
  requests: readonly Request[],
  isolate: Isolate,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Fired> {
  await shoot(requests, isolate, WARM_UP_SECONDS, connections);
  const cpuBefore = processCpuMs(isolate.pid);
  const { timesMs, failed } = await shoot(requests, isolate, seconds, connections);
  const cpuMs = processCpuMs(isolate.pid) - cpuBefore;
  return { name, seconds, timesMs, cpuMs, residentMb: residentBytes(isolate.pid) / 1e6, failed };
}

async function shoot(
  requests: readonly Request[],
  { url }: Isolate,
  duration: number,
  connections: number,
): Promise<{ timesMs: number[]; failed: number }> {
  const timesMs: number[] = [];
  let failed = 0;
  let next = 0;
  const planned: Planned = {
    setupRequest(request, context) {
      const { method, path, body } = requests[next++ % requests.length] as Request;
      Object.assign(context, { sentMs: performance.now() });
      const headers: Record<string, string> =
        body === undefined ? {} : { "content-type": "application/json" };
      return { ...request, method, path, headers, ...(body === undefined ? {} : { body }) };
    },
    onResponse(status, _body, context) {
      if (status === 200) timesMs.push(performance.now() - (context as { sentMs: number }).sentMs);
      else failed++;
    },
  };
  const { errors } = await autocannon({
    url: url.origin,
    connections,
    duration,
    timeout: TIMEOUT_SECONDS,
    requests: [planned],
    setupClient: () => {},
  });
  return { timesMs, failed: failed + errors };
}
