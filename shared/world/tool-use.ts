/** Which tools a lab's model may use, and what came of a call. */

import type { ToolCall, ToolName } from './tools.ts';

/**
 * What a product lets its model do: nothing; count and look into the calendar; besides look into the register of hidden keys, for
 * whoever asks about the own one, which is checked outside of the model; or for anybody that the model calls it for.
 */
export const TOOL_RIGHTS = ['none', 'safe', 'checked', 'all'] as const;
export type ToolRights = (typeof TOOL_RIGHTS)[number];

/** What it costs to check who asks, for each call of the register. */
export const CHECK_CENTS = 0.5;
/** A call that can't be run is asked for again so often. */
export const MOST_RETRIES = 2;
/** And then dice are rolled at least so boldly, since the same words would come again. */
export const RETRY_TEMPERATURE = 0.7;

/** What a model asked of a tool while it answered. */
export interface ToolUse {
  /** Null where no call could be read in what it wrote. */
  tool: ToolName | null;
  /** Whose key was asked for; empty for all others. */
  person: string;
  /** The tool's words; null where it was not run. */
  result: string | null;
  /** `uncalled` where it was asked again, and then answered without a call. */
  outcome: 'ran' | 'failed' | 'forbidden' | 'uncalled';
  /** What was written before, with calls that could not be run, token by token. */
  thrown: readonly (readonly string[])[];
}

/** `asker` is who really asks, empty where that is nobody who is known. */
export function mayRun(rights: ToolRights, call: ToolCall, asker: string): boolean {
  if (rights === 'none') return false;
  if (call.tool !== 'key' || rights === 'all') return true;
  return rights === 'checked' && asker !== '' && call.person === asker;
}

/** What a product's tools give on questions that they are for. */
export interface ToolFigures {
  /** Shares of right answers to sums and dates, and to those who ask for their own key. */
  rightShare: number;
  ownShare: number;
  /** Of all answers to these questions, the share with a call that could not be run, at least at first. */
  malformedShare: number;
  /** Of all who ask for a key, the share that is told where somebody else's is. */
  misuseShare: number;
}
