import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe("the server's settings", () => {
  it('have defaults that just work', () => {
    expect(readConfig({}, [])).toEqual({
      ok: true,
      value: { port: 2567, host: undefined, isDevelopment: false, allowExperiments: false },
    });
  });

  it('come from the environment and the command line', () => {
    const config = readConfig({ PORT: '8080', HOST: '127.0.0.1', ALLOW_EXPERIMENTS: '1' }, ['--dev']);
    expect(config.ok && config.value).toEqual({
      port: 8080,
      host: '127.0.0.1',
      isDevelopment: true,
      allowExperiments: true,
    });
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number.'],
    [{ PORT: '99999' }, 'PORT must be at most 65535.'],
    [{ ALLOW_EXPERIMENTS: 'yes' }, 'ALLOW_EXPERIMENTS must be 0 or 1.'],
  ])('refuse %o in a sentence', (env, problem) => {
    expect(readConfig(env, [])).toEqual({ ok: false, problem });
  });

  it('know no other option', () => {
    expect(readConfig({}, ['--prod'])).toEqual({
      ok: false,
      problem: 'Unknown option --prod. There is only --dev.',
    });
  });
});
