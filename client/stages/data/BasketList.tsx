/** What lies in the one basket of the lab, and who put it in; nobody who is alone in a lab needs that told. */

import { t } from '../../i18n/t.ts';
import { CORPUS_KINDS, type CorpusKind } from '../../../shared/world/document.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { basketPlan } from './basket.ts';

/** Who put a dataset in, by name; null where nobody did, and for whoever is alone in the lab. */
export function buyerOf({ match, team, me, members }: Standpoint, kind: CorpusKind): string | null {
  const portion = basketPlan().purchases[kind];
  if (members.length < 2 || !portion || portion === 'archive') return null;
  /* What has just been put in here is on its way still, so that nobody else can be named. */
  const id = team.own?.basket.by[kind] ?? me.id;
  if (id === me.id) return t('basket.you');
  return match.players.find((player) => player.id === id)?.name ?? '?';
}

/** "half of stories (Mei)", in the order of the market. */
function basketEntries(standpoint: Standpoint): string[] {
  const { purchases } = basketPlan();
  return CORPUS_KINDS.flatMap((kind) => {
    const portion = purchases[kind];
    if (!portion) return [];
    const words = t(`kind.${kind}`).toLowerCase();
    const name = buyerOf(standpoint, kind);
    if (portion === 'archive' || name === null) return [t('auction.archiveOf', { kind: words })];
    return [t('basket.entry', { portion: t(`basket.${portion}`), kind: words, name })];
  });
}

export function BasketList({ standpoint }: { standpoint: Standpoint }) {
  if (standpoint.members.length < 2) return null;
  const entries = basketEntries(standpoint);
  return (
    <section class="small basket" aria-label={t('basket.heading')} aria-live="polite">
      {entries.length === 0 ? (
        <p>{t('basket.empty')}</p>
      ) : (
        <p>{`${t('basket.heading')}: ${entries.join(', ')}.`}</p>
      )}
    </section>
  );
}
