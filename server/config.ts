/** The server's settings, from the environment and the command line, checked before anything starts. */

import proxyAddr from 'proxy-addr';
import { z } from 'zod';
import type { StoreSettings } from './store/open-store.ts';

export interface ServerConfig extends StoreSettings {
  port: number;
  host?: string;
  isDevelopment: boolean;
  allowExperiments: boolean;
  trustProxy: number | string[];
  /** Address of the Redis that several processes share; null for a process by itself. */
  redisUrl: string | null;
  /** Where the other processes reach this one; null where it may find out by itself. */
  advertiseAddress: string | null;
}

/** Whether these are addresses or networks that a proxy can be at. */
function areAddresses(list: readonly string[]): boolean {
  try {
    proxyAddr.compile([...list]);
    return true;
  } catch {
    return false;
  }
}

const environment = z
  .object({
    PORT: z.coerce
      .number({ error: 'PORT must be a number' })
      .int('PORT must be a whole number')
      .min(0, 'PORT must not be negative')
      .max(65_535, 'PORT must be at most 65535')
      .default(2567),
    HOST: z.string().min(1).optional(),
    /** Lets matches fix their seed, budget and clocks: for measuring, not for playing. */
    ALLOW_EXPERIMENTS: z
      .enum(['0', '1'], { error: 'ALLOW_EXPERIMENTS must be 0 or 1' })
      .default('0')
      .transform((value) => value === '1'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://')
      .nullable()
      .default(null),
    /** Where matches are kept without a database of one's own. */
    DATA_FOLDER: z
      .string()
      .min(1, 'DATA_FOLDER must name a folder, or be none')
      .default('.data')
      .transform((value) => (value === 'none' ? null : value)),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'REDIS_URL must begin with redis://')
      .nullable()
      .default(null),
    ADVERTISE_ADDRESS: z
      .string()
      .regex(/^https?:\/\/[^/]+$/, 'ADVERTISE_ADDRESS must look like http://10.0.0.5:2567')
      .nullable()
      .default(null),
    /** Which proxies are believed when they say whose request it is: how many stand in a row before us, or their addresses. */
    TRUST_PROXY: z
      .string()
      .default('0')
      .transform((value) =>
        /^\d$/.test(value) ? Number(value) : value.split(',').map((part) => part.trim()),
      )
      .refine((value) => typeof value === 'number' || areAddresses(value), {
        error:
          'TRUST_PROXY must be the number of proxies (0 to 9), or their addresses with commas between them',
      }),
  })
  .refine(({ REDIS_URL, DATABASE_URL }) => REDIS_URL === null || DATABASE_URL !== null, {
    error: 'REDIS_URL is for several processes, and these have to share a database: set DATABASE_URL too',
  });

/** Reads the settings and --dev; or says in a sentence what is wrong with them. */
export function readConfig(
  env: Record<string, string | undefined>,
  args: readonly string[],
): { ok: true; value: ServerConfig } | { ok: false; problem: string } {
  const unknown = args.find((argument) => argument !== '--dev');
  if (unknown !== undefined) return { ok: false, problem: `Unknown option ${unknown}. There is only --dev.` };
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    return { ok: false, problem: parsed.error.issues.map(({ message }) => `${message}.`).join(' ') };
  const {
    PORT: port,
    HOST: host,
    ALLOW_EXPERIMENTS: allowExperiments,
    TRUST_PROXY: trustProxy,
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: dataFolder,
    REDIS_URL: redisUrl,
    ADVERTISE_ADDRESS: advertiseAddress,
  } = parsed.data;
  const isDevelopment = args.includes('--dev');
  return {
    ok: true,
    value: {
      port,
      host,
      isDevelopment,
      allowExperiments,
      trustProxy,
      databaseUrl,
      dataFolder,
      redisUrl,
      advertiseAddress,
    },
  };
}
