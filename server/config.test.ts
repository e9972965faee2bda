import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe("the server's settings", () => {
  it('have defaults that just work', () => {
    expect(readConfig({}, [])).toEqual({
      ok: true,
      value: {
        port: 2567,
        host: undefined,
        isDevelopment: false,
        allowExperiments: false,
        trustProxy: 0,
        databaseUrl: null,
        dataFolder: '.data',
        redisUrl: null,
        advertiseAddress: null,
      },
    });
  });

  it('come from the environment and the command line', () => {
    const config = readConfig(
      {
        PORT: '8080',
        HOST: '127.0.0.1',
        ALLOW_EXPERIMENTS: '1',
        DATA_FOLDER: 'none',
        DATABASE_URL: 'postgres://db/game',
        REDIS_URL: 'redis://cache',
        ADVERTISE_ADDRESS: 'http://10.0.0.5:8080',
      },
      ['--dev'],
    );
    expect(config.ok && config.value).toEqual({
      port: 8080,
      host: '127.0.0.1',
      isDevelopment: true,
      allowExperiments: true,
      trustProxy: 0,
      databaseUrl: 'postgres://db/game',
      dataFolder: null,
      redisUrl: 'redis://cache',
      advertiseAddress: 'http://10.0.0.5:8080',
    });
  });

  it.each([
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 192.168.1.9', ['10.0.0.0/8', '192.168.1.9']],
  ])('believe the proxies %s', (TRUST_PROXY, trustProxy) => {
    const config = readConfig({ TRUST_PROXY }, []);
    expect(config.ok && config.value.trustProxy).toEqual(trustProxy);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a number.'],
    [{ PORT: '99999' }, 'PORT must be at most 65535.'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL must begin with postgres://.'],
    [{ REDIS_URL: 'http://cache', DATABASE_URL: 'postgres://db' }, 'REDIS_URL must begin with redis://.'],
    [
      { REDIS_URL: 'redis://cache' },
      'REDIS_URL is for several processes, and these have to share a database: set DATABASE_URL too.',
    ],
    [{ ADVERTISE_ADDRESS: '10.0.0.5' }, 'ADVERTISE_ADDRESS must look like http://10.0.0.5:2567.'],
    [{ DATA_FOLDER: '' }, 'DATA_FOLDER must name a folder, or be none.'],
    [{ ALLOW_EXPERIMENTS: 'yes' }, 'ALLOW_EXPERIMENTS must be 0 or 1.'],
    [
      { TRUST_PROXY: 'everybody' },
      'TRUST_PROXY must be the number of proxies (0 to 9), or their addresses with commas between them.',
    ],
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
