/** What each device did for a run: its tokens, and its share of all that was read. */

import { t } from '../i18n/t.ts';
import { SERVER_WORKER, type Player } from '../../shared/game/match.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { nameOf } from './decision.ts';
import { percents } from './percent.ts';
import { formatQuantity } from '../i18n/quantity.ts';

/** A worker's name: a player's, or the server's when it lends a hand. */
function workerName(players: readonly Player[], id: string): string {
  return id === SERVER_WORKER ? t('engine.server') : nameOf(players, id);
}

/** Rows of the list, the busiest first; shares sum to 1. Devices that were asked but brought nothing yet are there too. */
export function contributionsOf(
  run: RunView,
  players: readonly Player[],
): { id: string; name: string; tokens: number; share: number; percent: number }[] {
  const asked = (run.round?.shards ?? []).map(({ playerId }) => ({ playerId, tokens: 0 }));
  const known = new Set(run.workers.map(({ playerId }) => playerId));
  const workers = [...run.workers, ...asked.filter(({ playerId }) => !known.has(playerId))];
  const total = workers.reduce((sum, { tokens }) => sum + tokens, 0);
  const parts = workers.map(({ tokens }) => (total > 0 ? tokens / total : 0));
  const whole = percents(parts);
  return workers
    .map(({ playerId, tokens }, index) => ({
      id: playerId,
      name: workerName(players, playerId),
      tokens,
      share: parts[index],
      percent: whole[index],
    }))
    .sort((a, b) => b.tokens - a.tokens);
}

export function Contributions({ run, players }: { run: RunView; players: readonly Player[] }) {
  const rows = contributionsOf(run, players);
  if (rows.length === 0) return null;
  return (
    <section class="contributions" aria-label={t('engine.contributions')}>
      <h2>{t('engine.contributions')}</h2>
      <ul>
        {rows.map(({ id, name, tokens, share, percent }) => (
          <li key={id}>
            <b>{name}</b>
            <span class="small">
              {t('engine.contribution', {
                tokens: formatQuantity(tokens),
                share: percent,
              })}
            </span>
            <span class="share-bar" aria-hidden="true">
              <i style={{ width: `${share * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
