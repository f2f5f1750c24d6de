/** A binary file, imported as wrangler's `Data` rule gives it. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
