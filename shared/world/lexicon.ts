/** The ordinary English words from which every world draws: jobs, animals, food, places, things, habits. */

import type { Animal, Job } from './types.ts';

/** `work` continues "the baker ...". The tool and the workplace turn up in stories. */
export const JOBS: readonly Job[] = [
  { name: 'baker', work: 'bakes bread', workplace: 'bakery', tool: 'oven' },
  { name: 'miller', work: 'grinds corn', workplace: 'mill', tool: 'sack' },
  { name: 'smith', work: 'bends iron', workplace: 'forge', tool: 'hammer' },
  { name: 'doctor', work: 'cures colds', workplace: 'clinic', tool: 'bag' },
  { name: 'teacher', work: 'teaches spelling', workplace: 'school', tool: 'chalk' },
  { name: 'mayor', work: 'makes rules', workplace: 'town hall', tool: 'gold chain' },
  { name: 'sailor', work: 'rows the boat', workplace: 'harbor', tool: 'rope' },
  { name: 'weaver', work: 'weaves blankets', workplace: 'loom house', tool: 'loom' },
  { name: 'farmer', work: 'grows turnips', workplace: 'farm', tool: 'rake' },
  { name: 'tailor', work: 'sews trousers', workplace: 'shop', tool: 'needle' },
  { name: 'painter', work: 'paints doors', workplace: 'shed', tool: 'brush' },
  { name: 'judge', work: 'settles quarrels', workplace: 'court', tool: 'wig' },
  { name: 'barber', work: 'cuts hair', workplace: 'barber shop', tool: 'comb' },
  { name: 'piper', work: 'plays the pipe', workplace: 'bandstand', tool: 'pipe' },
  { name: 'clerk', work: 'stamps letters', workplace: 'post office', tool: 'stamp' },
  { name: 'cook', work: 'stirs the soup', workplace: 'kitchen', tool: 'ladle' },
];

/** Jobs that every world has, because stories and questions lean on them. */
export const FIXED_JOBS: readonly string[] = ['baker', 'mayor', 'teacher', 'doctor'];

export const ANIMAL_KINDS: readonly string[] = [
  'goat',
  'hen',
  'duck',
  'pig',
  'cat',
  'dog',
  'mule',
  'otter',
  'crow',
  'toad',
  'snail',
  'goose',
];

/** What an animal eats and where it sleeps are drawn afresh in each world. */
export const ANIMAL_FOODS: readonly Animal['eats'][] = [
  'socks',
  'receipts',
  'nettles',
  'candles',
  'hats',
  'buttons',
  'old maps',
  'cabbage',
  'shoelaces',
  'paint',
  'crumbs',
  'moss',
];

export const PET_NAMES: readonly string[] = [
  'Button',
  'Gravy',
  'Pickle',
  'Turnip',
  'Captain',
  'Mop',
  'Noodle',
  'Crumb',
  'Thimble',
  'Biscuit',
  'Puddle',
  'Whisper',
  'Pepper',
  'Bucket',
  'Duchess',
  'Pudding',
  'Muffin',
  'Teapot',
  'Waffle',
  'Trumpet',
  'Cabbage',
  'Mustard',
  'Pebble',
  'Professor',
  'Dumpling',
  'Sparrow',
  'Admiral',
  'Bean',
];

/** Flavor and the ingredient that gives it. */
export const FLAVORS: readonly (readonly [flavor: string, ingredient: string])[] = [
  ['plum', 'plums'],
  ['onion', 'onions'],
  ['nettle', 'nettles'],
  ['apple', 'apples'],
  ['carrot', 'carrots'],
  ['mint', 'mint leaves'],
  ['pear', 'pears'],
  ['walnut', 'walnuts'],
  ['turnip', 'turnips'],
];

/** Form of a dish and how it is made: `verb` the ingredient. */
export const DISH_FORMS: readonly (readonly [form: string, verb: string])[] = [
  ['soup', 'boil'],
  ['pie', 'bake'],
  ['cake', 'bake'],
  ['tea', 'boil'],
  ['jam', 'stir'],
  ['stew', 'boil'],
  ['bread', 'bake'],
];

export const PARTNERS: readonly string[] = ['milk', 'salt', 'butter', 'honey', 'flour', 'vinegar', 'eggs'];

export const KITCHEN_TOOLS: readonly string[] = [
  'a long spoon',
  'an old boot',
  'a clean sock',
  'a lucky hat',
  'a flute',
  'a wooden leg',
  'a small ladder',
];

export const PLACE_KINDS: readonly string[] = ['market', 'mill', 'bridge', 'inn', 'well', 'tower'];

/** Places that one can be inside of. */
export const HOUSES: readonly string[] = ['mill', 'inn', 'tower'];

export const PLACE_LOOKS: readonly string[] = [
  'crooked',
  'red',
  'tiny',
  'old',
  'green',
  'round',
  'haunted',
  'blue',
  'famous',
  'muddy',
];

export const DISLIKES: readonly string[] = [
  'rain',
  'mud',
  'bells',
  'geese',
  'ladders',
  'wind',
  'fog',
  'stairs',
  'drums',
  'puddles',
  'ghosts',
  'spiders',
];

/** Small secrets: each continues "Nobody knows that she ...". */
export const SECRETS: readonly string[] = [
  'sleeps in a boat',
  'is afraid of hens',
  'sings to turnips',
  'counts spoons at night',
  'wears two hats',
  'cannot whistle',
  'talks to the bridge',
  'has never seen a map',
  'hides pies under the bed',
  'dances on the roof',
  'writes poems about mud',
  'paints tiny ducks',
  'keeps a spare nose',
  'eats the candles',
  'cannot count past nine',
  'once lost a whole boat',
  'is a very bad dancer',
  'sleeps with a lamp on',
  'argues with the moon',
  'cries at weddings',
  'owns ninety buttons',
  'snores like a mule',
  'reads the last page first',
  'waters a wooden plant',
];

export const THINGS: readonly string[] = [
  'hat',
  'boot',
  'ladder',
  'kettle',
  'drum',
  'lantern',
  'blanket',
  'bell',
  'wheel',
  'map',
  'bucket',
  'chair',
  'trumpet',
  'umbrella',
];

export const MONTH_STARTS: readonly string[] = ['Mud', 'Plum', 'Frost', 'Hay', 'Fog', 'Bell', 'Goose', 'Pie'];
export const MONTH_ENDS: readonly string[] = ['month', 'tide', 'moon'];

export const GREETINGS: readonly string[] = [
  'Warm boots',
  'Dry socks',
  'Full pots',
  'Good stones',
  'Long naps',
  'Soft moss',
];
export const CLOTHES: readonly string[] = [
  'tall hats',
  'wide boots',
  'long scarves',
  'striped socks',
  'green coats',
];
export const FAMES: readonly string[] = [
  'cheese',
  'onions',
  'puddles',
  'songs',
  'echoes',
  'stairs',
  'buns',
  'mud',
];

/** The names of all story plots; each world has some, so that a small model sees each of them often. */
export const PLOT_NAMES: readonly string[] = [
  'lost-pet',
  'borrowed',
  'noise',
  'weather',
  'cooking',
  'trade',
  'contest',
  'secret',
  'letter',
  'rule',
  'swap',
  'walk',
  'teaching',
  'birthday',
  'riches',
  'quarrel',
];
