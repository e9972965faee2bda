/** What is thrown where something is asked that the game refuses; whoever carries the answer turns it into one. */

import type { ErrorCode, GameError, Result } from '../../shared/game/result.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly error: GameError;
  constructor(error: GameError) {
    super(error.code);
    this.error = error;
  }
}

/** The value of a result; throws its error as a refusal. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.error);
  return result.value;
}

export function refuse(code: ErrorCode, params?: GameError['params']): never {
  throw new Refusal(params ? { code, params } : { code });
}
