/** All labs at one test, and the cards of those that have decided. */

import { EVALS, type EvalName } from '../../../shared/game/stages/test/state.ts';
import { testOf } from '../../../shared/game/stages/test/shown.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { hueOf } from '../../ui/team.ts';
import { EvalBar } from './Board.tsx';
import { ModelCard } from './Card.tsx';
import { points } from './found.ts';

const chosen = seatSignal<EvalName>('truth');

export function AllLabs({ match }: { match: MatchView }) {
  const teams = playingTeams(match);
  return (
    <>
      <label class="field">
        <span>{t('test.which')}</span>
        <select
          class="select"
          value={chosen.value}
          onChange={({ currentTarget }) => (chosen.value = currentTarget.value as EvalName)}
        >
          {EVALS.map((name) => (
            <option key={name} value={name}>
              {t(`test.eval.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="small">{t(`test.about.${chosen.value}`)}</p>
      <ul class="eval-board of-labs">
        {teams.map((team) => {
          const result = testOf(team).examined?.evals.find(({ name }) => name === chosen.value);
          return (
            <li key={team.id}>
              <span class="eval-name">{team.name}</span>
              {result ? (
                <>
                  <EvalBar result={result} color={hueOf(team.look)} />
                  <b class="eval-score">{points(result.open.score)} %</b>
                </>
              ) : (
                <span class="muted">{t('test.wallOpen')}</span>
              )}
            </li>
          );
        })}
      </ul>
      {teams
        .filter((team) => testOf(team).gate !== null)
        .map((team, index) => (
          <ModelCard key={team.id} team={team} seed={index} />
        ))}
    </>
  );
}
