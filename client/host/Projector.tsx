/** The projector: what a whole room reads from ten meters. */

import { t } from '../i18n/t.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { Chart } from '../ui/Chart.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Paper } from '../ui/Paper.tsx';
import { hueOf, shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { useSize } from '../ui/use-size.ts';
import { awardReason } from '../stages/debrief/Awards.tsx';
import { awardsOf, rankTeams } from '../stages/debrief/rank.ts';
import { SCORES } from '../stages/debrief/Ranking.tsx';
import { strings } from '../stages/debrief/strings.ts';
import { mixtureWords, scalePlanWords } from '../stages/plan-words.ts';
import { Scene } from '../stages/Scene.tsx';
import { ArenaPodium, ArenaStage, SpotlightSheet } from './ArenaWall.tsx';
import { AuctionWall } from './AuctionWall.tsx';
import { JoinCard } from './JoinCard.tsx';
import { ScalingWall, showsScaling } from './ScalingWall.tsx';
import { decidedCount, playingTeams, raceLines, raceOrder, wallNotes } from './race.ts';

/** Sizes are designed for 1920 x 1080 and scale with the screen. */
function unitPx(): number {
  return Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
}

function Race({ match }: { match: MatchView }) {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const lines = raceLines(match);
  const measured = lines.some((line) => line.points.length > 0);
  const twin = raceOrder(match)
    .map(({ team, bits }) =>
      bits === null ? team.name : `${team.name}: ${t('projector.bits', { bits: bits.toFixed(2) })}`,
    )
    .join('; ');
  const totals = match.teams.map((team) => team.runs.pretrain?.tokensTotal ?? 0);
  return (
    <Paper class="race">
      <h2>{t('projector.race')}</h2>
      <div class="race-chart" ref={ref}>
        {measured && height > 0 ? (
          <Chart
            lines={lines}
            xMax={Math.max(...totals, 1)}
            xLabel={t('projector.raceX')}
            yLabel={t('projector.raceY')}
            heightPx={height}
            fontPx={28 * unitPx()}
            twin={twin}
          />
        ) : (
          <p class="muted">{t('projector.raceEmpty')}</p>
        )}
      </div>
    </Paper>
  );
}

/** What the lab chose, in one line. */
function choices({ debrief }: TeamView): string {
  const { data, scale } = debrief?.plans ?? { data: null, scale: null };
  return [data && mixtureWords(data), scale && data && scalePlanWords(scale, data.vocabSize)]
    .filter((part) => part !== null)
    .join('; ');
}

/** With more labs there is no room for what came of each choice. */
const MOST_WITH_STRINGS = 3;

function Podium({ match }: { match: MatchView }) {
  const ranked = rankTeams(playingTeams(match));
  return (
    <Paper class="race podium">
      <h2>{t('projector.ranking')}</h2>
      <ol>
        {ranked.map(({ team, rank, total }) => {
          const score = team.debrief?.score;
          return (
            <li key={team.id}>
              <b class="title-face">{rank}</b>
              <TeamShape shape={shapeOf(team.look)} sizePx={64 * unitPx()} />
              <b class="title-face podium-name">{team.name}</b>
              <span class="podium-bar">
                <i style={{ width: `${total ?? 0}%`, background: hueOf(team.look) }} />
              </span>
              <b class="title-face">{total === null ? '…' : Math.round(total)}</b>
              {score && (
                <span class="podium-parts">
                  {SCORES.map((name) => {
                    const value = score[name];
                    return t('debrief.part', {
                      name: t(`debrief.${name}`),
                      value: value === null ? '–' : Math.round(value),
                    });
                  }).join(' · ')}
                  <br />
                  {choices(team)}
                  {ranked.length <= MOST_WITH_STRINGS &&
                    strings(match, team)
                      .slice(0, 2)
                      .map((line) => (
                        <>
                          <br />
                          {line}
                        </>
                      ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Paper>
  );
}

function Labs({ match }: { match: MatchView }) {
  const deciding = decidedCount(match);
  return (
    <ul class="labs">
      {match.teams.map((team, index) => {
        const members = match.players.filter((player) => player.teamId === team.id);
        if (match.stage !== 'lobby' && members.length === 0) return null;
        const done = team.committed.some((stage) => stage === match.stage);
        return (
          <li key={team.id}>
            <Paper cut="slip" seed={index} class="lab-slip">
              <TeamShape shape={shapeOf(team.look)} sizePx={56 * unitPx()} />
              <div>
                <b class="title-face">{team.name}</b>
                <span class="muted">
                  {deciding
                    ? done
                      ? `✓ ${t('projector.done')}`
                      : t('projector.deciding')
                    : members.map((member) => member.name).join(', ') || t('lobby.empty')}
                </span>
              </div>
            </Paper>
          </li>
        );
      })}
    </ul>
  );
}

function Wall({ match }: { match: MatchView }) {
  const notes = wallNotes(match, 4);
  if (notes.length === 0) return <p class="muted wall-empty">{t('projector.wallEmpty')}</p>;
  return (
    <ul class="wall" aria-label={t('projector.wall')}>
      {notes.map(({ team, prompt, text }, index) => (
        <li key={team.id}>
          <Paper
            cut="slip"
            seed={index}
            fill={index % 2 ? 'var(--cream)' : 'var(--sheet)'}
            class={`wall-note ${index % 2 ? 'on-stock' : ''}`}
          >
            <i class="peg" />
            <p class="model-voice">
              <span class="prompt">{prompt}</span> {text.trim().slice(0, 110) || '…'}
            </p>
            <p class="wall-team">
              <TeamShape shape={shapeOf(team.look)} sizePx={36 * unitPx()} /> {team.name}
            </p>
          </Paper>
        </li>
      ))}
    </ul>
  );
}

function SoFar({ match }: { match: MatchView }) {
  const order = raceOrder(match);
  if (order.every((entry) => entry.bits === null)) return null;
  return (
    <Paper cut="sheet" seed={1} class="so-far">
      <h2>{t('projector.rankingSoFar')}</h2>
      <ol>
        {order.slice(0, 5).map(({ team, bits }) => (
          <li key={team.id}>
            <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx()} />
            <b>{team.name}</b>
            <span class="title-face">
              {match.stage === 'fine-tune' && team.inFormShare !== null
                ? t('projector.inForm', { share: Math.round(team.inFormShare * 100) })
                : (bits?.toFixed(2) ?? '…')}
            </span>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

/** Each award in two lines: whose, and for what. */
function AwardWall({ match }: { match: MatchView }) {
  const awards = awardsOf(match);
  if (awards.length === 0) return null;
  return (
    <Paper cut="sheet" seed={1} class="award-wall">
      <h2>{t('projector.awards')}</h2>
      <ul>
        {awards.slice(0, 5).map((award) => {
          const team = match.teams.find(({ id }) => id === award.teamId);
          return (
            <li key={award.id}>
              {team && <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx()} />}
              <div>
                <b>{t('debrief.awardLine', { award: t(`award.${award.id}`), team: team?.name ?? '' })}</b>
                <br />
                <span class="muted">{awardReason(award)}</span>
              </div>
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}

export function Projector({ match }: { match: MatchView }) {
  const { stage } = match;
  const scaling = showsScaling(match);
  const racing = !scaling && (stage === 'pretrain' || stage === 'fine-tune');
  const shown = playingTeams(match)[0] ?? match.teams[0];
  const deciding = decidedCount(match);
  return (
    <main class="projector" data-stage={stage}>
      <section class="projector-main">
        {racing && <Race match={match} />}
        {scaling && <ScalingWall match={match} unitPx={unitPx()} />}
        {stage === 'debrief' && <Podium match={match} />}
        {stage === 'arena' && shown && <ArenaStage match={match} shown={shown} />}
        {(stage === 'arena' || stage === 'debrief') && <SpotlightSheet match={match} unitPx={unitPx()} />}
        {!racing && !scaling && stage !== 'debrief' && stage !== 'arena' && shown && (
          <div class="projector-scene">
            <Scene match={match} viewer={{ team: shown, playerId: null }} layout="stage" />
          </div>
        )}
      </section>
      <aside class="projector-side">
        <Paper class="stage-card">
          <h1>{t(`stage.${stage}`)}</h1>
          <p>
            {t(
              match.arena?.revealed && stage === 'arena' ? 'projector.arenaOpen' : `projector.stage.${stage}`,
            )}
          </p>
          <div class="row spread">
            <Clock
              stageEndsAtMs={match.stageEndsAtMs}
              pausedAtMs={match.pausedAtMs}
              stageSeconds={match.settings?.stageSeconds[stage] ?? null}
              sizePx={72 * unitPx()}
            />
            <span class="muted">
              {stage === 'align' && `${t('projector.votes', { votes: match.votes, pairs: match.pairs })}; `}
              {deciding
                ? t('projector.decided', { ...deciding })
                : stage === 'arena' && match.arena
                  ? t('projector.arenaVotes', {
                      votes: match.arena.votes,
                      done: match.arena.done,
                      count: match.arena.voters,
                    })
                  : t('projector.players', { count: match.players.length })}
            </span>
          </div>
        </Paper>
        {stage === 'data' && match.auction && (
          <AuctionWall match={match} auction={match.auction} unitPx={unitPx()} />
        )}
        {stage !== 'lobby' && stage !== 'debrief' && stage !== 'arena' && <SoFar match={match} />}
        {stage === 'arena' && <ArenaPodium match={match} unitPx={unitPx()} />}
        {stage === 'debrief' && <AwardWall match={match} />}
        {stage === 'arena' && match.arena?.revealed ? null : (
          <JoinCard code={match.code} big={stage === 'lobby'} />
        )}
      </aside>
      <section class="projector-foot">
        {racing || stage === 'debrief' ? <Wall match={match} /> : <Labs match={match} />}
      </section>
    </main>
  );
}
