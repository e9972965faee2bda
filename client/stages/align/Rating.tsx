/** Rating on a phone: the question, the evidence, two answers as big papers to tap; the next pair is there at once. */

import { t } from '../../i18n/t.ts';
import type { RatingChoice } from '../../../shared/game/stages/align/state.ts';
import { useLookedAt } from '../cards.ts';
import { AnswerPapers, AskedSlip, useChoiceKeys } from '../PairCard.tsx';
import { ReportText } from '../ReportText.tsx';
import { backToLast, hidePair, nextPair, pairs, ratePair, type RatedPair } from './pairs.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Term } from '../../ui/Term.tsx';
import { GOOD_VOTES, WEAK_VOTES } from '../../../shared/game/stages/align/preferences.ts';
import { signalShare, signalStrength } from './draft.ts';

/** S skips. */
const KEYS = { s: 'skip' } as const;

/** The question of the pair on screen: it is the heading of the panel. */
export function currentQuestion(): string | null {
  const pair = nextPair(pairs.value ?? []);
  return pair && t(`align.question.${pair.trait}`);
}

/** Rates the pair on screen, once it has been there for long enough to be looked at; not in a pause. */
function useRate(pair: RatedPair | null, isPaused: boolean): (choice: RatingChoice, press: Event) => void {
  const isLookedAt = useLookedAt(pair?.id ?? null);
  return (choice, press) => {
    if (pair && !isPaused && isLookedAt(press)) void ratePair(pair.id, choice);
  };
}

/** `mayReport` where somebody plays: the audience has no word on what is hidden. */
export function Rating({ isPaused, mayReport }: { isPaused: boolean; mayReport: boolean }) {
  const all = pairs.value;
  const pair = all && nextPair(all);
  const rate = useRate(pair, isPaused);
  const goBack = backToLast();
  useChoiceKeys(pair !== null, KEYS, rate);
  if (!all || all.length === 0) return <p aria-live="polite">{t('align.sampling')}</p>;
  if (!pair) return <p aria-live="polite">{t('align.allRated')}</p>;
  return (
    <section class="rating" aria-label={t(`align.question.${pair.trait}`)}>
      <AskedSlip question={pair.question} evidence={pair.evidence} hint={t('align.hint.kind')} />
      <AnswerPapers pair={pair} testId="answer" disabled={isPaused} onChoose={rate} />
      <p class="small rated-count">
        {t('align.rated', { count: all.filter(({ choice }) => choice !== null).length, total: all.length })}{' '}
        {goBack && (
          <button type="button" class="link" disabled={isPaused} onClick={goBack}>
            {t('align.changeLast')}
          </button>
        )}{' '}
        {mayReport && <ReportText pairId={pair.id} onGone={() => hidePair(pair.id)} />}
      </p>
    </section>
  );
}

/** The way past the pair on screen; nothing where there is none. */
export function SkipPair({ isPaused }: { isPaused: boolean }) {
  const pair = nextPair(pairs.value ?? []);
  const rate = useRate(pair, isPaused);
  if (!pair) return null;
  return (
    <Button testId="skip-pair" disabled={isPaused} onPress={(press) => rate('skip', press)}>
      {t('align.skip')}
    </Button>
  );
}

/** The bar under the pair: how strong the signal is, skip, and (once there is something to train on) the next step. */
export function RatingBar({
  standpoint: { match },
  onTrain,
}: {
  standpoint: Standpoint;
  onTrain: (() => void) | null;
}) {
  return (
    <>
      <Meter votes={match.votes} />
      <div class="two-ways">
        <SkipPair isPaused={match.pausedAtMs !== null} />
        {onTrain && (
          <Button tone="main" testId="main-action" onPress={onTrain}>
            {t('align.toTrain')}
          </Button>
        )}
      </div>
    </>
  );
}

/** How full the pan is, with the votes in a few words. */
function Meter({ votes }: { votes: number }) {
  const strength = signalStrength(votes);
  return (
    <div class="signal-row small">
      <div
        class="meter"
        role="meter"
        aria-valuenow={Math.min(votes, GOOD_VOTES)}
        aria-valuemin={0}
        aria-valuemax={GOOD_VOTES}
        aria-label={t('align.votes', { count: votes })}
      >
        <i
          style={{
            width: `${100 * signalShare(votes)}%`,
            background: strength === 'good' ? 'var(--good)' : 'var(--mustard)',
          }}
        />
      </div>
      <span>{t(`align.short.${strength}`, { count: votes })}</span>
    </div>
  );
}

/** The meter with all its words; votes on the own lab's answers where they are known. */
export function SignalMeter({ votes, ownVotes }: { votes: number; ownVotes: number }) {
  return (
    <div class="signal">
      <Meter votes={votes} />
      <p class="small">
        {t('align.votes', { count: votes })}
        {ownVotes > 0 && `, ${t('align.ownVotes', { count: ownVotes })}`}.{' '}
        {t(`align.signal.${signalStrength(votes)}`, { weak: WEAK_VOTES, good: GOOD_VOTES })}{' '}
        <Term name="preference" />
      </p>
    </div>
  );
}
