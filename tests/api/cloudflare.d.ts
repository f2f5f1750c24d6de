/** What the tests use of the Workers runtime: the Worker under test, through its default export. */
declare module "cloudflare:workers" {
  export const exports: { default: { fetch(request: Request): Promise<Response> } };
}
