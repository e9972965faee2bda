/** What must hold of a match after whatever moves: nobody sits in a lab that is none, and all of it is plain data. */

import { STAGES } from '../../shared/game/stages/registry.ts';
import type { Match } from '../../shared/game/match.ts';

/** Deeper than any match is; a value that holds itself ends here. */
const MOST_LEVELS = 40;

/** Whether JSON would bring this back as it is: no NaN, no infinity, no map, nothing of a class; absent may be undefined. */
function oddPlaces(value: unknown, path: string, level = 0): string[] {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object') return [`${path} is a ${typeof value}`];
  if (level > MOST_LEVELS) return [`${path} is too deep`];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => oddPlaces(item, `${path}[${index}]`, level + 1));
  }
  if (prototype !== Object.prototype && prototype !== null) return [`${path} is no plain object`];
  return Object.entries(value).flatMap(([key, inner]) => oddPlaces(inner, `${path}.${key}`, level + 1));
}

/** What is wrong with a match, in words; nothing, as a rule. */
export function problemsOf(match: Match): string[] {
  const problems = oddPlaces(match, 'match');
  if (Object.keys(match.teams).length === 0) problems.push('there are no labs');
  if (!STAGES.includes(match.stage)) problems.push(`there is no stage ${match.stage}`);
  for (const [id, player] of Object.entries(match.players)) {
    if (player.id !== id) problems.push(`the player ${id} calls itself ${player.id}`);
    if (!Object.hasOwn(match.teams, player.teamId)) problems.push(`${id} sits in ${player.teamId}`);
    if (player.name.trim() === '') problems.push(`${id} has no name`);
  }
  for (const [id, team] of Object.entries(match.teams)) {
    if (team.id !== id) problems.push(`the lab ${id} calls itself ${team.id}`);
    for (const { proposerId, agreedIds } of team.proposals) {
      if (agreedIds.length === 0) problems.push(`nobody is for a proposal of ${proposerId}`);
    }
  }
  if (match.stage === 'lobby' && match.pausedAtMs !== null) problems.push('the lobby is paused');
  return problems;
}
