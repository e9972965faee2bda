/** A live line for each lab: what it does, whether its training will be through in time, its newest words, and who is stuck. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { formatSeconds } from '../i18n/quantity.ts';
import { MAX_EXTENSION_SECONDS } from '../../shared/game/course.ts';
import {
  playingTeams,
  stepOf,
  type MatchView,
  type RunView,
  type TeamView,
} from '../../shared/game/sync/view.ts';
import { send, serverNowMs } from '../session/current.ts';
import { decisionWords, hasDecided } from '../stages/decision-words.ts';
import { shortfallOf } from '../stages/forecast.ts';
import { entryOf } from '../stages/registry.ts';
import { useRate } from '../stages/use-rate.ts';
import { wallNotes } from '../stages/wall/race.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { runNow, troublesOf, troubleWords } from './trouble.ts';

/** As many of a model's newest words as stand beside its lab. */
const MOST_LETTERS = 90;

/** Whether a run will be through when its clock runs out; where it will not, the time that helps lies under a button. */
function Forecast({ match, team, run }: { match: MatchView; team: TeamView; run: RunView }) {
  const rate = useRate(run.tokensUsed, match.pausedAtMs !== null);
  const left = useSecondsLeft(match);
  if (run.status !== 'running') return null;
  const shortfall = shortfallOf(run, rate, left);
  if (!shortfall) return left !== null && rate > 0 ? <span class="small">{t('line.inTime')}</span> : null;
  const time = formatSeconds(shortfall.moreSeconds);
  return (
    <span class="short">
      <span class="small warn">{t('console.short', { share: Math.round(100 * shortfall.share), time })}</span>
      {shortfall.moreSeconds <= MAX_EXTENSION_SECONDS && (
        <Button
          label={t('console.giveAria', { time, team: team.name })}
          onPress={() =>
            void send({ type: 'host/extend', seconds: shortfall.moreSeconds, step: stepOf(match) })
          }
        >
          {t('console.give', { time })}
        </Button>
      )}
    </span>
  );
}

/** The server's clock, looked at every second; it stands in a pause. */
function useNowMs({ pausedAtMs }: MatchView): number {
  const now = useSignal(serverNowMs());
  useEffect(() => {
    const timer = setInterval(() => (now.value = serverNowMs()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return pausedAtMs ?? now.value;
}

/** Hides all that the lab's models say from everybody, or shows it again. */
function Hush({ match, team }: { match: MatchView; team: TeamView }) {
  const isHushed = match.hushed.includes(team.id);
  const { name } = team;
  if (!isHushed && Object.values(team.runs).every((run) => run === null)) return null;
  return (
    <button
      type="button"
      class="link small"
      aria-label={t(isHushed ? 'console.unhushAria' : 'console.hushAria', { name })}
      onClick={() => void send({ type: 'host/hush', teamId: team.id, isHushed: !isHushed })}
    >
      {t(isHushed ? 'console.unhush' : 'console.hush')}
    </button>
  );
}

function LabRow({ match, team, nowMs }: { match: MatchView; team: TeamView; nowMs: number }) {
  const { labLine, hasDecision } = entryOf(match.stage);
  const run = runNow(match, team);
  const note = wallNotes(match).find((candidate) => candidate.team === team);
  const troubles = troublesOf(match, team, { nowMs, hasDecision });
  return (
    <li>
      <TeamShape shape={shapeOf(team.look)} sizePx={28} />
      <div class="lab-words">
        <p class="lab-head">
          <b>{team.name}</b>
          {hasDecision && (
            <span class={hasDecided(match, team) ? 'decided' : ''}>{decisionWords(match, team)}</span>
          )}
          <Hush match={match} team={team} />
        </p>
        <p class="small">{labLine.value?.(match, team).join(' · ') ?? t('app.loading')}</p>
        {run && <Forecast key={match.stage} match={match} team={team} run={run} />}
        {note && (
          <p class="small model-voice" lang="en">
            {note.prompt} {note.text.trim().slice(0, MOST_LETTERS)}
          </p>
        )}
        {troubles.map((trouble) => (
          <p key={`${trouble.kind} ${trouble.name}`} class="small warn">
            {troubleWords(trouble)}
          </p>
        ))}
      </div>
    </li>
  );
}

export function LabLines({ match }: { match: MatchView }) {
  const nowMs = useNowMs(match);
  const teams = playingTeams(match);
  if (teams.length === 0) return null;
  return (
    <Paper seed={2} class="console-card">
      <h2>{t('console.labs')}</h2>
      <ul class="lab-status">
        {teams.map((team) => (
          <LabRow key={team.id} match={match} team={team} nowMs={nowMs} />
        ))}
      </ul>
    </Paper>
  );
}
