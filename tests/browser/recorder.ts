import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What to answer in place of the endpoint. */
export interface Made {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** Stands before an endpoint: hands everything on, remembers it, and can answer for it. */
export interface Recorder {
  origin: string;
  requests: Recorded[];
  /** Null hands requests on. */
  made: Made | null;
  close(): Promise<void>;
}

/** Starts a recorder before an endpoint. */
export async function recordBefore(endpoint: string): Promise<Recorder> {
  const recorder: Recorder = { origin: "", requests: [], made: null, close: async () => {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = "GET", url: path = "/", headers } = request;
    const asked = method !== "OPTIONS";
    if (asked) recorder.requests.push({ method, path, headers, body: body.toString("utf8") });
    if (asked && recorder.made !== null) {
      const { status, headers: own, body: text } = recorder.made;
      response.writeHead(status, { ...CROSS_ORIGIN, ...own }).end(text);
      return;
    }
    const { host: _host, connection: _connection, "content-length": _length, ...rest } = headers;
    const answer = await fetch(`${endpoint}${path}`, {
      method,
      headers: rest as Record<string, string>,
      body: body.length > 0 ? body : undefined,
    });
    const text = Buffer.from(await answer.arrayBuffer());
    const kept = [...answer.headers].filter(
      ([name]) => !/^(?:content-encoding|content-length|transfer-encoding|connection)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(kept)).end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  recorder.origin = `http://127.0.0.1:${port}`;
  recorder.close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  return recorder;
}

const CROSS_ORIGIN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Retry-After, X-Request-Id",
  "Content-Type": "application/problem+json",
};
