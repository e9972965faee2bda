/** The host's list of players: rename, move to another lab, remove, take back, and undo each. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { Player } from '../../shared/game/match.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { balancingMoves } from './balancing.ts';
import { doAndRemember, remember, Undo } from './undo.tsx';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { useKept } from '../ui/use-kept.ts';
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
    /* The name before was let in, whatever the filter says of it. */
    const back = { type: 'host/rename', playerId: player.id, name: player.name, isLetIn: true } as const;
    if (reply.ok) remember({ words: t('console.renamed', { name: player.name, now: name }), back: [back] });
  };
  const [teamId, seat] = useKept(player.teamId, (wanted) => {
    const lab = match.teams.find(({ id }) => id === wanted)?.name ?? '';
    return doAndRemember([{ type: 'host/seat', playerId: player.id, teamId: wanted }], {
      words: t('console.seated', { name: player.name, lab }),
      back: [{ type: 'host/seat', playerId: player.id, teamId: player.teamId }],
    });
  });
  const remove = (): void =>
    void doAndRemember([{ type: 'host/remove', playerId: player.id }], {
      words: t('console.removed', { name: player.name }),
      back: [{ type: 'host/take-back', playerId: player.id }],
    });
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
        value={teamId}
        onChange={(event) => seat(event.currentTarget.value)}
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
        label={`${sure.value ? `${t('console.removeSure')} ` : ''}${t('console.removeAria', { name: player.name })}`}
        onPress={() => {
          if (sure.value) remove();
          sure.value = !sure.value;
        }}
      >
        {sure.value ? t('console.removeSure') : t('console.remove')}
      </Button>
    </li>
  );
}

/** Players whom the host has removed: their seats are kept. */
function Removed({ match }: { match: MatchView }) {
  const removed = match.teams.flatMap(({ own }) => own?.removed ?? []);
  if (removed.length === 0) return null;
  return (
    <>
      <h3>{t('console.removedOnes')}</h3>
      <ul class="player-list">
        {removed.map(({ id, name }) => (
          <li key={id}>
            <span class="player-words">{name}</span>
            <Button
              label={t('console.takeBackAria', { name })}
              onPress={() => void send({ type: 'host/take-back', playerId: id })}
            >
              {t('console.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Makes labs as big as each other, in one press. */
function Balance({ match }: { match: MatchView }) {
  const moves = balancingMoves(match);
  const balance = (): void => {
    const seat = (playerId: string, teamId: string) => ({ type: 'host/seat', playerId, teamId }) as const;
    void doAndRemember(
      moves.map(({ playerId, to }) => seat(playerId, to)),
      {
        words: t('console.balanced', { count: moves.length }),
        back: moves.map(({ playerId, from }) => seat(playerId, from)).toReversed(),
      },
    );
  };
  return (
    <Button disabled={moves.length === 0} testId="balance" onPress={balance}>
      {moves.length === 0 ? t('console.balancedAlready') : t('console.balance', { count: moves.length })}
    </Button>
  );
}

export function Players({ match }: { match: MatchView }) {
  return (
    <Paper class="console-card">
      <div class="row spread">
        <h2>
          {t('console.players')} ({match.players.length})
        </h2>
        {match.teams.length > 1 && <Balance match={match} />}
      </div>
      <Undo />
      {match.players.length === 0 && (
        <p class="small">{t(match.settings?.bots ? 'console.onlyBots' : 'console.noPlayers')}</p>
      )}
      <ul class="player-list">
        {match.players.map((player) => (
          <PlayerRow key={player.id} player={player} match={match} />
        ))}
      </ul>
      <Removed match={match} />
    </Paper>
  );
}
