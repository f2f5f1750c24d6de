import bytes from "../build/corpus.bin";
import { createApp } from "./api/app.ts";
import { embeddedCorpus } from "./corpus/embedded.ts";

/** What wrangler.toml binds. */
interface Bindings {
  ASSETS: { fetch(request: Request): Promise<Response> };
}

const corpus = embeddedCorpus(new Uint8Array(bytes));

export default {
  fetch(request: Request, bindings: Bindings): Response | Promise<Response> {
    const app = createApp({ corpus, assets: (wanted) => bindings.ASSETS.fetch(wanted) });
    return app.fetch(request);
  },
};
