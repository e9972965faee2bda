/** Fails a test when the server in this process logs an error that the test did not say it expects. */

import { afterEach, beforeEach, expect } from 'vitest';
import { watchErrors } from '../server/log.ts';

export interface LoggedError {
  message: string;
  error: unknown;
}

let unexpected: LoggedError[] = [];
let expected: LoggedError[] | null = null;

/** From here to the end of the test, errors are collected in the list that this returns, and are no failure. */
export function expectErrors(): LoggedError[] {
  expected = [];
  return expected;
}

/** For the tests' set-up: from now on every test is watched. */
export function failOnServerErrors(): void {
  watchErrors((message, error) => (expected ?? unexpected).push({ message, error }));
  beforeEach(() => {
    expected = null;
    unexpected = [];
  });
  afterEach(() => {
    const found = unexpected.map(({ message, error }) => `${message}: ${String(error)}`);
    unexpected = [];
    expect(found, 'errors that the server logged').toEqual([]);
  });
}
