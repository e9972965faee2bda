import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { arrivalTimes, exponential } from './arrivals.ts';
import { figuresOf } from './figures.ts';
import { simulateServing, type Arrival, type Plant } from './simulate.ts';
import { batchMillis, fitPhase } from './speed.ts';

/** A millisecond for each token of an answer, one request at a time, and nobody ever gives up. */
const PLAIN: Plant = {
  speed: { prefill: { stepMs: 0, tokenMs: 0 }, decode: { stepMs: 0, tokenMs: 1 } },
  replicas: { least: 1, most: 1, bootMs: 0 },
  batch: 1,
  balancing: 'shared',
  queueLimit: Infinity,
  cache: null,
};
const replicas = (count: number): Plant['replicas'] => ({ least: count, most: count, bootMs: 0 });

const request = (atMs: number, rest: Partial<Arrival> = {}): Arrival => ({
  atMs,
  promptTokens: 0,
  answerTokens: 10,
  patienceMs: Infinity,
  key: `${atMs}`,
  ...rest,
});

function meanWait(plant: Plant, perMs: number, answerTokens: () => number): number {
  const random = createRandom(3);
  const arrivals = arrivalTimes(random, perMs, 400_000 / perMs).map((atMs) =>
    request(atMs, { answerTokens: answerTokens(), key: '' }),
  );
  const { served } = simulateServing(arrivals, plant);
  return served.reduce((sum, { waitMs }) => sum + waitMs, 0) / served.length;
}

/** Mean wait in M/M/c (Erlang, 1917): `load` is arrivals times service time. */
function erlangWait(servers: number, load: number, serviceMs: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  const waits = blocked / (1 - (load / servers) * (1 - blocked));
  return (waits * serviceMs) / (servers - load);
}

/**
 * Mean wait where every so many-th request gets into the same queue, E/M/1: `share` of those who come find somebody there, the
 * root of share = (arrivals / (arrivals + (1 - share) / serviceMs)) ^ servers in between 0 and 1 (Kleinrock, 1975).
 */
function turnsWait(servers: number, load: number, serviceMs: number): number {
  const arrivals = (servers * load) / serviceMs;
  let share = 0;
  for (let step = 0; step < 1000; step++)
    share = (arrivals / (arrivals + (1 - share) / serviceMs)) ** servers;
  return (share * serviceMs) / (1 - share);
}

describe('the simulated queue', () => {
  it.each([
    [1, 0.6],
    [3, 2],
    [8, 6],
  ])('waits as long as M/M/c says, to 2 in a hundred: %i servers, %f of them busy', (servers, load) => {
    const random = createRandom(1);
    const measured = meanWait({ ...PLAIN, replicas: replicas(servers) }, load / 10, () =>
      exponential(random, 1 / 10),
    );
    expect(Math.abs(measured / erlangWait(servers, load, 10) - 1)).toBeLessThan(0.02);
  });

  it.each([
    [2, 0.6],
    [3, 0.7],
    [4, 0.5],
  ])(
    'waits with queues in turn as long as E/M/1 says, to 2 in a hundred: %i servers, load %f',
    (servers, load) => {
      const random = createRandom(1);
      const plant: Plant = { ...PLAIN, replicas: replicas(servers), balancing: 'turns' };
      const measured = meanWait(plant, (servers * load) / 10, () => exponential(random, 1 / 10));
      expect(Math.abs(measured / turnsWait(servers, load, 10) - 1)).toBeLessThan(0.02);
    },
  );

  it('waits longer in the shortest of some queues than in one for all, and longer still in turn', () => {
    const [shared, shortest, turns] = (['shared', 'shortest', 'turns'] as const).map((balancing) => {
      const random = createRandom(1);
      const plant: Plant = { ...PLAIN, replicas: replicas(3), balancing };
      return meanWait(plant, 2.4 / 10, () => exponential(random, 1 / 10));
    });
    expect(shortest).toBeGreaterThan(1.1 * shared);
    expect(turns).toBeGreaterThan(1.1 * shortest);
  });

  it.each([0.3, 0.6, 0.8])('waits as long as M/D/1 says, to 2 in a hundred: load %f', (load) => {
    const measured = meanWait(PLAIN, load / 10, () => 10);
    const expected = (10 * load) / (2 * (1 - load));
    expect(Math.abs(measured / expected - 1)).toBeLessThan(0.02);
  });

  it('gives the same for the same arrivals', () => {
    const arrivals = arrivalTimes(createRandom(5), 0.2, 1000).map((atMs) => request(atMs));
    const plant = { ...PLAIN, batch: 4 };
    expect(simulateServing(arrivals, plant)).toEqual(simulateServing(arrivals, plant));
  });

  it('takes at most 100 ms for 10,000 requests', () => {
    const arrivals = arrivalTimes(createRandom(5), 1, 10_000).map((atMs) => request(atMs));
    const plant: Plant = { ...PLAIN, batch: 16, replicas: { least: 2, most: 12, bootMs: 50 } };
    /* The best of some: what else the machine does is not to be measured. */
    const millis = Array.from({ length: 5 }, () => {
      const began = performance.now();
      simulateServing(arrivals, plant);
      return performance.now() - began;
    });
    expect(arrivals.length).toBeGreaterThan(9_000);
    expect(Math.min(...millis)).toBeLessThan(100);
  });
});

describe('a plant', () => {
  it('answers several requests in one batch, as fast as its longest answer lets it', () => {
    const speed = { prefill: { stepMs: 1, tokenMs: 0 }, decode: { stepMs: 2, tokenMs: 0.5 } };
    const arrivals = [
      request(0, { promptTokens: 3, answerTokens: 4 }),
      request(1, { promptTokens: 5, answerTokens: 2 }),
      request(2, { promptTokens: 2, answerTokens: 6 }),
    ];
    const { served, busyMs } = simulateServing(arrivals, { ...PLAIN, speed, batch: 8 });
    expect(served.map(({ batch }) => batch)).toEqual([1, 2, 2]);
    /* The first is alone with 3 + 4 x 2.5 ms; the others share 5 steps of reading and 6 of writing. */
    expect(served[0]).toMatchObject({ waitMs: 0, prefillMs: 3, decodeMs: 10 });
    expect(served[1]).toMatchObject({ waitMs: 12, prefillMs: 5, decodeMs: 6 * 2 + 8 * 0.5 });
    expect(busyMs).toBe(13 + 21);
  });

  it('answers what it has answered before from its cache, at once', () => {
    const arrivals = [request(0, { key: 'who' }), request(20, { key: 'who' }), request(21, { key: 'where' })];
    const kept = simulateServing(arrivals, { ...PLAIN, cache: new Set(['where']) });
    expect(kept.served.map(({ outcome }) => outcome)).toEqual(['answered', 'cached', 'cached']);
    expect(kept.tokens).toBe(10);
    const none = simulateServing(arrivals, PLAIN);
    expect(none.served.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'answered']);
  });

  it('loses whoever has waited too long, and turns away whoever finds a full queue', () => {
    const hurried = { patienceMs: 5 };
    const arrivals = [request(0), request(1, hurried), request(2), request(3)];
    const { served } = simulateServing(arrivals, { ...PLAIN, queueLimit: 2 });
    expect(served.map(({ outcome }) => outcome)).toEqual(['answered', 'gave-up', 'answered', 'turned-away']);
    expect(served[1].waitMs).toBe(5);
  });

  it('starts replicas when the queue is long, pays for them while they boot, and stops them after', () => {
    const arrivals = Array.from({ length: 12 }, (_, at) => request(at));
    const scaled = simulateServing(arrivals, { ...PLAIN, replicas: { least: 1, most: 3, bootMs: 20 } });
    const alone = simulateServing(arrivals, PLAIN);
    expect(scaled.mostReplicas).toBe(3);
    expect(scaled.endMs).toBeLessThan(alone.endMs);
    expect(scaled.paidMs).toBeGreaterThan(scaled.busyMs);
    expect(alone.paidMs).toBe(alone.busyMs);
  });

  it.each(['turns', 'shortest'] as const)(
    'gives a machine that was started a queue of its own, and never stops the last that works: %s',
    (balancing) => {
      const arrivals = Array.from({ length: 40 }, (_, at) => request(4 * at));
      const plant: Plant = { ...PLAIN, replicas: { least: 1, most: 3, bootMs: 20 }, balancing };
      const { served, mostReplicas } = simulateServing(arrivals, plant);
      expect(served.map(({ outcome }) => outcome)).toEqual(arrivals.map(() => 'answered'));
      expect(mostReplicas).toBeGreaterThan(1);
      /* Who waits in the first queue does not change to a new one. */
      const shared = simulateServing(arrivals, { ...plant, balancing: 'shared' });
      const most = (waits: typeof served): number => Math.max(...waits.map(({ waitMs }) => waitMs));
      expect(most(served)).toBeGreaterThan(most(shared.served));
    },
  );

  it('is paid for as long as it stands there', () => {
    expect(simulateServing([], { ...PLAIN, replicas: replicas(2) }, 500).paidMs).toBe(1000);
  });
});

describe('figures', () => {
  it('tell what most people waited, and the unlucky few', () => {
    const arrivals = Array.from({ length: 100 }, (_, at) => request(100 * at, { answerTokens: at + 1 }));
    const figures = figuresOf(simulateServing(arrivals, PLAIN));
    expect(figures).toMatchObject({ requests: 100, p50Ms: 50, p99Ms: 99, meanBatch: 1 });
    expect(figuresOf(simulateServing([], PLAIN))).toMatchObject({ requests: 0, p50Ms: null, p99Ms: null });
  });
});

describe('a replica that was timed', () => {
  it('is a straight line: what a step costs anyway, and what each request adds', () => {
    const timed = [1, 4, 16].map((requests) => ({ requests, steps: 10, millis: 10 * (2 + 0.25 * requests) }));
    const decode = fitPhase(timed);
    expect(decode.stepMs).toBeCloseTo(2);
    expect(decode.tokenMs).toBeCloseTo(0.25);
    const speed = { prefill: { stepMs: 0, tokenMs: 0 }, decode };
    expect(batchMillis(speed, [{ promptTokens: 4, answerTokens: 10 }]).decodeMs).toBeCloseTo(22.5);
  });

  it('never costs less than nothing', () => {
    const { stepMs, tokenMs } = fitPhase([
      { requests: 1, steps: 1, millis: 5 },
      { requests: 8, steps: 1, millis: 4 },
    ]);
    expect(tokenMs).toBe(0);
    /* Off by as large a share of either, each weighed by its square. */
    expect(stepMs).toBeCloseTo((5 / 25 + 4 / 16) / (1 / 25 + 1 / 16));
  });
});

describe('arrivals', () => {
  it('come by chance, and more of them in a spike', () => {
    const times = arrivalTimes(createRandom(2), 1, 30_000, { fromMs: 10_000, toMs: 20_000, times: 3 });
    const between = (from: number, to: number): number =>
      times.filter((at) => at >= from && at < to).length / (to - from);
    expect(between(0, 10_000)).toBeCloseTo(1, 1);
    expect(between(10_000, 20_000)).toBeCloseTo(3, 1);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
