/**
 * Time codes: what a transcript or a caption file prints to say when something was said. Nobody
 * says them, so that they are no words. Only those are taken that can be nothing else where they
 * stand; "at 6:30" and a runner's "(2:03:45)" are words of a text.
 */

/** Hours may be left out; a fraction of a second may follow. Minutes may count on beyond an hour. */
const CLOCK = "\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?";
const FRACTION = "(?:[.,]\\d{1,3})?";

/** A time code in brackets or none, for patterns of whoever reads labels. It has no groups. */
export const TIME_CODE = `(?:\\[${CLOCK}${FRACTION}\\]|\\(${CLOCK}${FRACTION}\\)|${CLOCK}${FRACTION}(?!\\d))`;
