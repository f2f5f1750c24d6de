/** A language as BCP 47 writes it ("en_gb" gives "en-GB"), or null for what is none. */
export function languageTag(printed: string | null | undefined): string | null {
  const tag = printed?.trim().replaceAll("_", "-") ?? "";
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
