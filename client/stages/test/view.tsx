/** The test stage: what the referee measured of the lab's models, and what passes its gate. */

import './test.css';
import type { GateDecision } from '../../../shared/game/stages/test/state.ts';
import { regressionsOf } from '../../../shared/game/stages/test/state.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf, useBusy, type Decision } from '../decision.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Attack, AttackBar } from './Attack.tsx';
import { AllLabs } from './AllLabs.tsx';
import { Board } from './Board.tsx';
import { ModelCard } from './Card.tsx';
import docs from './docs.md?raw';
import { testOf } from './found.ts';

const tab = seatSignal<'ours' | 'attack' | 'all'>('ours');

/** The ways that are open, as equal buttons: nothing here nudges. */
function Gate({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const [busy, start] = useBusy();
  const { examined } = testOf(standpoint.team);
  if (decision.committed)
    return <DecideBar decision={decision} proposed={{ stage: 'test', plan: { gate: 'ship' } }} />;
  if (!examined) return <Waiting words={t('test.measuring')} />;
  const isWorse = regressionsOf(examined).length > 0;
  const ways: GateDecision[] = [isWorse ? 'known' : 'ship', ...(examined.current ? (['back'] as const) : [])];
  return (
    <>
      <p class="small gate-hint">{t(isWorse ? 'test.worseHint' : 'test.fineHint')}</p>
      <div class="gate-ways" role="group" aria-label={t('test.gateAria')}>
        {ways.map((gate) => (
          <Button
            key={gate}
            testId={`gate-${gate}`}
            disabled={busy.value}
            onPress={() =>
              start(() => send({ type: 'plan/propose', proposed: { stage: 'test', plan: { gate } } }))
            }
          >
            {t(`test.gate.${gate}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

function Ours({ standpoint: { team } }: { standpoint: Standpoint }) {
  const { examined, gate } = testOf(team);
  if (!team.runs.pretrain) return <p>{t('test.noModel')}</p>;
  if (!examined) return <p>{t('test.lead')}</p>;
  return (
    <>
      <p>{t(examined.current ? 'test.lead' : 'test.leadAlone')}</p>
      {gate && <ModelCard team={team} />}
      <Board examined={examined} />
      <p class="small">
        {t('test.whiskers')} {t('test.items', { count: examined.items })}
      </p>
    </>
  );
}

export function TestView({ standpoint }: { standpoint: Standpoint }) {
  const decision = decisionOf(standpoint, 'test');
  return (
    <StageFrame
      title={t('test.title')}
      part={tab.value}
      docs={docs}
      bar={
        tab.value === 'attack' ? (
          <AttackBar standpoint={standpoint} />
        ) : (
          standpoint.team.runs.pretrain && <Gate standpoint={standpoint} decision={decision} />
        )
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="test"
        words={({ gate }) => t(`test.plan.${gate}`)}
      />
      <Tabs
        label={t('stage.test')}
        current={tab}
        tabs={[
          { id: 'ours', label: t('test.tabOurs') },
          { id: 'attack', label: t('test.tabAttack') },
          { id: 'all', label: t('test.tabAll') },
        ]}
      />
      {tab.value === 'ours' && <Ours standpoint={standpoint} />}
      {tab.value === 'attack' && <Attack standpoint={standpoint} />}
      {tab.value === 'all' && <AllLabs match={standpoint.match} />}
    </StageFrame>
  );
}
