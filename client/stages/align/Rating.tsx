/** Rating on a phone: the question, the evidence, two answers as big papers to tap; the next pair is there at once. */

import '../cards.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { RatingChoice } from '../../../shared/game/stages/align/state.ts';
import { useLookedAt } from '../cards.ts';
import { backToLast, nextPair, pairs, ratePair, type RatedPair } from './pairs.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper, PaperBack } from '../../ui/Paper.tsx';
import { Term } from '../../ui/Term.tsx';
import { GOOD_VOTES, WEAK_VOTES } from '../../../shared/game/stages/align/preferences.ts';
import { signalShare, signalStrength } from './draft.ts';

const SIDES = ['a', 'b'] as const;

interface AnswerPaperProps {
  pair: RatedPair;
  side: 'a' | 'b';
  disabled: boolean;
  onChoose: (choice: RatingChoice, press: Event) => void;
}

function AnswerPaper({ pair, side, disabled, onChoose }: AnswerPaperProps) {
  const name = side.toUpperCase();
  return (
    <button
      type="button"
      class={`answer-paper ${pair.choice === side ? 'chosen' : ''}`}
      disabled={disabled}
      data-testid={`answer-${side}`}
      aria-label={t('align.choose', { side: name, answer: pair[side] })}
      onClick={(press) => onChoose(side, press)}
    >
      <PaperBack cut="sheet" seed={side === 'a' ? 0 : 1} fill="var(--sheet)" />
      <span class="small">{t('align.answer', { side: name })}</span>
      <span class="model-voice">{pair[side]}</span>
    </button>
  );
}

/** A and B (or 1 and 2) choose, S skips; not while somebody types. */
function useRatingKeys(pair: RatedPair | null, onChoose: (choice: RatingChoice, press: Event) => void): void {
  useEffect(() => {
    if (!pair) return;
    const keys: Record<string, RatingChoice> = { a: 'a', '1': 'a', b: 'b', '2': 'b', s: 'skip' };
    const onKey = (event: KeyboardEvent): void => {
      const choice = keys[event.key.toLowerCase()];
      const typing = (event.target as Element | null)?.closest('input, textarea, select');
      if (!choice || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      onChoose(choice, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

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

export function Rating({ isPaused }: { isPaused: boolean }) {
  const all = pairs.value;
  const pair = all && nextPair(all);
  const rate = useRate(pair, isPaused);
  const goBack = backToLast();
  useRatingKeys(pair, rate);
  if (!all || all.length === 0) return <p aria-live="polite">{t('align.sampling')}</p>;
  if (!pair) return <p aria-live="polite">{t('align.allRated')}</p>;
  return (
    <section class="rating" aria-label={t(`align.question.${pair.trait}`)}>
      <Paper cut="slip" fill="var(--cream)" class="evidence on-stock">
        <p>
          <span class="small">{t('align.asked')}</span> <b>{pair.question}</b>
        </p>
        {pair.evidence ? (
          <p>
            <span class="small">{t('align.evidence')}</span> <b>{pair.evidence}</b>
          </p>
        ) : (
          <p class="small">{t('align.hint.kind')}</p>
        )}
      </Paper>
      {SIDES.map((side) => (
        <AnswerPaper key={`${pair.id}${side}`} pair={pair} side={side} disabled={isPaused} onChoose={rate} />
      ))}
      <p class="small rated-count">
        {t('align.rated', { count: all.filter(({ choice }) => choice !== null).length, total: all.length })}{' '}
        {goBack && (
          <button type="button" class="link" disabled={isPaused} onClick={goBack}>
            {t('align.changeLast')}
          </button>
        )}
      </p>
    </section>
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
  const pair = nextPair(pairs.value ?? []);
  const isPaused = match.pausedAtMs !== null;
  const rate = useRate(pair, isPaused);
  return (
    <>
      <Meter votes={match.votes} />
      <div class="two-ways">
        {pair && (
          <Button testId="skip-pair" disabled={isPaused} onPress={(press) => rate('skip', press)}>
            {t('align.skip')}
          </Button>
        )}
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
