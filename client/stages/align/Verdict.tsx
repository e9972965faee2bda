/** The aligned model beside the one before: the referee's numbers, answers side by side, and keep, undo or try again. */

import { Curious } from '../../ui/Curious.tsx';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { PreferenceScores } from '../../../shared/evals/preference.ts';
import { GATE_IN_FORM_SHARE } from '../../../shared/game/stages/align/preferences.ts';
import type { Alignment, AlignOutcome, AlignPlan, Taught } from '../../../shared/game/stages/align/state.ts';
import {
  alignVerdict,
  BROKEN_SHARE,
  LEAST_RISE,
  LEAST_TONE_VOTES,
} from '../../../shared/game/stages/align/verdict.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { Term } from '../../ui/Term.tsx';
import { useBusy } from '../decision.ts';
import { Attempts } from './Attempts.tsx';

const SCORES = ['kindShare', 'trueShare', 'inFormShare', 'variety'] as const;
const percent = (share: number): number => Math.round(share * 100);

function Scores({ before, after }: { before: PreferenceScores; after: PreferenceScores }) {
  return (
    <ul class="align-scores">
      {SCORES.map((name) => (
        <li
          key={name}
          aria-label={t('align.scoreTwin', {
            name: t(`align.score.${name}`),
            before: percent(before[name]),
            after: percent(after[name]),
          })}
        >
          <span>{t(`align.score.${name}`)}</span>
          <span class="score-bars" aria-hidden="true">
            <i class="faded" style={{ width: `${100 * before[name]}%` }} />
            <i style={{ width: `${100 * after[name]}%` }} />
          </span>
          <b aria-hidden="true">
            {percent(before[name])} → {percent(after[name])}&nbsp;%
          </b>
        </li>
      ))}
    </ul>
  );
}

/** One sentence on what became of what people voted for, and where it did not rise, why not. */
function Verdict({ alignment, outcome }: { alignment: Alignment; outcome: AlignOutcome }) {
  const { before, taught } = alignment;
  const verdict = alignVerdict(alignment, outcome);
  const words = {
    before: percent(before?.kindShare ?? 0),
    after: percent(outcome.after.kindShare),
    form: percent(before?.inFormShare ?? 0),
    gate: percent(GATE_IN_FORM_SHARE),
    votes: taught?.toneVotes ?? 0,
    least: LEAST_TONE_VOTES,
    agreement: percent(taught?.agreement ?? 0),
    practised: taught?.practised ?? 0,
    asked: taught?.asked ?? 0,
    rise: percent(LEAST_RISE),
    wins: percent(outcome.proxyWins),
    pairs: alignment.pairsUsed,
  };
  return (
    <p class={verdict === 'risen' || verdict === 'judged_itself' ? '' : 'warn'} data-testid="align-verdict">
      {t(`align.verdict.${verdict}`, words)}
    </p>
  );
}

/** What came of judging by principles: how far it keeps to them, and whether people agree with its judgements. */
function Judged({ people, kept }: { people: Taught['people']; kept: AlignOutcome['kept'] }) {
  if (!people) return null;
  return (
    <div data-testid="judged-itself">
      <ul>
        {kept.map(({ principle, before, after }) => (
          <li key={principle}>
            {t('align.principleKept', {
              principle: t(`align.principle.${principle}`),
              before: percent(before),
              after: percent(after),
            })}
          </li>
        ))}
      </ul>
      <p>{people.pairs > 0 ? t('align.people', people) : t('align.people.none')}</p>
    </div>
  );
}

export function Outcome({ alignment, outcome }: { alignment: Alignment; outcome: AlignOutcome }) {
  const { before } = alignment;
  if (!before) return null;
  return (
    <section aria-live="polite">
      <Verdict alignment={alignment} outcome={outcome} />
      <Judged people={alignment.taught?.people ?? null} kept={outcome.kept} />
      {outcome.after.inFormShare < BROKEN_SHARE && <p class="warn">{t('align.broken')}</p>}
      <p>{t('align.judgeLead')}</p>
      <Scores before={before} after={outcome.after} />
      <Curious>
        {t('curious.moved', { nats: formatDecimal(outcome.klNats, 1) })} <Term name="kl" /> ·{' '}
        <Term name="variety" />
      </Curious>
      <Attempts alignment={alignment} />
      <ul class="answers">
        {outcome.answers.map((answer, index) => (
          <li key={index}>
            <Paper cut="slip" seed={index}>
              <p>
                <b lang="en">{answer.question}</b>
              </p>
              <div class="two-voices">
                <p class="model-voice faded">
                  <span class="small">{t('align.before')}</span>
                  <span lang="en">{answer.before.trim() || '…'}</span>
                </p>
                <p class="model-voice">
                  <span class="small">{t('align.after')}</span>
                  <span lang="en">{answer.after.trim() || '…'}</span>
                  {answer.fault && (
                    <span class="verdict warn">
                      ✗ {t('fine-tune.notInForm')}: {t(`fault.${answer.fault}`)}
                    </span>
                  )}
                </p>
              </div>
            </Paper>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Three equal buttons: nothing here nudges. */
export function VerdictBar({ onAgain }: { onAgain: () => void }) {
  const [busy, start] = useBusy();
  const propose = (plan: AlignPlan): void =>
    start(() => send({ type: 'plan/propose', proposed: { stage: 'align', plan } }));
  return (
    <div class="three-ways" role="group" aria-label={t('align.decideAria')}>
      <Button testId="align-keep" disabled={busy.value} onPress={() => propose({ kind: 'keep' })}>
        {t('align.keep')}
      </Button>
      <Button testId="align-undo" disabled={busy.value} onPress={() => propose({ kind: 'undo' })}>
        {t('align.undo')}
      </Button>
      <Button testId="align-again" disabled={busy.value} onPress={onAgain}>
        {t('align.again')}
      </Button>
    </div>
  );
}
