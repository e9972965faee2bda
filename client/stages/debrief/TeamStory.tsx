/** One lab's story: what it chose, what came out for each kind of text, and the strings between the two. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { KIND_STOCK } from '../kind-colors.ts';
import { choicesOf } from './choices.ts';
import { SkillSteps } from './SkillSteps.tsx';
import { kindResults } from './rank.ts';
import { strings } from './strings.ts';

function Choices({ match, team }: { match: MatchView; team: TeamView }) {
  return (
    <dl class="chosen-plans">
      {choicesOf(match, team).map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

export function TeamStory({ match, team }: { match: MatchView; team: TeamView }) {
  const results = kindResults(team);
  const most = Math.max(...results.map((result) => result.bitsPerByte), 0.1);
  return (
    <section>
      <h2>{t('debrief.chose')}</h2>
      <Choices match={match} team={team} />
      <SkillSteps team={team} />
      <h2>{t('debrief.perKind')}</h2>
      <ul class="bars">
        {results.map(({ kind, percent, bitsPerByte }) => (
          <li
            key={kind}
            aria-label={t('debrief.barTwin', {
              kind: t(`kind.${kind}`),
              guess: guessWords(bitsPerByte),
              share: percent,
            })}
          >
            <span>{t(`kind.${kind}`)}</span>
            <span class="bar-track">
              <i style={{ width: `${(100 * bitsPerByte) / most}%`, background: KIND_STOCK[kind] }} />
              <b>{guessWords(bitsPerByte)}</b>
            </span>
            <span class="small">{t('debrief.shareOfReading', { share: percent })}</span>
          </li>
        ))}
      </ul>
      <h2>{t('debrief.strings')}</h2>
      <ul class="strings">
        {strings(match, team).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
