import { FINDING } from "../tuning.ts";

/**
 * The commonest words of English, most frequent first. By Zipf's law the word of rank r
 * makes up about a share of 0.1/r of running text, which gives its surprisal without a
 * table of frequencies. The order is common knowledge of written and spoken English, set down
 * by hand; it matters only to within a bit or two.
 */
const RANKED = `the of and to in a that i is it we for you be our this have are not on as with they he was by will their
all from at but has or an us people which there his who no them so can if were would been do my more what your one when
its her about these must know had than those every out american only up now any other may make because she should going
just time new very world said also great some country such think like how into government even here years upon many over
well want me could him get most then let nation where first our shall right go states made united being before own work
good much did peace other war way say take against last same never let us come back day need long without still see down
two through after too each year under power free life law men am president state help between thing things keep public
done congress might nations while given part ever give congress man always today americans future believe both off again
better tell put something look another why really says got lot little million around called high place few far ask does
use whole end since during against enough better until less house support home change children next days tax important
national job jobs able come best business working every system during above having percent million hope big find thank
feel does called left week around number money nothing second three four five doing anything everything someone away
talk start fact real world together families family believe already almost god question human order point matter often
hard small show means try told within along later themselves himself set young old school half case went problem became
become kind best course true care group women woman man night call run move live bring happen hand large among seen half`;

const bits = new Map<string, number>();
for (const word of RANKED.split(/\s+/u)) if (!bits.has(word)) bits.set(word, Math.log2(10 * (bits.size + 1)));

/** −log2 of a word's frequency in English text. */
export function englishBits(key: string): number {
  return bits.get(key) ?? FINDING.rareWordBits;
}

/** Words that carry grammar more than content: articles, pronouns, prepositions, auxiliaries. */
const FUNCTION_WORDS = new Set(
  `a an the and or but nor so yet of to in on at by for with from as into onto upon over under about after before between per
   through during against among within without than then that this these those there here it its he him his she her hers we us
   our ours you your yours they them their theirs i me my mine who whom whose which what when where why how is am are was were
   be been being do does did done have has had having will would shall should can could may might must not no if because while
   up down out off again also too very just only own same such both each any some all more most other well now s t`.split(
    /\s+/,
  ),
);

/** True for a word of grammar rather than content. */
export function isFunctionWord(key: string): boolean {
  return FUNCTION_WORDS.has(key);
}
