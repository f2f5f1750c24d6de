import { stem } from "../text/stem.ts";

/**
 * Words that say the same of the same thing in reports of what was said, a group a line, and words
 * that say the opposite. Small on purpose, and of the commonest only: synonyms from WordNet brought claims ±.00
 * (docs/accuracy.md), because most of what it lists is another sense. They only decide what a sentence that was found says.
 */
const SAME = `
increase raise boost grow expand rise hike climb gain soar
cut reduce decrease lower slash shrink fall drop decline lessen
help aid assist
build construct erect
kill murder slay
begin start launch commence
end finish stop halt cease quit
buy purchase
receive get obtain
show demonstrate prove
big large huge massive enormous great giant
terrific great excellent wonderful fantastic tremendous
job work employment
hold occupy
appoint name nominate
dismiss fire sack
resign quit
leave exit withdraw
win defeat beat
lose forfeit
fight combat battle
protect defend safeguard
attack assault
eliminate abolish scrap repeal
ban prohibit outlaw forbid
allow permit let
support back favor favour endorse
oppose resist
need require
want wish
try attempt
close shut
fix repair mend
save rescue
give provide offer supply
spend expend
cost price
earn make
pay compensate
hire employ recruit
teach educate
doctor physician
lawyer attorney
car automobile
child kid
woman lady
people folk person citizen
soldier troop
money cash fund
company firm business corporation
country nation
rich wealthy
poor impoverished
illegal unlawful undocumented
immigrant migrant
wage salary pay
health healthcare
college university
border frontier
gun firearm
drug medicine medication
law legislation statute
bill legislation
deal agreement accord pact
treaty pact
tax levy
leader head
founder creator
create establish found
destroy demolish ruin wreck
double twice twofold
triple threefold
hurt harm damage
quick fast rapid
difficult hard tough
easy simple
wrong incorrect false
true correct right
important significant crucial vital
speak talk
say announce declare state
tell inform
ask request call urge
answer reply respond
promise pledge vow
predict forecast
think believe
disaster catastrophe
choose pick select
happen occur
whole entire
yearly annual
senior elderly
overturn reverse
reopen open
finance fund
chance opportunity
die perish kill
permanent lasting
`;

const OPPOSITE = `
support|oppose
increase|cut
win|lose
begin|end
open|close
allow|ban
agree|disagree
accept|reject
approve|reject
before|after
more|less
more|few
high|low
strong|weak
buy|sell
create|destroy
create|eliminate
save|destroy
hire|dismiss
enter|leave
join|leave
rich|poor
love|hate
good|bad
easy|difficult
true|wrong
legal|illegal
success|failure
succeed|fail
majority|minority
above|below
up|down
confirm|deny
pass|reject
keep|close
keep|end
keep|eliminate
protect|attack
hurt|help
safe|dangerous
hot|cold
early|late
old|young
old|new
male|female
public|private
guilty|innocent
alive|dead
push|pull
lend|borrow
import|export
import|ship
friend|enemy
ally|enemy
with|without
detain|release
temporary|permanent
arrest|release
for|against
left|right
better|worse
best|worst
`;

/** The stems of each group. */
const GROUPS = SAME.trim()
  .split("\n")
  .map((line) => line.split(" ").map(stem));

const groups = new Map<string, number[]>();
GROUPS.forEach((group, number) => {
  for (const key of group) groups.set(key, [...(groups.get(key) ?? []), number]);
});

const opposites = new Map<string, Set<string>>();
for (const line of OPPOSITE.trim().split("\n")) {
  const [one, other] = line.split("|").map(stem) as [string, string];
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    opposites.set(a, new Set([...(opposites.get(a) ?? []), b]));
}

/** True where two stems are of one group. */
export function isSynonym(a: string, b: string): boolean {
  const [own, theirs] = [groups.get(a), groups.get(b)];
  return own !== undefined && theirs !== undefined && own.some((group) => theirs.includes(group));
}

/** True where two stems say the opposite, themselves or by a word of their groups: "support" and "oppose", "raise" and "cut". */
export function isAntonym(a: string, b: string): boolean {
  if (DENYING.test(a) && a.replace(DENYING, "") === b) return true;
  if (DENYING.test(b) && b.replace(DENYING, "") === a) return true;
  const own = headsOf(a);
  return own.length > 0 && headsOf(b).some((head) => own.some((each) => opposites.get(each)?.has(head)));
}

const DENYING = /^(?:un|in|im|ir|il|dis|non)(?=\p{L}{4})/u;

/** A stem and the first words of its groups, where they have opposites. */
function headsOf(key: string): string[] {
  const heads = (groups.get(key) ?? []).map((group) => GROUPS[group]?.[0] as string);
  return [key, ...heads].filter((head) => opposites.has(head));
}
