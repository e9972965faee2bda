/** What a match must show of products can fail, each for its own reason. */

import { expect, it } from 'vitest';
import {
  DEFAULT_DEPLOY_PLAN,
  productOf,
  type Product,
  type Tried,
} from '../../shared/game/stages/deploy/state.ts';
import { deployFailures } from './deploy-criteria.ts';
import type { DeployReport } from './deploy-report.ts';

type Lab = Pick<DeployReport, 'plan' | 'stale' | 'tried'>;

const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);

function tried(part: Partial<Product>, shares: Partial<Tried>): Tried {
  return {
    product: { ...PLAIN, ...part },
    trueShare: 0.5,
    freshShare: 0.2,
    wrongShare: 0.5,
    blockedShare: 0,
    ...shares,
  } as Tried;
}

function lab(plan: Partial<DeployReport['plan']>, stale: number, ...products: Tried[]): Lab {
  return {
    plan: { ...DEFAULT_DEPLOY_PLAN, shelf: 'paper', ...plan },
    stale,
    tried: products,
  };
}

it('is content where the paper helps, gossip harms, a strict filter refuses more, two bits break it, and a cache is behind', () => {
  const keeper = lab(
    { cache: true },
    3,
    tried({}, {}),
    tried({ shelf: 'paper' }, { freshShare: 0.4 }),
    tried({ shelf: 'gossip' }, { trueShare: 0.1 }),
    tried({ filter: 'fair' }, { blockedShare: 0.1 }),
    tried({ filter: 'strict' }, { blockedShare: 0.3 }),
    tried({ format: 'int8' }, {}),
    tried({ format: 'int2' }, { trueShare: 0 }),
    tried({ sureness: 'fair' }, { wrongShare: 0.1 }),
    tried({ mark: 'strong' }, { trueShare: 0.1 }),
  );
  expect(deployFailures([keeper, lab({}, 0)])).toEqual([]);
});

it('says what is missing', () => {
  const unread = lab({}, 0, tried({}, {}), tried({ shelf: 'paper' }, { freshShare: 0.1 }));
  expect(deployFailures([unread])).toEqual([
    'true answers after news, by heart and with the paper: 20 % and 10 %',
  ]);
  const silent = lab({}, 0, tried({}, {}), tried({ sureness: 'fair' }, {}));
  expect(deployFailures([silent])).toEqual([
    'wrong answers of all, and of those that the model is fairly sure of: 50 % and 50 %',
  ]);
  const robust = lab({}, 0, tried({ format: 'int8' }, {}), tried({ format: 'int2' }, {}));
  expect(deployFailures([robust])).toEqual(['true answers in 8 bits and in 2: 50 % and 50 %']);
  expect(deployFailures([lab({ cache: true }, 0), lab({}, 2)])).toEqual([
    'no cache served old news',
    'labs that keep no answers served old news 2 times',
  ]);
});

it('compares only what one model said with two products that differ in one thing, over all labs', () => {
  const better = tried({ shelf: 'paper' }, { freshShare: 0.5 });
  const worse = tried({ shelf: 'paper' }, { freshShare: 0.1 });
  expect(deployFailures([lab({}, 0, tried({}, {}), better), lab({}, 0, tried({}, {}), worse)])).toEqual([]);
  expect(deployFailures([lab({}, 0, tried({}, {})), lab({}, 0, worse)])).toEqual([]);
  expect(deployFailures([lab({}, 0, tried({ temperature: 1.2 }, {}), worse)])).toEqual([]);
});

it('wants a router that keeps the truth, tools that help, and a check that holds', () => {
  const none = { rightShare: 0, ownShare: 0, malformedShare: 0, misuseShare: 0 };
  const products = (routed: number, byCopy: number, right: number, misused: number): Tried[] => [
    tried({}, { tools: none }),
    tried({ model: 'router' }, { trueShare: routed, pupilShare: byCopy }),
    tried({ tools: 'safe' }, { tools: { ...none, rightShare: right } }),
    tried({ tools: 'checked' }, { tools: { ...none, misuseShare: misused } }),
  ];
  expect(deployFailures([lab({}, 0, ...products(0.45, 0.6, 1, 0))])).toEqual([]);
  expect(deployFailures([lab({}, 0, ...products(0.3, 0, 0, 0.5))])).toEqual([
    'true answers of the own model and of a router: 50 % and 30 %',
    'no router left anything to the small copy',
    'tools answered no more of what they are for',
    'a checked register told a stranger a key',
  ]);
});
