import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Ajv compiles schemas with `new Function`, which workerd refuses, so what needs it runs in Node. */
const NODE_ONLY = "tests/api/**/*.node.test.ts";

/** No test is timed; this only ends one that hangs, on a machine however busy. */
const TIMEOUT_MS = 60_000;

/** The pure parts run in plain Node, the edges in workerd, where they will live. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          testTimeout: TIMEOUT_MS,
          include: [
            "tests/core/**/*.test.ts",
            "tests/corpus/**/*.test.ts",
            "tests/cli/**/*.test.ts",
            "tests/golden/**/*.test.ts",
            "tests/eval/**/*.test.ts",
            "tests/bench/**/*.test.ts",
            "tests/jobs/**/*.test.ts",
            "tests/web/**/*.test.ts",
            "tests/extension/**/*.test.ts",
            "tests/*.test.ts",
            NODE_ONLY,
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: { bindings: { MIGRATIONS: await readD1Migrations("data/migrations") } },
          }),
        ],
        test: {
          testTimeout: TIMEOUT_MS,
          name: "workerd",
          include: ["tests/api/**/*.test.ts", "tests/d1/**/*.test.ts"],
          exclude: [NODE_ONLY],
        },
      },
    ],
  },
});
