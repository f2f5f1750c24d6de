/** What is used here of a package that has no types. */
declare module "autocannon" {
  /** A request as it is about to be sent. */
  interface Prepared {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
  }

  interface Planned extends Partial<Prepared> {
    /** Changes the request each time that it is sent. */
    setupRequest(request: Prepared, context: object): Prepared;
    onResponse(status: number, body: string, context: object, headers: Record<string, string>): void;
  }

  interface Client {
    setRequests(requests: Planned[]): void;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Seconds. */
    timeout: number;
    requests: Planned[];
    setupClient(client: Client): void;
  }

  interface Result {
    /** Connections that broke and answers that did not come in time, and of these the latter. */
    errors: number;
    timeouts: number;
  }

  interface Run extends PromiseLike<Result> {
    on(event: "reqError", listener: (error: Error) => void): this;
    stop(): void;
  }

  export default function autocannon(options: Options): Run;
}
