/** The debrief on the projector: the ranking, the awards, and an answer in the spotlight. */

import './wall.css';
import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView, type TeamView } from '../../../shared/game/sync/view.ts';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { isMatchOver } from '../../session/over.ts';
import type { Wall, WallProps } from '../entry.ts';
import { mixtureWords, scalePlanWords } from '../plan-words.ts';
import { SpotlightSheet } from '../spotlight/SpotlightSheet.tsx';
import { Notes } from '../wall/Notes.tsx';

import { useTurns } from '../wall/use-turns.ts';
import { awardReason } from './Awards.tsx';
import { awardsOf, rankTeams, type RankedTeam } from './rank.ts';
import { SCORES } from './score-parts.ts';
import { behindWords, costliestChoice } from './behind.ts';
import { YearsLine } from './Years.tsx';
import { strings } from './strings.ts';

/** What the lab read, in one line. */
function reading({ debrief }: TeamView): string[] {
  const data = debrief?.plans.data;
  return data ? [mixtureWords(data)] : [];
}

/** Its model, and what came of its choices. */
function outcome(match: MatchView, team: TeamView): string[] {
  const { data, scale } = team.debrief?.plans ?? { data: null, scale: null };
  const parameters = team.debrief?.prepared?.parameters;
  const model = scale && data ? [scalePlanWords(scale, data.vocabSize, parameters)] : [];
  return [...model, ...strings(match, team).slice(0, 2)];
}

/** With more labs there is no room for what each read, and with these few also for what came of it. */
const MOST_WITH_READING = 3;
const MOST_WITH_OUTCOME = 2;
/** With these the last one alone is told why. */
const MOST_WITH_LAST = 5;
/** Labs that fit under each other, and awards. */
const MOST_ROWS = 8;
const MOST_AWARDS = 2;

/** Why it did not win, or what the winner read; where there is room, also what came of its choices. */
function story(match: MatchView, ranked: readonly RankedTeam[], team: TeamView): string[] {
  const behind = behindWords(match, ranked, team);
  const costliest = costliestChoice(match, ranked, team);
  if (ranked.length > MOST_WITH_READING) return costliest;
  if (ranked.length > MOST_WITH_OUTCOME) {
    if (costliest.length > 0) return costliest;
    return behind.length > 0 ? behind.slice(0, 1) : reading(team);
  }
  const came = outcome(match, team);
  return behind.length > 0 ? [...behind, ...came.slice(0, 2)] : [...reading(team), ...came];
}

function Podium({ match, unitPx }: WallProps) {
  const ranked = rankTeams(playingTeams(match));
  const shown = useTurns(ranked, MOST_ROWS);
  const isShort = ranked.length <= MOST_WITH_READING;
  const last = ranked.at(-1)?.team;
  return (
    <Paper class={`race podium ${isShort ? '' : 'many'}`}>
      <h2>{t('projector.ranking')}</h2>
      <YearsLine match={match} />
      <ol>
        {shown.map(({ team, rank, total }) => {
          const score = team.debrief?.score;
          return (
            <li key={team.id}>
              <b class="title-face">{rank}</b>
              <TeamShape shape={shapeOf(team.look)} sizePx={64 * unitPx} />
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
                  {(isShort || (team === last && ranked.length <= MOST_WITH_LAST)) &&
                    story(match, ranked, team).map((line) => (
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

/** Each award in two lines: whose, and for what. */
function AwardWall({ match, unitPx }: WallProps) {
  const awards = awardsOf(match);
  const shown = useTurns(awards, MOST_AWARDS);
  if (awards.length === 0) return null;
  return (
    <Paper cut="sheet" seed={1} class="award-wall">
      <h2>{t('projector.awards')}</h2>
      <ul>
        {shown.map((award) => {
          const team = match.teams.find(({ id }) => id === award.teamId);
          return (
            <li key={award.id}>
              {team && <TeamShape shape={shapeOf(team.look)} sizePx={44 * unitPx} />}
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

export const debriefWall: Wall = {
  Main: Podium,
  /* What the host shows stands beside the ranking, not on it. */
  Side: (props) => (props.match.arena?.spotlight ? <SpotlightSheet {...props} /> : <AwardWall {...props} />),
  Foot: Notes,
  hidesCode: isMatchOver,
};
