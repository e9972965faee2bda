/** What a match must show of products and of a town's day: each comparison on the same models, over all labs that tried both. */

import type { Product, Tried } from '../../shared/game/stages/deploy/state.ts';
import type { DeployReport } from './deploy-report.ts';

type Lab = Pick<DeployReport, 'plan' | 'stale' | 'tried'>;

type Share = 'trueShare' | 'freshShare' | 'wrongShare' | 'blockedShare' | 'followShare';

interface Contrast {
  share: Share;
  /** What both products have, beyond what no other part of the two differs in. */
  one: Partial<Product>;
  other: Partial<Product>;
  /** Whether the share must be higher with the other product. */
  rises: boolean;
  words: string;
}

const CONTRASTS: readonly Contrast[] = [
  {
    share: 'freshShare',
    one: { shelf: 'none' },
    other: { shelf: 'paper' },
    rises: true,
    words: 'true answers after news, by heart and with the paper',
  },
  {
    share: 'trueShare',
    one: { shelf: 'paper' },
    other: { shelf: 'gossip' },
    rises: false,
    words: 'true answers with the paper and with gossip',
  },
  {
    share: 'blockedShare',
    one: { filter: 'fair' },
    other: { filter: 'strict' },
    rises: true,
    words: 'harmless questions refused by a fair and by a strict filter',
  },
  {
    share: 'trueShare',
    one: { format: 'int8' },
    other: { format: 'int2' },
    rises: false,
    words: 'true answers in 8 bits and in 2',
  },
  {
    share: 'wrongShare',
    one: { sureness: 'any' },
    other: { sureness: 'fair' },
    rises: false,
    words: 'wrong answers of all, and of those that the model is fairly sure of',
  },
  {
    share: 'trueShare',
    one: { mark: 'off' },
    other: { mark: 'strong' },
    rises: false,
    words: 'true answers without a mark and with a strong one',
  },
  {
    share: 'followShare',
    one: { memory: 'none' },
    other: { memory: 'window' },
    rises: true,
    words: 'true answers about whom was named before, alone and with the last turns',
  },
];

/** A router may lose so much of what the lab's own model answers truly. */
const MOST_ROUTED_AWAY = 0.1;

const percent = (value: number): string => `${Math.round(100 * value)} %`;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each product that a lab tried beside the one that differs from it in this alone. */
function pairsOf(tried: readonly Tried[], { one, other }: Pick<Contrast, 'one' | 'other'>): [Tried, Tried][] {
  const isLike = (product: Product, wanted: Product): boolean =>
    JSON.stringify({ ...product, ...wanted }) === JSON.stringify(product);
  return tried.flatMap((before) => {
    if (!isLike(before.product, { ...before.product, ...one })) return [];
    const wanted = { ...before.product, ...other };
    const after = tried.find(({ product }) => isLike(product, wanted));
    return after ? [[before, after] as [Tried, Tried]] : [];
  });
}

function contrastFailures(labs: readonly Lab[], contrast: Contrast): string[] {
  const pairs = labs.flatMap(({ tried }) => pairsOf(tried, contrast));
  if (pairs.length === 0) return [];
  const before = mean(pairs.map(([one]) => one[contrast.share]));
  const after = mean(pairs.map(([, other]) => other[contrast.share]));
  const holds = contrast.rises ? after > before : after < before;
  return holds ? [] : [`${contrast.words}: ${percent(before)} and ${percent(after)}`];
}

/** Of the labs whose models read the paper, those that keep answers serve some of yesterday's news, and the others none. */
function cacheFailures(labs: readonly Lab[]): string[] {
  const readers = labs.filter(({ plan }) => plan.shelf === 'paper');
  const keepers = readers.filter(({ plan }) => plan.cache);
  const staleOf = (some: readonly Lab[]): number => some.reduce((sum, { stale }) => sum + stale, 0);
  const others = staleOf(readers) - staleOf(keepers);
  return [
    ...(keepers.length > 0 && staleOf(keepers) === 0 ? ['no cache served old news'] : []),
    ...(others > 0 ? [`labs that keep no answers served old news ${others} times`] : []),
  ];
}

/** A router keeps what the own model knows, and asks the small copy alone for some of it. */
function routerFailures(labs: readonly Lab[]): string[] {
  const pairs = labs.flatMap(({ tried }) =>
    pairsOf(tried, { one: { model: 'own' }, other: { model: 'router' } }),
  );
  if (pairs.length === 0) return [];
  const own = mean(pairs.map(([one]) => one.trueShare));
  const routed = mean(pairs.map(([, other]) => other.trueShare));
  const byCopy = mean(pairs.map(([, other]) => other.pupilShare ?? 0));
  return [
    ...(routed < own - MOST_ROUTED_AWAY
      ? [`true answers of the own model and of a router: ${percent(own)} and ${percent(routed)}`]
      : []),
    ...(byCopy === 0 ? ['no router left anything to the small copy'] : []),
  ];
}

/** A model that learned to call tools answers more of what they are for, and an outside check tells no stranger a key. */
function toolFailures(labs: readonly Lab[]): string[] {
  const withTools = (tools: Product['tools']) =>
    labs.flatMap(({ tried }) => pairsOf(tried, { one: { tools: 'none' }, other: { tools } }));
  const isHelped = ([one, other]: [Tried, Tried]): boolean => other.tools.rightShare > one.tools.rightShare;
  return [
    ...(withTools('safe').every(isHelped) ? [] : ['tools answered no more of what they are for']),
    ...(withTools('checked').every(([, other]) => other.tools.misuseShare === 0)
      ? []
      : ['a checked register told a stranger a key']),
  ];
}

/** What the labs' products and their day fail to show; one lab asks too few questions to tell. */
export function deployFailures(labs: readonly Lab[]): string[] {
  return [
    ...CONTRASTS.flatMap((contrast) => contrastFailures(labs, contrast)),
    ...routerFailures(labs),
    ...toolFailures(labs),
    ...cacheFailures(labs),
  ];
}
