/** The fine-tune stage: write the lesson, let it train, compare before and after, and talk to the result. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { isSamePlan } from '../../../shared/game/same-plan.ts';
import {
  cardCount,
  checkFineTunePlan,
  DEFAULT_FINE_TUNE_PLAN,
  MIN_CARDS,
} from '../../../shared/game/stages/fine-tune/plan.ts';
import { errorText } from '../../session/errors.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Answers } from '../Answers.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { Otherwise } from '../Otherwise.tsx';
import { fineTunePlanWords } from '../plan-words.ts';
import { Progress } from '../Progress.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import { useDraft } from '../use-draft.ts';
import docs from './docs.md?raw';
import { FIRST_CARDS, fineTuneDraft } from './draft.ts';
import { Cards, Style } from './Lesson.tsx';
import { OwnCards } from './OwnCards.tsx';

type TabName = 'cards' | 'style' | 'own' | 'answers' | 'talk';

function AnswersTab({ standpoint }: { standpoint: Standpoint }) {
  const { team } = standpoint;
  const tuning = team.own?.tuning;
  if (!tuning) {
    return (
      <p>
        {team.runs['fine-tune']?.status === 'finished' ? t('fine-tune.scoring') : t('fine-tune.training')}
      </p>
    );
  }
  return (
    <>
      <p aria-live="polite">
        <b>
          {t('fine-tune.inForm', {
            share: Math.round(tuning.inFormShare * 100),
            before: Math.round(tuning.baseInFormShare * 100),
          })}
        </b>
      </p>
      <Answers answers={tuning.answers} />
    </>
  );
}

export function FineTuneView({ standpoint }: { standpoint: Standpoint }) {
  const { team } = standpoint;
  const decision = decisionOf(standpoint, 'fine-tune');
  const agreed = team.own?.plans['fine-tune'];
  const tab = useSignal<TabName>(decision.committed ? 'answers' : 'cards');
  useEffect(() => {
    if (!agreed) return;
    fineTuneDraft.value = agreed;
    tab.value = 'answers';
  }, [agreed && JSON.stringify(agreed)]);
  const plan = fineTuneDraft.value;
  const isServed = standpoint.match.settings?.leftOut.includes('deploy') === false;
  const leftOut = team.own?.cardsLeftOut ?? 0;
  const checked = checkFineTunePlan(plan);
  const restore = (drafted: typeof plan): void => void (fineTuneDraft.value = drafted);
  useDraft(standpoint, { stage: 'fine-tune', plan, first: FIRST_CARDS, restore });
  /* Own cards are learned where they are written: on this device, if it can train. */
  const canTrain = (standpoint.me.device?.tokensPerSecond ?? 0) > 0;
  const ownTab = canTrain ? [{ id: 'own' as const, label: t('fine-tune.tabOwn') }] : [];
  const tabs: { id: TabName; label: string }[] = decision.committed
    ? [
        { id: 'answers', label: t('fine-tune.tabAnswers') },
        { id: 'talk', label: t('fine-tune.tabTalk') },
        { id: 'cards', label: t('fine-tune.tabCards') },
        ...ownTab,
      ]
    : [
        { id: 'cards', label: t('fine-tune.tabCards') },
        { id: 'style', label: t('fine-tune.tabStyle') },
        ...ownTab,
        { id: 'talk', label: t('fine-tune.tabTalk') },
      ];
  return (
    <StageFrame
      title={t('fine-tune.title')}
      lead={decision.committed ? t('fine-tune.training') : t('fine-tune.lead')}
      part={tab.value}
      docs={docs}
      bar={
        <>
          {team.runs['fine-tune'] && <Progress standpoint={standpoint} run={team.runs['fine-tune']} />}
          {(!decision.committed || team.runs['fine-tune']?.status !== 'running') && (
            <DecideBar
              decision={decision}
              proposed={{ stage: 'fine-tune', plan }}
              note={t(`style.${plan.style}`)}
              obstacle={checked.ok ? null : errorText(checked.error)}
            />
          )}
          {decision.committed && !team.runs['fine-tune'] && <p class="small">{t('fine-tune.waiting')}</p>}
        </>
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="fine-tune"
        words={fineTunePlanWords}
        onLoad={restore}
      />
      <Tabs label={t('stage.fine-tune')} tabs={tabs} current={tab} />
      {leftOut > 0 && (
        <p class="small warn" role="status">
          {t('fine-tune.cardsLeftOut', { leftOut, tokens: team.own?.plans.scale?.contextLength ?? 0 })}
        </p>
      )}
      {tab.value === 'cards' && <Cards locked={decision.committed} isServed={isServed} />}
      {tab.value === 'cards' && (
        <Otherwise
          decision={decision}
          isUntouched={isSamePlan(plan, FIRST_CARDS) && (team.own?.drafts.length ?? 0) === 0}
          plan={fineTunePlanWords(DEFAULT_FINE_TUNE_PLAN)}
        />
      )}
      {tab.value === 'style' && <Style locked={decision.committed} />}
      {tab.value === 'own' && <OwnCards isOpen={team.runs['fine-tune']?.status !== 'finished'} />}
      {tab.value === 'answers' && <AnswersTab standpoint={standpoint} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} />}
      {tab.value === 'cards' && !decision.committed && cardCount(plan) < MIN_CARDS && (
        <p class="small">{t('fine-tune.cardsFew', { least: MIN_CARDS })}</p>
      )}
    </StageFrame>
  );
}
