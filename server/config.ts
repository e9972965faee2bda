/** The server's settings, from the environment and the command line, checked before anything starts. */

import { z } from 'zod';

export interface ServerConfig {
  port: number;
  host?: string;
  isDevelopment: boolean;
  allowExperiments: boolean;
}

const environment = z.object({
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
});

/** Reads PORT, HOST, ALLOW_EXPERIMENTS and --dev; or says in a sentence what is wrong with them. */
export function readConfig(
  env: Record<string, string | undefined>,
  args: readonly string[],
): { ok: true; value: ServerConfig } | { ok: false; problem: string } {
  const unknown = args.find((argument) => argument !== '--dev');
  if (unknown !== undefined) return { ok: false, problem: `Unknown option ${unknown}. There is only --dev.` };
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    return { ok: false, problem: parsed.error.issues.map(({ message }) => `${message}.`).join(' ') };
  const { PORT: port, HOST: host, ALLOW_EXPERIMENTS: allowExperiments } = parsed.data;
  return { ok: true, value: { port, host, isDevelopment: args.includes('--dev'), allowExperiments } };
}
