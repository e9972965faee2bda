/** The server's log: one line of JSON an entry, on standard error, so that what commands print stays readable. */

import { destination, pino } from 'pino';
import type { Log } from './log.ts';

const logger = pino(
  { base: undefined, timestamp: () => `,"time":"${new Date().toISOString()}"` },
  destination({ fd: 2, sync: true }),
);

export const jsonLog: Log = {
  error: (message, error) => logger.error({ err: error }, message),
  warn: (message) => logger.warn(message),
};

/** The longest that a line of a library's own may be. */
const MOST_CHARACTERS = 200;

/** What a library wants to say, cut to its first line: its stacks are written by whoever sends it junk. */
function firstLine(parts: readonly unknown[]): string {
  const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return text.split('\n', 1).join('').slice(0, MOST_CHARACTERS);
}

const say = (...parts: unknown[]): void => logger.warn(firstLine(parts));
const hush = (): void => undefined;

/** The logger that the framework is given: strangers can make it speak, so that it gets a short line for each time. */
export const frameworkLogger = { debug: hush, trace: hush, info: hush, warn: say, error: say };
