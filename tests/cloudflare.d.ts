/** What the tests use of the Workers runtime. */
declare module "cloudflare:workers" {
  /** The Worker under test, through its default export. */
  export const exports: { default: { fetch(request: Request): Promise<Response> } };
  /** What wrangler.toml binds, and the migrations that the test configuration adds. */
  export const env: {
    DB: import("../src/corpus/d1/database.ts").Database;
    MIGRATIONS: { name: string; queries: string[] }[];
  };
}

declare module "cloudflare:test" {
  export function applyD1Migrations(database: unknown, migrations: unknown[]): Promise<void>;
  /** Deletes all that the bindings hold. */
  export function reset(): Promise<void>;
}

/** What the bundler makes of a pattern of files: their contents by path. */
interface ImportMeta {
  glob<Content>(pattern: string, options: { eager: true; import: "default" }): Record<string, Content>;
}
