/** The console's card of the town: what comes next, and what the host may let happen. */

import './deploy.css';
import { TOWN_EVENTS } from '../../../shared/game/stages/deploy/state.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { eventWords } from './Law.tsx';
import { dayOf } from '../../../shared/game/stages/deploy/shown.ts';

export function TownCard({ match }: { match: MatchView }) {
  const day = dayOf(match);
  if (!day || day.hoursDone + (day.isServing ? 1 : 0) >= day.hourCount) return null;
  const events = day.coming.map((event) => t(`deploy.event.${event}.short`)).join(', ');
  return (
    <Paper seed={2} class="console-card">
      <h2>{t('console.town')}</h2>
      <p class="small">{t('console.townLead')}</p>
      <p aria-live="polite">{events === '' ? t('console.townQuiet') : t('console.townComing', { events })}</p>
      <ul class="town-cards">
        {TOWN_EVENTS.map((event) => (
          <li key={event}>
            <Button
              disabled={
                day.isServing || day.coming.includes(event) || day.rules.some((rule) => rule === event)
              }
              onPress={() => void send({ type: 'host/town-event', event })}
            >
              {t(`deploy.event.${event}.short`)}
            </Button>
            <span class="small">{eventWords(event)}</span>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
