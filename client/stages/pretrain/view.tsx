/** The pretrain stage: curves and samples as they arrive, a game meanwhile, and one decision: stop early. */

import { Curious } from '../../ui/Curious.tsx';
import { guessWords } from '../../i18n/guess.ts';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { isOpen } from '../../../shared/game/level.ts';
import type { CurveHint } from '../../../shared/game/stages/pretrain/curve-hints.ts';
import type { Proposal } from '../../../shared/game/match.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { loadMarket, market } from '../../lab/library.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Chart } from '../../ui/Chart.tsx';
import { ProposalBar } from '../ProposalBar.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Term } from '../../ui/Term.tsx';
import { CleaningNews } from '../CleaningNews.tsx';
import { Contributions } from '../Contributions.tsx';
import { betWords } from '../bet-words.ts';
import { decisionOf, useBusy, type Decision } from '../decision.ts';
import { Filmstrip } from './Filmstrip.tsx';
import { OwnText } from '../OwnText.tsx';
import { pretrainPlanWords } from '../plan-words.ts';
import { Progress } from '../Progress.tsx';
import { formatQuantity } from '../../i18n/quantity.ts';
import { StageFrame } from '../StageFrame.tsx';
import { Talk } from '../Talk.tsx';
import { finalBits, newestBits, startBits } from '../curves.ts';
import { hardestWords } from '../race-words.ts';
import { bytesPerToken, chartLines, chartTwin } from './curves.ts';
import docs from './docs.md?raw';
import { OwnHeldOut } from './OwnHeldOut.tsx';
import { hintWords } from './hints.ts';
import { proposePretrain, Steering } from './Steering.tsx';
import { TakeBack } from './Stopping.tsx';
import { Game } from './Game.tsx';

const isStop = ({ proposed }: Proposal): boolean =>
  proposed.stage === 'pretrain' && 'stopEarly' in proposed.plan;

const tab = seatSignal<'watch' | 'steer' | 'game' | 'talk' | 'own'>('watch');

/** What the curve says, and what could be done about it. */
function Hints({ hints }: { hints: readonly CurveHint[] }) {
  if (hints.length === 0) return null;
  return (
    <section class="hints" role="status" aria-label={t('pretrain.hintsTitle')}>
      {hints.map((hint) => (
        <p key={hint.kind} class="warn">
          {hintWords(hint)}
        </p>
      ))}
    </section>
  );
}

/** How the lab's bet stands against what the referee measured at the end. */
function Bet({ team }: { team: TeamView }) {
  const bet = team.own?.plans.scale?.bet;
  if (bet === undefined || !team.runs.pretrain) return null;
  const measured = team.runs.pretrain.status === 'finished' ? finalBits(team.runs.pretrain) : null;
  return (
    <p class="facts">
      {measured === null ? t('bet.placed', { bet: guessWords(bet) }) : betWords(bet, measured)}
    </p>
  );
}

function Watch({ standpoint, decision }: { standpoint: Standpoint; decision: Decision }) {
  const [busy, start] = useBusy();
  const { match, team } = standpoint;
  const own = team.own;
  const prepared = own?.prepared ?? null;
  const bytesEach = bytesPerToken(prepared, market.value, own?.plans.data ?? null);
  return (
    <>
      <Hints hints={own?.hints ?? []} />
      <Bet team={team} />
      <Chart
        lines={chartLines(team, match.teams, bytesEach)}
        levels={prepared ? [{ label: t('pretrain.trigram'), y: prepared.trigramBitsPerByte }] : []}
        xMax={team.runs.pretrain?.tokensTotal}
        xLabel={t('pretrain.chartX')}
        yLabel={t('pretrain.chartY')}
        heightPx={230}
        twin={chartTwin(team, match.teams, prepared)}
      />
      {team.runs.pretrain && (
        <Filmstrip
          run={team.runs.pretrain}
          most={4}
          action={({ backTo }) =>
            backTo === null ? null : (
              <Button
                testId="go-back"
                disabled={busy.value}
                onPress={() => start(() => proposePretrain({ rollBackTo: backTo.version }))}
              >
                {t(decision.alone ? 'pretrain.back' : 'pretrain.backPropose', {
                  tokens: formatQuantity(backTo.tokens),
                })}
              </Button>
            )
          }
        />
      )}
      <p class="small">{t('pretrain.backAbout')}</p>
      {team.runs.pretrain && <Contributions run={team.runs.pretrain} players={match.players} />}
      <CleaningNews outcome={prepared?.cleaning ?? null} />
      <Curious>
        <Term name="checkpoint" /> · <Term name="bitsPerByte" /> · <Term name="heldOut" /> ·{' '}
        <Term name="trigram" /> · <Term name="earlyStopping" />
      </Curious>
    </>
  );
}

export function PretrainView({ standpoint }: { standpoint: Standpoint }) {
  useEffect(() => void loadMarket(), []);
  const { team } = standpoint;
  const run = team.runs.pretrain;
  const decision = decisionOf(standpoint, 'pretrain');
  const { mine } = decision;
  const bits = newestBits(run);
  const prepared = team.own?.prepared;
  const running = run?.status === 'running';
  const { settings } = standpoint.match;
  const showsOwnText = isOpen(settings?.level ?? 'first', 'ownText', standpoint.me.addsOwnText);
  return (
    <StageFrame
      title={t('pretrain.title')}
      lead={
        <span aria-live="polite">
          {bits === null && t('pretrain.lead')}
          {run && bits !== null && t('pretrain.surpriseNow', { guess: guessWords(bits) })}{' '}
          {run && hardestWords(run)}{' '}
          {run &&
            bits !== null &&
            prepared &&
            t(prepared.start ? 'pretrain.surpriseGoingOn' : 'pretrain.surpriseStart', {
              guess: guessWords(startBits(prepared)),
            })}
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
          {running && mine && !isStop(mine) && (
            <p class="settled" role="status">
              {t('proposal.votes', { count: mine.agreedIds.length, needed: decision.needed })}
            </p>
          )}
          {running && mine && isStop(mine) && (
            <p class="settled">
              {t('pretrain.stopVote', { count: mine.agreedIds.length, needed: decision.needed })}
            </p>
          )}
          {run && !running && (
            <p class="settled" role="status">
              <b>{run.stoppedEarly ? t('pretrain.stoppedEarly') : t('pretrain.done')}</b>
            </p>
          )}
          {run && <TakeBack run={run} />}
        </div>
      }
    >
      {run && (
        <ProposalBar
          standpoint={standpoint}
          decision={decision}
          stage="pretrain"
          words={(proposed) => pretrainPlanWords(proposed, run.checkpoints)}
        />
      )}
      <Tabs
        label={t('stage.pretrain')}
        current={tab}
        tabs={[
          { id: 'watch', label: t('pretrain.tabWatch') },
          { id: 'steer', label: t('pretrain.tabSteer') },
          { id: 'game', label: t('pretrain.tabGame') },
          { id: 'talk', label: t('pretrain.tabTalk') },
          ...(showsOwnText ? [{ id: 'own' as const, label: t('ownText.tab') }] : []),
        ]}
      />
      {tab.value === 'watch' && <Watch standpoint={standpoint} decision={decision} />}
      {tab.value === 'watch' && team.own?.ownHeldOut && <OwnHeldOut score={team.own.ownHeldOut} />}
      {tab.value === 'steer' && run && <Steering standpoint={standpoint} run={run} decision={decision} />}
      {tab.value === 'game' && <Game purchases={team.own?.plans.data?.purchases ?? {}} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} />}
      {tab.value === 'own' && <OwnText members={standpoint.members} />}
      {running && tab.value !== 'game' && <p class="small note">{t('engine.hiddenTab')}</p>}
    </StageFrame>
  );
}
