/** The deploy stage: wrap the model on the workbench and decide, then watch the town ask. */

import './deploy.css';
import { useEffect } from 'preact/hooks';
import { DEFAULT_DEPLOY_PLAN, productOf } from '../../../shared/game/stages/deploy/state.ts';
import { t } from '../../i18n/t.ts';
import { session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { useDraft } from '../use-draft.ts';
import { CostChart } from './CostChart.tsx';
import { Day } from './Day.tsx';
import docs from './docs.md?raw';
import { dayOf, shopOf } from '../../../shared/game/stages/deploy/shown.ts';
import { deployDraft } from './draft.ts';
import { Measured, OpenedWays, triedOf } from './Measured.tsx';
import { PupilCard } from './PupilCard.tsx';
import { ServingBench } from './ServingBench.tsx';
import { deployPlanWords } from '../product-words.ts';
import { ToolBench } from './ToolBench.tsx';
import { LogBench } from './LogBench.tsx';
import { AnswersBench, SafetyBench } from './Workbench.tsx';

type TabName = 'answers' | 'tools' | 'safety' | 'serving';
const tab = seatSignal<TabName>('answers');

/** After the last choice: whoever goes through all of them is not to have each one tried. */
const TRIED_AFTER_MS = 300;

/** Has the product on the workbench tried out, unless it was; the bare model first, to compare with. */
function useTrying(standpoint: Standpoint): void {
  const shop = shopOf(standpoint.team);
  const plan = deployDraft.value;
  const isOpen = shop !== null && shop.plan === null && standpoint.match.pausedAtMs === null;
  const hasBare = shop !== null && triedOf(shop, DEFAULT_DEPLOY_PLAN) !== null;
  const wanted = productOf(hasBare ? plan : DEFAULT_DEPLOY_PLAN);
  const isDue = isOpen && shop.wanted === null && triedOf(shop, wanted) === null;
  useEffect(() => {
    if (!isDue) return undefined;
    const owner = session.peek();
    const timer = setTimeout(
      () => void owner.send({ type: 'deploy/try', product: wanted }, true),
      TRIED_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [isDue, JSON.stringify(wanted)]);
}

function Bench({ standpoint }: { standpoint: Standpoint }) {
  const { team } = standpoint;
  const decision = decisionOf(standpoint, 'deploy');
  const shop = shopOf(team);
  const restore = (plan: typeof deployDraft.value): void => void (deployDraft.value = plan);
  useDraft(standpoint, { stage: 'deploy', plan: deployDraft.value, first: DEFAULT_DEPLOY_PLAN, restore });
  useTrying(standpoint);
  useEffect(() => {
    if (shop?.plan) restore(shop.plan);
  }, [shop?.plan && JSON.stringify(shop.plan)]);
  return (
    <StageFrame
      title={t('deploy.title')}
      lead={t('deploy.lead')}
      part={tab.value}
      docs={docs}
      bar={<DecideBar decision={decision} proposed={{ stage: 'deploy', plan: deployDraft.value }} />}
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="deploy"
        words={deployPlanWords}
        onLoad={restore}
      />
      <Tabs
        label={t('stage.deploy')}
        current={tab}
        tabs={[
          { id: 'answers', label: t('deploy.tabAnswers') },
          { id: 'tools', label: t('deploy.tabTools') },
          { id: 'safety', label: t('deploy.tabSafety') },
          { id: 'serving', label: t('deploy.tabServing') },
        ]}
      />
      {tab.value === 'serving' && shop && (
        <ServingBench locked={decision.committed} shown={{ shop, players: standpoint.match.players }} />
      )}
      {!shop && <Waiting words={t('deploy.measuring')} />}
      {tab.value !== 'serving' && shop && (
        <>
          <Measured shop={shop} product={deployDraft.value} bench={tab.value} />
          {tab.value === 'answers' && (
            <PupilCard locked={decision.committed} shop={shop} standpoint={standpoint} />
          )}
          {tab.value === 'answers' && <AnswersBench locked={decision.committed} shop={shop} />}
          {tab.value === 'tools' && <ToolBench locked={decision.committed} />}
          {tab.value === 'safety' && <SafetyBench locked={decision.committed} shop={shop} />}
          {tab.value === 'safety' && <LogBench locked={decision.committed} />}
          {tab.value === 'answers' && <CostChart shop={shop} product={deployDraft.value} />}
          <OpenedWays shop={shop} product={deployDraft.value} bench={tab.value} />
        </>
      )}
    </StageFrame>
  );
}

export function DeployPanel({ standpoint }: { standpoint: Standpoint }) {
  const day = dayOf(standpoint.match);
  if (!day?.isOpen) return <Bench standpoint={standpoint} />;
  const hour = Math.min(day.hourCount, day.hoursDone + (day.isServing ? 1 : 0));
  return (
    <StageFrame
      title={t('deploy.day')}
      lead={t('deploy.hour', { hour, count: day.hourCount })}
      part={`hour ${day.hoursDone}`}
      docs={docs}
    >
      <Day day={day} standpoint={standpoint} />
    </StageFrame>
  );
}
