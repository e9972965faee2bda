/** The host's list of players: rename, move to another lab, remove. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { Player } from '../../shared/game/match.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { formatQuantity } from '../i18n/quantity.ts';

function PlayerRow({ player, match }: { player: Player; match: MatchView }) {
  const naming = useSignal<string | null>(null);
  /** The filter has refused the name that is being given. */
  const isRefused = useSignal(false);
  const rename = async (isLetIn: boolean): Promise<void> => {
    const name = naming.value ?? '';
    const move = { type: 'host/rename', playerId: player.id, name } as const;
    const reply = await send(isLetIn ? { ...move, isLetIn } : move);
    isRefused.value = !reply.ok && reply.error.code === 'lobby/name_rude';
    if (!isRefused.value) naming.value = null;
  };
  const sure = useSignal(false);
  const speed = player.device
    ? player.device.tokensPerSecond > 0
      ? t('speed.tokensPerSecond', { speed: formatQuantity(player.device.tokensPerSecond) })
      : t('speed.cannotTrain')
    : t('speed.unknown');
  if (naming.value !== null) {
    return (
      <li>
        <form
          class="rename"
          onSubmit={(event) => {
            event.preventDefault();
            void rename(false);
          }}
        >
          <label class="field">
            <span>{t('console.newName', { name: player.name })}</span>
            <input
              value={naming.value}
              maxLength={40}
              onInput={(event) => (naming.value = event.currentTarget.value)}
            />
          </label>
          <Button submit onPress={() => undefined}>
            {t('console.save')}
          </Button>
          {isRefused.value && <Button onPress={() => void rename(true)}>{t('console.letNameIn')}</Button>}
          <Button onPress={() => (naming.value = null)}>{t('common.cancel')}</Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <div class="player-words">
        <b>{player.name}</b>
        <span class="small">{player.connected ? speed : t('console.away')}</span>
      </div>
      <select
        class="select"
        aria-label={t('console.move', { name: player.name })}
        value={player.teamId}
        onChange={(event) =>
          void send({ type: 'host/seat', playerId: player.id, teamId: event.currentTarget.value })
        }
      >
        {match.teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </select>
      <Button
        label={t('console.renameAria', { name: player.name })}
        onPress={() => (naming.value = player.name)}
      >
        {t('console.rename')}
      </Button>
      <Button
        tone={sure.value ? 'bad' : 'quiet'}
        label={t('console.removeAria', { name: player.name })}
        onPress={() => {
          if (sure.value) void send({ type: 'host/remove', playerId: player.id });
          sure.value = !sure.value;
        }}
      >
        {sure.value ? t('console.removeSure') : t('console.remove')}
      </Button>
    </li>
  );
}

export function Players({ match }: { match: MatchView }) {
  return (
    <Paper class="console-card">
      <h2>
        {t('console.players')} ({match.players.length})
      </h2>
      {match.players.length === 0 && <p class="small">{t('console.noPlayers')}</p>}
      <ul class="player-list">
        {match.players.map((player) => (
          <PlayerRow key={player.id} player={player} match={match} />
        ))}
      </ul>
    </Paper>
  );
}
