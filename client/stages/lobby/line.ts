/** What the console says of a lab in the lobby: who is there, and whose devices can train. */

import { t } from '../../i18n/t.ts';
import type { LabLine } from '../entry.ts';

export const labLine: LabLine = ({ players }, { id }) => {
  const members = players.filter(({ teamId }) => teamId === id);
  if (members.length === 0) return [t('lobby.empty')];
  const able = members.filter(({ device }) => (device?.tokensPerSecond ?? 0) > 0).length;
  const unknown = members.filter(({ device }) => device === null).length;
  return [
    t('projector.players', { count: members.length }),
    t('line.able', { count: able }),
    ...(unknown > 0 ? [t('line.unmeasured', { count: unknown })] : []),
  ];
};
