/** In a match without a host: who plays, which labs a bot runs, and the way out. */

import { useSignal } from '@preact/signals';
import { lookUp } from '../../shared/game/look-up.ts';
import type { LobbyView } from '../../shared/game/rated.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { endSession, standpoint } from '../session/current.ts';
import { isMatchOver } from '../session/over.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { EnterHall } from './EnterHall.tsx';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';

/** Nothing in a match that somebody hosts. */
export function QuickSlip() {
  const here = standpoint.value;
  return here && (here.match.settings?.quick ?? null) !== null ? <Slip here={here} /> : null;
}

/** Whether no lab has more points, once all have theirs. */
function isBest({ teams }: MatchView, team: TeamView): boolean {
  const totals = teams.flatMap(({ debrief, runs }) => (runs.pretrain ? [debrief?.score?.total ?? null] : []));
  const own = team.debrief?.score?.total ?? null;
  return own !== null && totals.every((total) => total !== null && total <= own);
}

function Slip({ here: { match, team, me } }: { here: Standpoint }) {
  const isAsking = useSignal(false);
  const rating = lookUp((match.views.lobby as LobbyView | undefined)?.rated ?? {}, me.id);
  const namesOf = (teamId: string): string => {
    const present = match.players.filter((player) => player.teamId === teamId && player.connected);
    return present.map(({ name }) => name).join(', ') || t('quick.bot');
  };
  return (
    <Paper cut="slip" class="quick-slip">
      {/* The lobby has them all, and a bot takes over what is still empty at its end. */}
      {match.stage !== 'lobby' && (
        <>
          <h2>{t('quick.labs')}</h2>
          <ul>
            {match.teams.map(({ id, name, look }) => (
              <li key={id}>
                <TeamShape shape={shapeOf(look)} sizePx={22} />
                <span class="small">
                  <b>{name}</b>: {id === team.id ? t('quick.you', { names: namesOf(id) }) : namesOf(id)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {rating && (
        <p>
          {t(rating.gained < 0 ? 'quick.lost' : 'quick.gained', {
            points: rating.points,
            gained: Math.abs(rating.gained),
          })}
        </p>
      )}
      {isMatchOver(match) && isBest(match, team) && <EnterHall />}
      {isMatchOver(match) ? (
        <Button onPress={() => endSession(null)}>{t('quick.again')}</Button>
      ) : isAsking.value ? (
        <>
          <p class="small">{t('quick.leaveSure')}</p>
          <div class="row">
            <Button tone="bad" onPress={() => endSession(null)}>
              {t('quick.leaveYes')}
            </Button>
            <Button onPress={() => (isAsking.value = false)}>{t('common.cancel')}</Button>
          </div>
        </>
      ) : (
        <button type="button" class="link" onClick={() => (isAsking.value = true)}>
          {t('quick.leave')}
        </button>
      )}
    </Paper>
  );
}
