/** Invented names from a syllable grammar: short, distinct, easy to read aloud, and never a rude or an ordinary word. */

import type { Random } from '../random.ts';
import { capitalize } from './template.ts';

/** Letter runs that no made-up word may contain, forwards or backwards: rude or hurtful in English. */
const RUDE_RUNS =
  'tit|bimb|womb|wom|vom|pud|wop|loli|dolf|stud|boob|bub|cum|nig|neg|coc|cok|kok|dic|dik|fuc|fuk|fak|cun|kun|sex|ass|anu|anal|pus|poo|pee|pis|piz|rap|naz|shit|sit|wan|tard|gay|jap|muf|slut|hor|puk|pak|kik|kak|coon|homo|lez|les|dyk|vag|pen|tur|far|bol|nob|twa|ming|ped|por|wog|gyp|dag|spik|paki|hit|mong|fag|nut|bal|arse|ars|die|ded|kil|rup'.split(
    '|',
  );

/** Further runs that would make a name odd, unpleasant or too like an ordinary word. */
const ODD_RUNS =
  'alla|ari|bag|bam|bat|ber|bid|bin|bir|bit|bon|bor|bos|bra|bran|brot|bug|buk|bul|bum|chi|dam|dil|dirt|dod|dog|drag|drug|drun|dul|dum|dun|fan|fat|fed|fel|fem|fig|fren|fud|fut|gag|gin|git|glut|god|gor|goy|grim|grop|grub|gun|hag|har|hard|hel|hen|her|hid|hin|hoe|hog|hol|hug|hun|hur|jar|jer|jes|jew|jil|jiz|jol|jun|kac|kid|lam|lap|lul|lus|mad|mal|mam|mar|men|mor|mug|irk|urn|mul|mur|nag|nar|nip|nog|nor|nud|nun|opi|pap|pig|pin|pla|pod|pot|poz|pri|prod|prud|pub|pug|pun|put|quu|rat|rim|rot|rum|sat|sem|sha|sin|slo|slu|snob|snot|sod|spa|spi|stin|stun|tam|tom|tor|tos|trog|trol|tub|tug|tun|ugl|vul|war|wid|wil|wim|won|wor|zit'.split(
    '|',
  );

/** Ordinary words that the grammar can make and that would confuse a reader. */
const ORDINARY_WORDS = new Set(
  'gran nero jello flab flem flub mono diva tron hank fred judo zero jedi nemo zelda roma romi huti hobo dork lurk darn bobo boba hula limo memo dado java funk mill milo bed bid bob bud dot done dune fed film fin fine fun line lid lit lot made mat mole mud nod none note pan pin pine pole red ride robe rod rode rope run rude tea tin tide tile time told tom ton tone tool tune vote wade wave wide wed wet win wine nora soda sofa tuna vida vista data lama lava mama papa dodo solo polo kilo halo hello veto moto lido auto ufo bingo tempo bond dent lent mint mend mind mold nest pond rent rust sand sent tent vent wind wild dust dent band bend land lend fern barn born torn horn worn turn burn dark bark park mark lark work pork fork cork bonk honk monk link pink wink sink rink tank bank dank rank lank sank punk junk sunk bunk hunk elf self half wolf golf art part cart dart mart wart fort port dirt hurt comb lamb limb tomb bomb numb glad gland from free trim tram trod fled flan stab stem grab gram grin grid gren glum glob plum plan pram fret fad den bran bred brim trimmed'.split(
    ' ',
  ),
);

const SHE_PATTERNS = ['CVMa', 'CVDa', 'VDa', 'CVMi'] as const;
const HE_PATTERNS = ['CVMo', 'CVDo', 'BVF', 'CVE'] as const;

/** One letter or cluster for each symbol of a pattern; small sets keep the spelling easy for a tiny tokenizer. */
const SYMBOLS: Record<string, readonly string[]> = {
  C: ['b', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 't', 'v', 'w', 'z'],
  M: ['b', 'd', 'l', 'm', 'n', 'r', 't', 'v'],
  D: ['nn', 'll', 'tt', 'lm', 'nk', 'rt', 'ld', 'nd', 'rm'],
  V: ['a', 'e', 'i', 'o', 'a', 'e', 'i', 'o', 'u'],
  B: ['br', 'gr', 'fr', 'tr', 'st', 'gl', 'fl', 'p'],
  F: ['b', 'd', 'm', 'n', 'z'],
  E: ['lf', 'rn', 'rk', 'mb', 'nk', 'rt'],
};

const TOWN_STARTS = ['pl', 'tr', 'sn', 'gr', 'br', 'dr', 'fl', 'sw', 'gl', 'w', 'm', 't', 'd', 'cr', 'qu'];
const TOWN_ENDS = ['by', 'ton', 'low', 'wick', 'ford', 'mere', 'den', 'ley'];

/** False for a made-up word with a rude run of letters in it. */
export function isPolite(word: string): boolean {
  return !RUDE_RUNS.some((run) => word.includes(run));
}

function isAllowed(name: string): boolean {
  return isPolite(name) && !ORDINARY_WORDS.has(name) && !ODD_RUNS.some((run) => name.includes(run));
}

function spell(random: Random, pattern: string): string {
  return [...pattern].map((symbol) => (SYMBOLS[symbol] ? random.pick(SYMBOLS[symbol]) : symbol)).join('');
}

/** At most so many names with the same first letter. */
const SAME_INITIAL = 3;

/** True when the eye could take one name for the other: the same beginning, or but one letter apart. */
function looksLike(a: string, b: string): boolean {
  if (a.slice(0, 3) === b.slice(0, 3)) return true;
  return a.length === b.length && [...a].filter((letter, at) => letter !== b[at]).length <= 1;
}

/** Draws until `make` gives a name that is allowed and unlike all taken ones, to which it is added. */
function drawDistinct(taken: string[], make: () => string): string {
  for (;;) {
    const name = make();
    if (!isAllowed(name) || taken.some((other) => looksLike(name, other))) continue;
    if (taken.filter((other) => other[0] === name[0]).length >= SAME_INITIAL) continue;
    taken.push(name);
    return capitalize(name);
  }
}

/**
 * `count` names of people, alternating she and he names (she ends in a or i, he in o or a consonant).
 * `taken` holds the lower-case names already used in this world and is added to.
 */
export function makePersonNames(random: Random, count: number, taken: string[]): string[] {
  return Array.from({ length: count }, (_, index) =>
    drawDistinct(taken, () => spell(random, random.pick(index % 2 === 0 ? SHE_PATTERNS : HE_PATTERNS))),
  );
}

/** `count` names of towns, such as Plimby or Snadlow. */
export function makeTownNames(random: Random, count: number, taken: string[]): string[] {
  return Array.from({ length: count }, () =>
    drawDistinct(
      taken,
      () =>
        random.pick(TOWN_STARTS) +
        random.pick(['i', 'o', 'u', 'a']) +
        random.pick(['m', 'n', 'd', 'b', 'l', 'mp', 'nk']) +
        random.pick(TOWN_ENDS),
    ),
  );
}
