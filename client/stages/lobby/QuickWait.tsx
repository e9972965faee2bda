/** The lobby of a match that nobody hosts: what one is called, how friends come in, and when it begins. */

import { t } from '../../i18n/t.ts';
import { drawName } from '../../i18n/made-name.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { send } from '../../session/current.ts';
import { joinLink, joinOriginOf } from '../../session/link.ts';
import { Button } from '../../ui/Button.tsx';
import { clockText } from '../../ui/clock-text.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';

/** Labs that have somebody. */
function labsIn({ players }: MatchView): number {
  return new Set(players.map(({ teamId }) => teamId)).size;
}

export function QuickName({ name }: { name: string }) {
  return (
    <p class="quick-name">
      {t('quick.youAre')} <b translate={false}>{name}</b>{' '}
      <button
        type="button"
        class="link"
        onClick={() => void send({ type: 'lobby/rename', name: drawName() })}
      >
        {t('quick.otherName')}
      </button>
    </p>
  );
}

export function QuickInvite({ match }: { match: MatchView }) {
  return (
    <>
      {match.settings?.quick === 'private' && (
        <p>
          {t('quick.invite', { code: match.code })}{' '}
          <b class="quick-link" translate={false}>
            {joinLink(joinOriginOf(match), match.code)}
          </b>
        </p>
      )}
      {labsIn(match) === 1 && <p class="small">{t('quick.alone')}</p>}
    </>
  );
}

export function QuickBar({ match }: { match: MatchView }) {
  const left = useSecondsLeft(match);
  return (
    <>
      <p class="settled" role="status">
        {t('quick.begins', { time: left === null ? '?' : clockText(left), count: match.players.length })}
      </p>
      {match.settings?.quick === 'private' && (
        <Button
          tone="main"
          class="wide"
          testId="main-action"
          onPress={() => void send({ type: 'lobby/begin' })}
        >
          {t('quick.begin')}
        </Button>
      )}
    </>
  );
}
