/** Questions for the room come from the match, and only where labs really differ. */

import { describe, expect, it } from 'vitest';
import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { fixtureDay } from '../deploy-fixture.ts';
import { fixtureMatch } from '../fixture.ts';
import { questionsFor } from './questions.ts';

/** Without a day in town. */
const fixture = { ...fixtureMatch('debrief'), views: {} };

/** A match of two labs that are alike but for what `change` does to them. */
function twoLabs(change: (first: TeamView, second: TeamView) => void): MatchView {
  const [first] = structuredClone(fixture.teams);
  const second = { ...structuredClone(first), id: fixture.teams[1].id, name: 'Others' };
  for (const { debrief } of [first, second]) if (debrief?.results) debrief.results.preference.aligned = null;
  change(first, second);
  return { ...fixture, teams: [first, second] };
}

function debriefOf({ debrief }: TeamView): NonNullable<TeamView['debrief']> {
  if (!debrief) throw new Error('the fixture has a debrief');
  return debrief;
}

/** The part of a sentence before its first blank is no sign; the question at its end is. */
const endOf = (question: string): string => question.slice(question.lastIndexOf('. ') + 2);

describe('questions for the room', () => {
  it('are none where the labs are alike, and none before the test', () => {
    expect(questionsFor(twoLabs(() => undefined))).toEqual([]);
    expect(questionsFor(fixtureMatch('lobby'))).toEqual([]);
  });

  it('ask about truth where another lab was liked better', () => {
    const match = twoLabs((first, second) => {
      Object.assign(debriefOf(first).score ?? {}, { use: 70, truth: 20 });
      Object.assign(debriefOf(second).score ?? {}, { use: 30, truth: 60 });
    });
    const [question, ...others] = questionsFor(match);
    expect(others).toEqual([]);
    expect(question).toContain(endOf(t('room.truth')));
    expect(question).toContain(`Others told the truth in 60 of 100`);
  });

  it('ask what reading cost, or why it did not help', () => {
    const read = (bitsOfReader: number) =>
      twoLabs((first, second) => {
        for (const [team, stories, bits] of [
          [first, 0.9, bitsOfReader],
          [second, 0.1, 2],
        ] as const) {
          const { plans, results } = debriefOf(team);
          if (!plans.data || !results) throw new Error('the fixture has plans and results');
          plans.data = {
            ...plans.data,
            purchases: { stories: 'whole', encyclopedia: 'whole' },
            shares: { stories, encyclopedia: 1 - stories },
          };
          const last = results.aligned ?? results.tuned ?? results.pretrained;
          last.perKind.stories = bits;
          last.perKind.encyclopedia = bits;
        }
      });
    expect(questionsFor(read(1.5))[0]).toContain('90\u00a0%');
    expect(endOf(questionsFor(read(1.5))[0])).toMatch(/^What did /);
    expect(endOf(questionsFor(read(2.5))[0])).toBe(endOf(t('room.readingFailed')));
  });

  it('ask why the larger model did not win', () => {
    const match = twoLabs((first, second) => {
      for (const [team, parameters, science] of [
        [first, 900_000, 30],
        [second, 100_000, 50],
      ] as const) {
        const debrief = debriefOf(team);
        Object.assign(debrief.prepared ?? {}, { parameters });
        Object.assign(debrief.score ?? {}, { science });
      }
    });
    expect(questionsFor(match)).toHaveLength(1);
    expect(questionsFor(match)[0]).toContain(endOf(t('room.size')));
  });

  it('ask whether to give much away or to earn, where two labs did', () => {
    const match = twoLabs(() => undefined);
    const [day] = fixtureDay(1).labs;
    const labs = match.teams.map(({ id: teamId }, place) => ({
      ...day,
      teamId,
      good: [900, 400][place],
      incomeCents: [0, 500][place],
      costCents: 300,
    }));
    const [question] = questionsFor({ ...match, views: { deploy: { ...fixtureDay(2), labs } } });
    expect(question).toContain('gave 900 good answers in town, and its day came to -3\u00a0coins');
    expect(question).toContain('Others gave 400, and came to 2\u00a0coins');
  });

  it('are at most three', () => {
    expect(questionsFor(fixture).length).toBeLessThanOrEqual(3);
    expect(questionsFor(fixture).join(' ')).not.toMatch(/[{}]|NaN|undefined/);
  });
});
