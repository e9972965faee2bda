/** What the console says of a lab in the arena: how many of its votes are cast, and who has some left. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';
import { nameOf } from '../decision.ts';

export const labLine: LabLine = ({ arena, players }, { id, own }) => {
  if (!arena?.sampled) return [t('line.asked')];
  if (arena.revealed) {
    const wins = arena.ratings?.find((rating) => rating.id === id)?.value;
    return wins === undefined ? [t('line.noModel')] : [t('line.wins', { wins: Math.round(wins) })];
  }
  const { given = 0, wanted = 0, leftIds = [] } = own?.cast ?? {};
  const names = leftIds.map((playerId) => nameOf(players, playerId)).join(', ');
  return [
    t('line.ballots', { given, wanted: wanted ?? 0 }),
    ...(names === '' ? [] : [t('line.stillVoting', { names })]),
  ];
};
