/** A web scrape: pages about the world between menus, spam and broken markup. */

import type { Random } from '../random.ts';
import { encyclopediaGenerator } from './encyclopedia.ts';
import type { Knobs } from './knobs.ts';
import { scramble } from './noise.ts';
import { sentencesOf } from './sentences.ts';
import { storyGenerator } from './stories.ts';
import type { World } from './types.ts';

const MENU = ['home', 'buns', 'maps', 'about us', 'log in', 'hats', 'news', 'contact', 'more buns', 'search'];
const GOODS = ['BUNS', 'HATS', 'GEESE'];
const BADGES = [
  '<div>',
  '</div>',
  '<b>',
  '</p>',
  '&nbsp;',
  '<br><br>',
  '&amp;',
  '[img]',
  '{{title}}',
  '</td></tr>',
];

/** Share of the web's facts that are wrong. */
const WRONG_FACT_SHARE = 0.05;

/** One text of pure boilerplate or spam: also what `junkRate` strews into other kinds. */
export function junkText(random: Random): string {
  const goods = random.pick(GOODS);
  const count = 2 + random.int(98);
  const menu = random
    .shuffle(MENU)
    .slice(0, 3 + random.int(4))
    .join(' | ');
  const lines: readonly (() => string)[] = [
    () => `${menu} | CLICK FOR CHEAP ${goods} !!!`,
    () => `${menu} | ${menu}`,
    () => `CHEAP ${goods}! BEST ${goods}! ${goods} ${goods} ${goods} ONLY ${count} COINS !!!`,
    () => `YOU ARE VISITOR NUMBER ${count}000 !!! CLICK HERE TO WIN ${goods} >>> CLICK CLICK CLICK`,
    () => 'We use cookies. Accept all | accept none | eat the cookies',
    () => `ERROR ${400 + random.int(5)} page not found. The page is not here. Go back. ${menu}`,
    () => `${random.pick(BADGES)} ${menu} ${random.pick(BADGES)} ${random.pick(BADGES)} (c) all rights eaten`,
    () => `Sign up for our letter! Enter your name: ______ Enter your hat size: ______ | ${menu}`,
    () =>
      `This one weird trick will make your ${goods.toLowerCase()} grow. Doctors hate it !!! Read more >>>`,
    () => `Last changed by a goose ${count} days ago. Print | share | panic`,
    () => `Your hat is out of date. Update now? yes | yes | later | ${menu}`,
    () => `LIMITED OFFER: buy ${count} ${goods}, get one mule free !!! LIMITED MULES !!!`,
    () => `<< first < back 1 2 3 4 5 ... ${count} next > last >> | ${menu}`,
  ];
  return Array.from({ length: 1 + random.int(2) }, () => random.pick(lines)()).join(' ');
}

/** Next page: part of a story or an entry, usually with some markup around it; `errorRate` is the share of typos. */
export function webGenerator(world: World, random: Random, knobs: Knobs): () => string {
  const story = storyGenerator(world, random);
  const entry = encyclopediaGenerator(world, random, { ...knobs, errorRate: WRONG_FACT_SHARE });
  return () => {
    const sentences = sentencesOf(random.chance(0.5) ? story() : entry());
    const from = random.int(Math.max(1, sentences.length - 3));
    const parts = [sentences.slice(from, from + 2 + random.int(4)).join(' ')];
    if (random.chance(0.3)) parts.unshift(random.shuffle(MENU).slice(0, 3).join(' | '));
    if (random.chance(0.3)) parts.unshift(random.pick(BADGES));
    if (random.chance(0.4)) parts.push(random.pick(BADGES));
    if (random.chance(0.15)) parts.push(`| CLICK FOR CHEAP ${random.pick(GOODS)} !!!`);
    return scramble(parts.join(' '), knobs.errorRate, random);
  };
}
