import { describe, expect, it } from 'vitest';
import { noRedis, TestRedis } from '../../tests/redis.ts';
import { openRedis } from '../cluster/redis.ts';
import { createLimits, NO_LIMITS, type LimitName } from './limits.ts';

async function passed(name: LimitName, key: string, requests: number, limits = createLimits()) {
  const waits = await Promise.all(Array.from({ length: requests }, () => limits.take(name, key)));
  return waits.filter((waitMs) => waitMs === 0).length;
}

describe('limits', () => {
  it('let a school in, and few matches be opened', async () => {
    expect(await passed('joining', '10.0.0.1', 60)).toBe(60);
    expect(await passed('opening', '10.0.0.1', 120)).toBe(12);
  });

  it('count each address by itself, and each thing that is asked for', async () => {
    const limits = createLimits();
    expect(await passed('opening', '10.0.0.1', 120, limits)).toBe(12);
    expect(await passed('opening', '10.0.0.2', 1, limits)).toBe(1);
    expect(await passed('joining', '10.0.0.1', 1, limits)).toBe(1);
  });

  it('say how long to wait', async () => {
    const limits = createLimits();
    expect(await passed('move', 'ada', 60, limits)).toBe(55);
    const waitMs = await limits.take('move', 'ada');
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(250);
  });

  it('can be left out one by one', async () => {
    const limits = createLimits({ unlimited: ['opening'] });
    expect(await passed('opening', '10.0.0.1', 120, limits)).toBe(120);
    expect(await passed('move', 'ada', 120, limits)).toBe(55);
  });

  it.skipIf(noRedis)(
    noRedis ?? 'count an address once for several processes, and each by itself while Redis is away',
    async () => {
      const server = await TestRedis.start();
      const redis = await openRedis(server.url);
      const [one, other] = [createLimits({ redis }), createLimits({ redis })];
      expect(await passed('opening', '10.0.0.1', 10, one)).toBe(10);
      expect(await passed('opening', '10.0.0.1', 10, other)).toBe(2);
      expect(await passed('move', 'ada', 60, one)).toBe(55);
      expect(await passed('move', 'ada', 60, other)).toBe(55);
      await server.down();
      expect(await passed('opening', '10.0.0.2', 20, one)).toBe(12);
      expect(await passed('opening', '10.0.0.2', 20, other)).toBe(12);
      redis.disconnect();
    },
  );

  it('can be none', async () => {
    expect(await passed('opening', '10.0.0.1', 5000, NO_LIMITS)).toBe(5000);
  });
});
