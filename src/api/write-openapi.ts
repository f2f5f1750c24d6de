import { mkdir, writeFile } from "node:fs/promises";
import { openApiDocument } from "./openapi.ts";

/** Writes the API's description to build/openapi.json, from which the build of the pages takes it. */
const folder = new URL("../../build/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("openapi.json", folder), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
