/** The pretrain stage: curves and samples as they arrive, a game meanwhile, and one decision: stop early. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/i18n/t.ts';
import { loadMarket, market } from '../../net/library.ts';
import type { Standpoint } from '../../net/selectors.ts';
import { send } from '../../net/session.ts';
import { Button } from '../../overlay/Button.tsx';
import { Chart } from '../../overlay/Chart.tsx';
import { ProposalBar } from '../../overlay/ProposalBar.tsx';
import { Tabs } from '../../overlay/Tabs.tsx';
import { Term } from '../../overlay/Term.tsx';
import { CleaningNews } from '../CleaningNews.tsx';
import { Contributions } from '../Contributions.tsx';
import { decisionOf } from '../decision.ts';
import { Filmstrip } from '../Filmstrip.tsx';
import { OwnText } from '../OwnText.tsx';
import { Progress } from '../Progress.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import { bytesPerToken, chartLines, chartTwin, newestBits } from './curves.ts';
import docs from './docs.md?raw';
import { OwnHeldOut } from './OwnHeldOut.tsx';
import { Game } from './Game.tsx';

const tab = signal<'watch' | 'game' | 'talk' | 'own'>('watch');

function Watch({ standpoint }: { standpoint: Standpoint }) {
  const { match, team } = standpoint;
  const desk = team.desk;
  const prepared = desk?.prepared ?? null;
  const bytesEach = bytesPerToken(prepared, market.value, desk?.plans.data ?? null);
  const film = team.pretrain?.filmstrip ?? [];
  return (
    <>
      <Chart
        lines={chartLines(team, match.teams, bytesEach)}
        levels={prepared ? [{ label: t('pretrain.trigram'), y: prepared.trigramBitsPerByte }] : []}
        xMax={team.pretrain?.tokensTotal}
        xLabel={t('pretrain.chartX')}
        yLabel={t('pretrain.chartY')}
        heightPx={210}
        twin={chartTwin(team, match.teams, prepared)}
      />
      <Filmstrip frames={film} sample={0} most={4} />
      {team.pretrain && <Contributions run={team.pretrain} players={match.players} />}
      <CleaningNews outcome={prepared?.cleaning ?? null} />
      <p class="small">
        <Term name="bitsPerByte" /> · <Term name="heldOut" /> · <Term name="trigram" /> ·{' '}
        <Term name="earlyStopping" />
      </p>
    </>
  );
}

export function PretrainView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(() => void loadMarket(), []);
  const { team } = standpoint;
  const run = team.pretrain;
  const decision = decisionOf(standpoint, 'pretrain');
  const { mine } = decision;
  const bits = newestBits(run);
  const start = team.desk?.prepared?.untrainedBitsPerByte;
  const running = run?.status === 'running';
  return (
    <StageFrame
      title={t('pretrain.title')}
      lead={
        <span aria-live="polite">
          {bits === null && t('pretrain.lead')}
          {run && bits !== null && t('pretrain.surpriseNow', { bits: bits.toFixed(2) })}{' '}
          {run &&
            bits !== null &&
            start !== undefined &&
            t('pretrain.surpriseStart', { bits: start.toFixed(2) })}
        </span>
      }
      part={tab.value}
      docs={docs}
      numbers="pretrain"
      bar={
        <div class="training-bar">
          {run ? (
            <Progress standpoint={standpoint} run={run} />
          ) : (
            <p class="settled">{t('pretrain.preparing')}</p>
          )}
          {running && !mine && (
            <Button
              testId="main-action"
              onPress={() =>
                void send({
                  type: 'plan/propose',
                  proposed: { stage: 'pretrain', plan: { stopEarly: true } },
                })
              }
            >
              {t('pretrain.stop')}
            </Button>
          )}
          {running && mine && (
            <p class="settled">
              {t('pretrain.stopVote', { count: mine.agreedIds.length, needed: decision.needed })}
            </p>
          )}
          {run && !running && (
            <p class="settled" role="status">
              <b>{run.stoppedEarly ? t('pretrain.stoppedEarly') : t('pretrain.done')}</b>
            </p>
          )}
        </div>
      }
    >
      {running && <ProposalBar standpoint={standpoint} decision={decision} vocabSize={512} />}
      <Tabs
        label={t('stage.pretrain')}
        current={tab}
        tabs={[
          { id: 'watch', label: t('pretrain.tabWatch') },
          { id: 'game', label: t('pretrain.tabGame') },
          { id: 'talk', label: t('pretrain.tabTalk') },
          { id: 'own', label: t('ownText.tab') },
        ]}
      />
      {tab.value === 'watch' && <Watch standpoint={standpoint} />}
      {tab.value === 'watch' && team.desk?.ownHeldOut && <OwnHeldOut score={team.desk.ownHeldOut} />}
      {tab.value === 'game' && <Game purchases={team.desk?.plans.data?.purchases ?? {}} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} manner="continue" />}
      {tab.value === 'own' && <OwnText members={standpoint.members} />}
      {running && tab.value !== 'game' && <p class="small note">{t('engine.hiddenTab')}</p>}
    </StageFrame>
  );
}
