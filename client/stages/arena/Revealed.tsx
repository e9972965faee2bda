/** The curtains are open: the podium, how it went by question, who had how much to say, and the own pairs. */

import { t } from '../../i18n/t.ts';
import { BENCHES, type ArenaVerdict } from '../../../shared/game/stages/arena/state.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { Term } from '../../ui/Term.tsx';
import { percent } from '../percent.ts';
import { ballot } from '../spotlight/ballot.ts';
import { ContestantSign, contestantName } from '../spotlight/contestants.tsx';
import { Podium } from './Podium.tsx';
import { Reveal } from './Reveal.tsx';

/** Wins of each contestant at each question. */
export function ByQuestion({ match, criteria }: { match: MatchView; criteria: ArenaVerdict['criteria'] }) {
  return (
    <>
      <p class="small">{t('arena.comparisons')}</p>
      <ul class="by-question">
        {criteria.map(({ criterion, contestants }) => (
          <li key={criterion}>
            <b>{t(`arena.question.${criterion}`)}</b>
            <ul>
              {contestants
                .toSorted((x, y) => y.wins - x.wins)
                .map(({ id, wins, votes }) => (
                  <li key={id}>
                    <ContestantSign match={match} id={id} sizePx={20} />{' '}
                    {t('arena.wins', { name: contestantName(match, id), wins: Math.round(wins), votes })}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who had how much to say. */
export function Benches({ benches }: { benches: ArenaVerdict['benches'] }) {
  const all = BENCHES.reduce((sum, bench) => sum + benches[bench].votes * benches[bench].weight, 0);
  if (all === 0) return null;
  const share = (bench: (typeof BENCHES)[number]): string =>
    t(`arena.bench.${bench}`, {
      votes: benches[bench].votes,
      share: percent((benches[bench].votes * benches[bench].weight) / all),
    });
  return <p class="small">{t('arena.say', { who: BENCHES.map(share).join('; ') })}</p>;
}

export function Revealed({ match }: { match: MatchView }) {
  const { arena } = match;
  if (!arena?.ratings || !arena.benches || !arena.criteria) return null;
  return (
    <section aria-live="polite">
      <h2>
        {t('arena.podium')}: {t('arena.podiumMeaning')} <Term name="bradleyTerry" />
      </h2>
      <Podium match={match} ratings={arena.ratings} signPx={34} />
      <Benches benches={arena.benches} />
      <h2>{t('arena.byQuestion')}</h2>
      <ByQuestion match={match} criteria={arena.criteria} />
      <h2>{t('arena.yourPairs')}</h2>
      <Reveal match={match} pairs={ballot.value ?? []} />
    </section>
  );
}
