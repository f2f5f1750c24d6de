import { TITLES } from "../text/sentences.ts";
import { beforeTimeCode } from "../text/time-codes.ts";

/** A title's stop ends no sentence: what follows is a name. */
const AFTER_TITLE = new RegExp(`(?<!\\p{L})(?:${TITLES})\\.\\s$`, "u");

/** True where a capital is owed to the sentence's start, an opening mark, or a heading's. */
export function opensSentence(text: string, from: number): boolean {
  if (isMidSentence(text, from)) return false;
  const at = beforeTimeCode(text, from);
  const before = text.slice(Math.max(0, at - 8), at);
  if (AFTER_TITLE.test(before)) return false;
  return at === 0 || /(?:^|[.!?…:\n。])[\s"'“”‘’«»„([—–-]*$|[“"‘«„([]$/u.test(before);
}

/** True for most words, without a pattern: a space stands before, and a small letter or a comma before that. */
function isMidSentence(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 0x20) return false;
  const unit = text.charCodeAt(at - 2);
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0x2c;
}
