/** The data stage: buy text within the budget, mix it, and agree on it. */

import './cleaning.css';
import './drawer.css';
import './bench.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { checkDataPlan, DEFAULT_DATA_PLAN } from '../../../shared/game/stages/data/plan.ts';
import { DATA_BUDGET_COINS } from '../../../shared/game/stages/data/coins.ts';
import { checkLabels } from '../../../shared/game/stages/data/labels.ts';
import { errorText } from '../../session/errors.ts';
import { loadMarket } from '../../lab/library.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { OwnText } from '../OwnText.tsx';
import { Otherwise } from '../Otherwise.tsx';
import { dataPlanWords, mixtureWords } from '../plan-words.ts';
import { StageFrame } from '../StageFrame.tsx';
import { CleaningTools, tool } from './Cleaning.tsx';
import docs from './docs.md?raw';
import { lotOfTeam } from './Auction.tsx';
import { basketPlan } from './basket.ts';
import { coinsLeft, coinsOfTeam } from './draft.ts';
import { LabellingBar } from './Labelling.tsx';
import { opens, useReadiness } from './layers.ts';
import { Market } from './Market.tsx';
import { Tested } from './Tested.tsx';
import { Mixture } from './Mixture.tsx';
import { useCleaning } from './use-cleaning.ts';

const tab = seatSignal<'buy' | 'clean' | 'mix' | 'own'>('buy');
const TITLES = { buy: 'data.title', mix: 'data.titleMix', own: 'ownText.title' } as const;
const LEADS = { buy: 'data.lead', mix: 'data.leadMix', own: 'ownText.lead' } as const;

/** Title and lead of the part that is shown; cleaning has one for each tool. */
function headOf({ match, team }: Standpoint): { title: string; lead?: string } {
  const part = tab.value;
  if (part === 'clean') {
    const shown = tool.value;
    const title = t(`cleaning.title.${shown}`);
    /* Sorting needs all the room there is for the page. */
    return shown === 'sort' ? { title } : { title, lead: t(`cleaning.lead.${shown}`) };
  }
  const budget = coinsOfTeam(team);
  const earned = budget - DATA_BUDGET_COINS;
  const isNewYear = part === 'buy' && match.generation > 1;
  const lead = isNewYear ? t('data.leadNewYear', { budget, earned }) : t(LEADS[part], { budget });
  return { title: t(TITLES[part]), lead };
}

export function DataView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(() => void loadMarket(), []);
  useCleaning(standpoint);
  const decision = decisionOf(standpoint, 'data');
  const plan = basketPlan();
  const lot = lotOfTeam(standpoint);
  const allowed = checkDataPlan(plan, lot, coinsOfTeam(standpoint.team));
  const labelled = checkLabels({ labels: standpoint.team.own?.labels ?? {} }, plan.cleaning);
  const checked = allowed.ok && !labelled.ok ? labelled : allowed;
  const coins = coinsLeft(plan, lot, coinsOfTeam(standpoint.team));
  const isBidding = standpoint.match.auction?.outcome === null && !decision.committed;
  const buying = tab.value === 'buy';
  /* An archive lies in the basket by itself. */
  const hasBought = Object.values(plan.purchases).some((portion) => portion !== 'archive');
  useReadiness(checked.ok && hasBought, coins, coinsOfTeam(standpoint.team));
  return (
    <StageFrame
      {...headOf(standpoint)}
      part={tab.value === 'clean' ? tool.value : tab.value}
      docs={docs}
      numbers={tab.value}
      bar={
        tab.value === 'clean' && tool.value === 'sort' && !decision.committed ? (
          <LabellingBar standpoint={standpoint} />
        ) : tab.value !== 'mix' && !decision.committed ? (
          <Button
            tone="main"
            class="wide"
            testId="main-action"
            disabled={!allowed.ok}
            onPress={() => (tab.value = 'mix')}
          >
            <span>{t('data.toMix')}</span>
            <small>{t('data.coinsLeft', { coins })}</small>
          </Button>
        ) : (
          <>
            {isBidding && checked.ok && opens(standpoint, 'bid') && (
              <p class="small">{t('auction.decideWarning')}</p>
            )}
            <DecideBar
              decision={decision}
              proposed={{ stage: 'data', plan }}
              note={t('data.coinsLeft', { coins })}
              obstacle={checked.ok ? null : errorText(checked.error)}
            />
          </>
        )
      }
    >
      <ProposalBar standpoint={standpoint} decision={decision} stage="data" words={dataPlanWords} />
      <Tabs
        label={t('stage.data')}
        current={tab}
        tabs={[
          { id: 'buy', label: t('data.tabBuy') },
          { id: 'mix', label: t('data.tabMix') },
          ...(opens(standpoint, 'clean') ? [{ id: 'clean' as const, label: t('cleaning.tab') }] : []),
          ...(opens(standpoint, 'ownText') ? [{ id: 'own' as const, label: t('ownText.tab') }] : []),
        ]}
      />
      {buying && <Tested />}
      {buying && <Market standpoint={standpoint} locked={decision.committed} />}
      {buying && (
        <Otherwise decision={decision} isUntouched={!hasBought} plan={mixtureWords(DEFAULT_DATA_PLAN)} />
      )}
      {tab.value === 'clean' && <CleaningTools standpoint={standpoint} locked={decision.committed} />}
      {tab.value === 'mix' && <Mixture standpoint={standpoint} locked={decision.committed} />}
      {tab.value === 'own' && <OwnText members={standpoint.members} />}
    </StageFrame>
  );
}
