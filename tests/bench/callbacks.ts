import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A server on this machine to which reports are sent. */
export interface Receiver {
  origin: string;
  /** How often the report of each job has come. */
  reports: ReadonlyMap<string, number>;
  /** Reports whose signature does not hold. */
  unsigned: number;
  close(): void;
}

/** Starts a server that takes every report and answers 200. */
export async function startReceiver(secret: string): Promise<Receiver> {
  const reports = new Map<string, number>();
  const receiver = { origin: "", reports, unsigned: 0, close: () => {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const job = jobOf(Buffer.concat(chunks).toString("utf8"), request, secret);
      if (job === null) receiver.unsigned++;
      else reports.set(job, (reports.get(job) ?? 0) + 1);
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  receiver.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return receiver;
}

/** The job that a signed report is of, or null where the signature does not hold. */
function jobOf(body: string, request: IncomingMessage, secret: string): string | null {
  try {
    const report = new Webhook(secret).verify(body, request.headers as Record<string, string>);
    return (report as { data: { job: string } }).data.job;
  } catch {
    return null;
  }
}
