import { afterEach, describe, expect, it } from 'vitest';
import { expectErrors } from '../../tests/server-errors.ts';
import { checkHealth } from './health.ts';

describe('health', () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, 'name');
  });

  it('is well when a match can be played', async () => {
    expect(await checkHealth()).toBeNull();
  });

  it('is not when no move gets through any more, as when every object inherits what none should', async () => {
    expectErrors();
    // eslint-disable-next-line no-extend-native
    Object.defineProperty(Object.prototype, 'name', { configurable: true, value: 'Polluted' });
    expect(await checkHealth()).not.toBeNull();
  });
});
