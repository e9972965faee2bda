/** Invented names from a syllable grammar: short, distinct, easy to read aloud, and never a rude or an ordinary word. */

import type { Random } from '../random.ts';

/** Letter runs that no name may contain: rude or hurtful in English, also across a syllable border. */
const FORBIDDEN_RUNS =
  'tit|cum|nig|neg|coc|cok|kok|dic|dik|fuc|fuk|cun|kun|sex|ass|anu|anal|pus|poo|pee|pis|piz|rap|naz|shit|wan|tard|gay|jap|jew|muf|nud|slut|hor|hoe|puk|pak|kik|kak|kac|goy|coon|homo|lez|les|dyk|vag|pen|fan|bum|bra|kil|ded|rim|sem|dam|hel|god|jes|alla|mong|spa|tur|far|sha|bol|nob|pri|tos|twa|ming|ped|por|lus|wog|gyp|dag|chi|spi|hit|tam|bin|gor|mor|fat|ugl|lam|fem|men|gin|rum|opi|lus|nip|bos|buk|dum|mad|pug|hag|rot|bat|pot|sat|sin|gag|lap|tub|tug|tor|bal|nut|sod|bag|git|kid|bol|fut|drun|quu|stin|stun|mam|pap|dirt|vul|dul|bul|hun|dun|lul|rat|fud|mul|pub|pun|ber|bam|bir|nun|tun|fed|fan|fel|ari|bor|bin|pin|dil|dod|bid|bon|jol|jiz|jun|zit|poz|pod|prud|prod|pla|hid|har|her|hur|wim|wor|won|wil|wid|jer|jar|jil|hard|hur|nar|tom|mur|nor|mar|bran|fren|bin|hol|hor|hin|mal|put|bit|snot|snob|slo|trol|trog|glut|drag|drug|grop|grub|grim|slu|brot|gun|war|fag|fig|nag|nog|mug|bug|hug|dog|hog|pig|hen'.split(
    '|',
  );

/** Ordinary words that the grammar can make and that would confuse a reader. */
const ORDINARY_WORDS = new Set(
  'mill milo bed bid bob bud dot done dune fed film fin fine fun line lid lit lot made mat mole mud nod none note pan pin pine pole red ride robe rod rode rope run rude tea tin tide tile time told tom ton tone tool tune vote wade wave wide wed wet win wine nora soda sofa tuna vida vista data lama lava mama papa dodo solo polo kilo halo hello veto moto lido auto ufo bingo tempo bond dent lent mint mend mind mold nest pond rent rust sand sent tent vent wind wild dust dent band bend land lend fern barn born torn horn worn turn burn dark bark park mark lark work pork fork cork bonk honk monk link pink wink sink rink tank bank dank rank lank sank punk junk sunk bunk hunk elf self half wolf golf art part cart dart mart wart fort port dirt hurt comb lamb limb tomb bomb numb glad gland from free trim tram trod fled flan stab stem grab gram grin grid gren glum glob plum plan pram fret fad den bran bred brim trimmed'.split(
    ' ',
  ),
);

const SHE_PATTERNS = ['CVMa', 'CVDa', 'VDa', 'CVMi'] as const;
const HE_PATTERNS = ['CVMo', 'CVDo', 'BVF', 'CVE'] as const;

/** One letter or cluster for each symbol of a pattern; small sets keep the spelling easy for a tiny tokenizer. */
const SYMBOLS: Record<string, readonly string[]> = {
  C: ['b', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 't', 'v', 'w', 'z'],
  M: ['b', 'd', 'l', 'm', 'n', 'r', 't', 'v'],
  D: ['nn', 'll', 'tt', 'lm', 'nk', 'rt', 'ld', 'nd', 'rm', 'lv'],
  V: ['a', 'e', 'i', 'o', 'a', 'e', 'i', 'o', 'u'],
  B: ['br', 'gr', 'fr', 'tr', 'st', 'gl', 'fl', 'p'],
  F: ['b', 'd', 'm', 'n', 'z'],
  E: ['lf', 'rn', 'rk', 'mb', 'nk', 'rt'],
};

const TOWN_STARTS = ['pl', 'tr', 'sn', 'gr', 'br', 'dr', 'fl', 'sw', 'gl', 'w', 'm', 't', 'd', 'cr', 'qu'];
const TOWN_ENDS = ['by', 'ton', 'low', 'wick', 'ford', 'mere', 'den', 'ley'];

function isAllowed(name: string): boolean {
  return !ORDINARY_WORDS.has(name) && !FORBIDDEN_RUNS.some((run) => name.includes(run));
}

function capitalize(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}

function spell(random: Random, pattern: string): string {
  return [...pattern].map((symbol) => (SYMBOLS[symbol] ? random.pick(SYMBOLS[symbol]) : symbol)).join('');
}

/** Draws until `make` gives a name whose first three letters are new, so that no two names look alike. */
function drawDistinct(taken: Set<string>, make: () => string): string {
  for (;;) {
    const name = make();
    const look = name.slice(0, 3);
    if (!isAllowed(name) || taken.has(look)) continue;
    taken.add(look);
    return capitalize(name);
  }
}

/**
 * `count` names of people, alternating she and he names (she ends in a or i, he in o or a consonant).
 * `taken` holds the first three letters already used in this world and is added to.
 */
export function makePersonNames(random: Random, count: number, taken: Set<string>): string[] {
  return Array.from({ length: count }, (_, index) =>
    drawDistinct(taken, () => spell(random, random.pick(index % 2 === 0 ? SHE_PATTERNS : HE_PATTERNS))),
  );
}

/** `count` names of towns, such as Plimby or Snadlow. */
export function makeTownNames(random: Random, count: number, taken: Set<string>): string[] {
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
