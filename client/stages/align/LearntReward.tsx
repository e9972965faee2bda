/** What the reward model has learnt from the votes so far: how well it guesses votes that it never saw, and which words it goes by. */

import { t } from '../../i18n/t.ts';
import type { BestOf, RewardFit } from '../../../shared/game/stages/align/state.ts';
import type { AlignView } from '../../../shared/game/stages/align/view.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';

const percent = (share: number): number => Math.round(share * 100);

function Words({ label, words }: { label: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      {label}{' '}
      <span class="model-voice" lang="en">
        {words.map((word) => `“${word}”`).join(', ')}
      </span>
      .{' '}
    </>
  );
}

/** How it came to be as good as it is: only fits that could be tested. */
function historyOf(fits: readonly RewardFit[]): string {
  return fits
    .flatMap(({ votes, toneAgreement }) =>
      toneAgreement === null ? [] : [t('align.reward.then', { votes, agreement: percent(toneAgreement) })],
    )
    .join(', ');
}

/** What choosing among answers would bring, and what it costs: so many answers for one. */
function Chosen({ bestOf }: { bestOf: readonly BestOf[] | null }) {
  const [first, ...more] = bestOf ?? [];
  if (!first) return null;
  const figures = more
    .map(({ among, kindShare, trueShare }) =>
      t('align.bestOf.each', { among, friendly: percent(kindShare), true: percent(trueShare) }),
    )
    .join('; ');
  return (
    <p class="small" data-testid="best-of">
      {t('align.bestOf', { friendly: percent(first.kindShare), true: percent(first.trueShare), figures })}
    </p>
  );
}

export function LearntReward({ match, bestOf }: { match: MatchView; bestOf: readonly BestOf[] | null }) {
  const fits = (match.views.align as AlignView | undefined)?.fits ?? [];
  const newest = fits.at(-1);
  if (!newest) return null;
  const { votes, toneAgreement, truthAgreement, liked, disliked } = newest;
  return (
    <section class="learnt-reward" aria-live="polite" data-testid="learnt-reward">
      <h2>{t('align.reward.title', { votes })}</h2>
      <p>
        {toneAgreement === null
          ? t('align.reward.untested')
          : t('align.reward.tone', { agreement: percent(toneAgreement) })}{' '}
        {truthAgreement !== null && t('align.reward.truth', { agreement: percent(truthAgreement) })}
      </p>
      <p class="small">
        <Words label={t('align.reward.likes')} words={liked} />
        <Words label={t('align.reward.dislikes')} words={disliked} />
        {fits.length > 1 && t('align.reward.soFar', { history: historyOf(fits) })}
      </p>
      <Chosen bestOf={bestOf} />
    </section>
  );
}
