/** The result of an attack as one JSON document. */

import type { HonestReport } from './honest-match.ts';
import type { SchoolReport } from './school.ts';

export interface AttackReport {
  /** Hostile requests, messages and bytes that were sent. */
  requests: number;
  /** Unexpected ends of the server's process. */
  crashes: number;
  /** Changes of a match, or of what all objects inherit, that no accepted move explains. */
  stateChanges: number;
  /** Answers of 5xx, and errors in the server's log. */
  serverErrors: number;
  /** The slowest answer of the room to an honest client. */
  slowestHonestMs: number;
  ok: boolean;
  seconds: number;
  honestMatch: HonestReport | null;
  clockAnswers: number;
  school: SchoolReport | null;
  refusals: number;
  accepted: number;
  logLines: number;
  /** Everything that keeps it from being ok, in words. */
  findings: string[];
  /** How often each answer came, the most frequent first. */
  outcomes: Record<string, number>;
}

/** What an honest client may have to wait at most. */
export const MOST_HONEST_MS = 500;
/** A line of pino's from this level on is an error. */
const ERROR_LEVEL = 50;
/** What a line of a stack looks like. */
const STACK_LINE = /^\s+at /;

export interface LogFindings {
  errors: string[];
  stackLines: string[];
}

/** What a server's log holds that it should not: errors, and lines of a stack. */
export function readLog(lines: readonly string[]): LogFindings {
  const errors = lines.filter((line) => {
    try {
      const { level } = JSON.parse(line) as { level?: unknown };
      return typeof level === 'number' && level >= ERROR_LEVEL;
    } catch {
      return false;
    }
  });
  return { errors, stackLines: lines.filter((line) => STACK_LINE.test(line)) };
}
