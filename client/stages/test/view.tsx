/** The test stage: what the referee measured of the lab's models, and what passes its gate. */

import './test.css';
import { regressionsOf, type TestPlan } from '../../../shared/game/stages/test/state.ts';
import { duelOf, hardeningOf, testOf } from '../../../shared/game/stages/test/shown.ts';
import { formatList } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf, useBusy, type Decision } from '../decision.ts';
import { Progress } from '../Progress.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Attack, AttackBar } from './Attack.tsx';
import { AllLabs } from './AllLabs.tsx';
import { Board } from './Board.tsx';
import { ModelCard } from './Card.tsx';
import docs from './docs.md?raw';
import { OwnBar, OwnTests } from './OwnTests.tsx';

const tab = seatSignal<'ours' | 'attack' | 'own' | 'all'>('ours');

function canHarden({ match, team }: Standpoint): boolean {
  const { examined, hardening } = testOf(team);
  const fell = duelOf(match)?.counts[team.id]?.fell ?? 0;
  return fell > 0 && hardening === null && examined?.candidate !== 'pretrain';
}

function Hardening({ standpoint }: { standpoint: Standpoint }) {
  const { test } = standpoint.team.runs;
  return test ? <Progress standpoint={standpoint} run={test} /> : <Waiting words={t('test.hardening')} />;
}

/** The ways that are open, as equal buttons: nothing here nudges. */
function Gate({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const [busy, start] = useBusy();
  const { examined } = testOf(standpoint.team);
  if (decision.committed)
    return <DecideBar decision={decision} proposed={{ stage: 'test', plan: { gate: 'ship' } }} />;
  const hardening = hardeningOf(standpoint.team);
  if (!examined || hardening === 'measuring') return <Waiting words={t('test.measuring')} />;
  if (hardening) return <Hardening standpoint={standpoint} />;
  const isWorse = regressionsOf(examined).length > 0;
  const mayHarden = canHarden(standpoint);
  const ways: TestPlan['gate'][] = [
    isWorse ? 'known' : 'ship',
    ...(examined.current ? (['back'] as const) : []),
    ...(mayHarden ? (['harden'] as const) : []),
  ];
  return (
    <>
      <p class="small gate-hint">
        {t(mayHarden ? 'test.fallenHint' : isWorse ? 'test.worseHint' : 'test.fineHint')}
      </p>
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
  const { examined, gate, hardening } = testOf(team);
  if (!team.runs.pretrain) return <p>{t('test.noModel')}</p>;
  if (!examined) return <p>{t('test.lead')}</p>;
  return (
    <>
      <p>{t(examined.current ? 'test.lead' : 'test.leadAlone')}</p>
      {gate && <ModelCard team={team} />}
      {hardening && hardeningOf(team) !== 'training' && (
        <p>{t('test.hardened', { goals: formatList(hardening.map((goal) => t(`duel.goal.${goal}`))) })}</p>
      )}
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
        ) : tab.value === 'own' ? (
          testOf(standpoint.team).examined && <OwnBar standpoint={standpoint} />
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
          { id: 'own', label: t('test.tabOwn') },
          { id: 'all', label: t('test.tabAll') },
        ]}
      />
      {tab.value === 'ours' && <Ours standpoint={standpoint} />}
      {tab.value === 'attack' && <Attack standpoint={standpoint} />}
      {tab.value === 'own' && <OwnTests standpoint={standpoint} />}
      {tab.value === 'all' && <AllLabs match={standpoint.match} />}
    </StageFrame>
  );
}
