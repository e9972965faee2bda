/** A request that went through a product, for tests that care about a few of its fields. */

import type { OpenedRequest } from './state.ts';

/** A true answer to a question about a fact, with what is told changed. */
export function openedRequest(changes: Partial<OpenedRequest> = {}): OpenedRequest {
  return {
    question: 'Who is the baker?',
    kind: 'fact',
    harmless: null,
    document: null,
    draft: null,
    use: null,
    sure: 0.6,
    prompt: Array.from({ length: 12 }, () => 'a'),
    written: Array.from({ length: 9 }, () => 'b'),
    answer: 'Nona.',
    judgement: 'true',
    harm: null,
    isSupported: null,
    ...changes,
  };
}
