import { mkdir, writeFile } from "node:fs/promises";
import { openApiDocument } from "./openapi.ts";

/** Writes the API's description among the static files. Run by `npm run build`, after the page. */
const folder = new URL("../../build/web/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("openapi.json", folder), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
