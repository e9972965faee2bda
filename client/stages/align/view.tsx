/** The align stage: rate pairs of answers, train on everybody's votes, then keep the result or undo it. */

import './align.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { MIN_PAIRS } from '../../../shared/game/stages/align/preferences.ts';
import { DEFAULT_ALIGN_TRAINING, type AlignPlan } from '../../../shared/game/stages/align/state.ts';
import type { TeamPlan } from '../../../shared/game/match.ts';
import { errorText } from '../../session/errors.ts';
import { watchPairs } from './pairs.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf, useBusy, type Decision } from '../decision.ts';
import { alignPlanWords } from '../plan-words.ts';
import { Progress } from '../Progress.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import { useDraft } from '../use-draft.ts';
import docs from './docs.md?raw';
import { alignDraft } from './draft.ts';
import { currentQuestion, Rating, RatingBar } from './Rating.tsx';
import { Training } from './Training.tsx';
import { Outcome, VerdictBar } from './Verdict.tsx';

const tab = seatSignal<'rate' | 'train' | 'result' | 'talk'>('rate');

/** Where the team is between two decisions. */
function phaseOf({ team }: Standpoint): 'open' | 'laying' | 'training' | 'scoring' | 'judging' {
  const alignment = team.own?.alignment;
  if (!alignment) return 'open';
  if (alignment.wanted) return 'laying';
  if (!alignment.trained) return 'open';
  if (team.runs.align?.status === 'running') return 'training';
  return alignment.outcome ? 'judging' : 'scoring';
}

function SettledWords({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const { team } = standpoint;
  const kind = team.own?.plans.align?.kind;
  const aligned = (team.runs.align?.tokensUsed ?? 0) > 0;
  const words = !aligned ? 'align.unchanged' : kind === 'undo' ? 'align.undone' : 'align.kept';
  return (
    <p class="settled" role="status">
      <b>{t(words)}</b>{' '}
      {decision.othersDone < decision.othersCount &&
        t('proposal.others', { done: decision.othersDone, count: decision.othersCount })}
    </p>
  );
}

/** The main button of the training tab, and the quiet way past it. */
function TrainBar({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const [busy, start] = useBusy();
  const { match } = standpoint;
  const proposed: TeamPlan = { stage: 'align', plan: { kind: 'train', ...alignDraft.value } };
  /* Where the model judges itself, no votes are needed. */
  const judgesItself = alignDraft.value.principles.length > 0;
  const tooFew = !judgesItself && match.votes < MIN_PAIRS;
  const keep: TeamPlan = { stage: 'align', plan: { kind: 'keep' } };
  return (
    <>
      <DecideBar
        decision={decision}
        proposed={proposed}
        note={t(judgesItself ? 'align.trainItself' : 'align.train')}
        obstacle={
          tooFew
            ? errorText({
                code: 'align/too_few_ratings',
                params: { pairs: match.votes, least: MIN_PAIRS },
              })
            : null
        }
      />
      {phaseOf(standpoint) === 'open' && (
        <Button
          class="wide"
          testId="align-skip"
          disabled={busy.value}
          onPress={() => start(() => send({ type: 'plan/propose', proposed: keep }))}
        >
          {t('align.skipStage')}
        </Button>
      )}
    </>
  );
}

function Bar({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const { team } = standpoint;
  const phase = phaseOf(standpoint);
  const showRating = tab.value === 'rate';
  const mayTrain = !decision.committed && phase === 'open';
  return (
    <>
      {showRating && (
        <RatingBar
          standpoint={standpoint}
          onTrain={mayTrain && standpoint.match.votes >= MIN_PAIRS ? () => (tab.value = 'train') : null}
        />
      )}
      {decision.committed && <SettledWords standpoint={standpoint} decision={decision} />}
      {!decision.committed && phase === 'laying' && <Waiting words={t('align.laying')} />}
      {!decision.committed && phase === 'training' && team.runs.align && (
        <Progress standpoint={standpoint} run={team.runs.align} />
      )}
      {!decision.committed && phase === 'scoring' && <Waiting words={t('align.scoring')} />}
      {!decision.committed && !showRating && phase === 'judging' && tab.value !== 'train' && (
        <VerdictBar onAgain={() => (tab.value = 'train')} />
      )}
      {!decision.committed && tab.value === 'train' && (phase === 'open' || phase === 'judging') && (
        <TrainBar standpoint={standpoint} decision={decision} />
      )}
    </>
  );
}

/** Puts a training plan on the player's own sliders. */
function takeOver(plan: AlignPlan): void {
  if (plan.kind !== 'train') return;
  const { kind: _kind, ...training } = plan;
  alignDraft.value = training;
}

function Result({ standpoint }: { standpoint: Standpoint }) {
  const alignment = standpoint.team.own?.alignment;
  const phase = phaseOf(standpoint);
  if (alignment?.outcome) return <Outcome alignment={alignment} outcome={alignment.outcome} />;
  if (phase === 'training') return <p>{t('align.training', { count: alignment?.pairsUsed ?? 0 })}</p>;
  return <p>{t(phase === 'scoring' ? 'align.scoring' : 'align.noResult')}</p>;
}

export function AlignView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(watchPairs, []);
  const decision = decisionOf(standpoint, 'align');
  const phase = phaseOf(standpoint);
  useDraft(standpoint, {
    stage: 'align',
    plan: { kind: 'train', ...alignDraft.value },
    first: { kind: 'train', ...DEFAULT_ALIGN_TRAINING },
    restore: takeOver,
  });
  const judged = phase === 'judging';
  /* The result is what there is to look at, so it comes forward when it is there. */
  useEffect(() => {
    if (judged) tab.value = 'result';
  }, [judged]);
  return (
    <StageFrame
      title={(tab.value === 'rate' && currentQuestion()) || t('align.title')}
      part={tab.value}
      docs={docs}
      bar={<Bar standpoint={standpoint} decision={decision} />}
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="align"
        words={alignPlanWords}
        onLoad={judged ? undefined : takeOver}
      />
      <Tabs
        label={t('stage.align')}
        current={tab}
        tabs={[
          { id: 'rate', label: t('align.tabRate') },
          { id: 'train', label: t('align.tabTrain') },
          { id: 'result', label: t('align.tabResult') },
          { id: 'talk', label: t('align.tabTalk') },
        ]}
      />
      {tab.value === 'rate' && <Rating isPaused={standpoint.match.pausedAtMs !== null} mayReport />}
      {tab.value === 'train' && (
        <Training
          standpoint={standpoint}
          locked={decision.committed || (phase !== 'open' && phase !== 'judging')}
        />
      )}
      {tab.value === 'result' && <Result standpoint={standpoint} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} />}
    </StageFrame>
  );
}
