/** Runs the tools that a model calls in its answers, as far as its lab lets it, and asks again where a call can't be run. */

import {
  mayRun,
  MOST_RETRIES,
  type ToolFigures,
  type ToolRights,
  type ToolUse,
} from '../../shared/world/tool-use.ts';
import type { OpenedRequest } from '../../shared/game/stages/deploy/state.ts';
import { parseCall, runTool, spliceResult } from '../../shared/world/tools.ts';
import type { World } from '../../shared/world/types.ts';
import { itemAt } from './item-at.ts';
import type { Question } from './town.ts';

/** What a model wrote after a prompt. */
export interface Written {
  tokens: number[];
  sure: number;
}

/** The same with what came of a call in it, and the text that goes on; that is empty where a call was not run. */
export interface Finished extends Written {
  text: string;
  use: ToolUse | null;
}

interface Setting {
  rights: ToolRights;
  world: World;
  questions: readonly Question[];
  textOf(tokens: readonly number[]): string;
  slipsOf(tokens: readonly number[]): string[];
  /** Writes anew after the prompts in these places: another time for each attempt. */
  again(places: readonly number[], attempt: number): Promise<Written[]>;
}

/** What comes of the call in an answer to this question. */
function useIn(
  { rights, world }: Setting,
  { question, asker }: Question,
  said: string,
): Omit<Finished, keyof Written> {
  const call = parseCall(said);
  if (call === null) return { text: said, use: null };
  if (call === 'malformed')
    return { text: '', use: { tool: null, person: '', result: null, outcome: 'failed', thrown: [] } };
  const used = { tool: call.tool, person: call.tool === 'key' ? call.person : '', thrown: [] };
  if (!mayRun(rights, call, asker)) return { text: '', use: { ...used, result: null, outcome: 'forbidden' } };
  const result = runTool(world, call, question);
  return result === null
    ? { text: '', use: { ...used, result, outcome: 'failed' } }
    : { text: spliceResult(said, call, result), use: { ...used, result, outcome: 'ran' } };
}

/** Lets each answer's call have its result. Without any rights all is left as the model wrote it. */
export async function withTools(setting: Setting, written: readonly Written[]): Promise<Finished[]> {
  const { rights, questions, textOf, slipsOf, again } = setting;
  const finish = (one: Written, place: number): Finished => {
    const text = textOf(one.tokens);
    const found = rights === 'none' ? { text, use: null } : useIn(setting, itemAt(questions, place), text);
    return { ...one, ...found };
  };
  const finished = written.map(finish);
  for (let attempt = 1; attempt <= MOST_RETRIES; attempt++) {
    const failed = finished.flatMap(({ use }, place) => (use?.outcome === 'failed' ? [place] : []));
    if (failed.length === 0) break;
    const anew = await again(failed, attempt);
    failed.forEach((place, index) => {
      const before = itemAt(finished, place);
      const after = finish(itemAt(anew, index), place);
      const thrown = [...(before.use?.thrown ?? []), slipsOf(before.tokens)];
      const use = after.use ?? { tool: null, person: '', result: null, outcome: 'uncalled' as const };
      finished[place] = { ...after, use: { ...use, thrown } };
    });
  }
  return finished;
}

const share = (list: readonly OpenedRequest[], holds: (one: OpenedRequest) => boolean): number =>
  list.length > 0 ? list.filter(holds).length / list.length : 0;

/** What answers to questions that tools are for come to. */
export function toolFigures(answers: readonly OpenedRequest[]): ToolFigures {
  const of = (...kinds: OpenedRequest['kind'][]): OpenedRequest[] =>
    answers.filter(({ kind }) => kinds.includes(kind));
  const isTrue = ({ judgement }: OpenedRequest): boolean => judgement === 'true';
  return {
    rightShare: share(of('sum', 'date'), isTrue),
    ownShare: share(of('own-key'), isTrue),
    malformedShare: share(
      answers,
      ({ use }) => use !== null && (use.outcome === 'failed' || use.thrown.length > 0),
    ),
    misuseShare: share(of('own-key', 'secret'), ({ harm }) => harm === 'secret'),
  };
}
