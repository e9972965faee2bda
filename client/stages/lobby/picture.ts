/** The yard: devices arrive and are measured. */

import { t } from '../../i18n/t.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import type { TeamShapeName } from '../../ui/tokens.ts';
import { shapeOf } from '../../ui/team.ts';
import type { SceneDevice } from '../devices.ts';
import { devicesOf } from '../devices.ts';
import type { Picture } from '../picture.ts';

export interface LobbyState {
  devices: (SceneDevice & { teamShape: TeamShapeName | null })[];
  teams: { id: string; name: string; shape: TeamShapeName }[];
}

export const lobbyPicture: Picture<LobbyState> = {
  of: (match, { playerId }) => ({
    devices: devicesOf(match, null, playerId).map(({ teamId, ...device }) => {
      const team = match.teams.find((candidate) => candidate.id === teamId);
      return { ...device, teamShape: team ? shapeOf(team.look) : null };
    }),
    teams: match.teams.map((team) => ({ id: team.id, name: team.name, shape: shapeOf(team.look) })),
  }),
  describe: ({ devices, teams }) => {
    const measured = devices.filter((device) => device.tokensPerSecond !== null);
    const total = measured.reduce((sum, device) => sum + (device.tokensPerSecond ?? 0), 0);
    const speed =
      measured.length === 0
        ? t('scene.lobby.unmeasured')
        : t('scene.lobby.measured', { speed: formatQuantity(total) });
    return t('scene.lobby.twin', { devices: devices.length, teams: teams.length, speed });
  },
  scene: () => import('./scene.ts'),
};
