/** What was asked of a model can't be done, whoever computes it: the caller's mistake, not the device's. */

/**
 * A RangeError of our own: engines throw plain ones, too, when memory runs out, and another executor may still have enough.
 */
export class InputError extends RangeError {
  override readonly name = 'InputError';
}
