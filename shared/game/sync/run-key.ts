/** Names of what belongs to one of a team's runs, in maps that hold it for all of them. */

import type { TrainingStage } from '../match.ts';

export function runKey(stage: TrainingStage, what: string | number): string {
  return `${stage}/${what}`;
}

/** What in such a map belongs to this run, by its own name. */
export function ofRun(
  texts: Iterable<readonly [key: string, text: string]>,
  stage: TrainingStage,
): Map<string, string> {
  const start = runKey(stage, '');
  const own = new Map<string, string>();
  for (const [key, text] of texts) if (key.startsWith(start)) own.set(key.slice(start.length), text);
  return own;
}
