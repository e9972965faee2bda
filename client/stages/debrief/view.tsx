/** The debrief: the ranking, each lab's path from choices to results, and what the models said along it. */

import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { StageFrame } from '../StageFrame.tsx';
import { SurveyForm } from '../SurveyForm.tsx';
import { Talk } from '../Talk.tsx';
import docs from './docs.md?raw';
import { Awards } from './Awards.tsx';
import { awardsOf, overYears, rankTeams } from './rank.ts';
import { Ranking } from './Ranking.tsx';
import { SkillPlot } from './SkillPlot.tsx';
import { TakeModel } from './TakeModel.tsx';
import { TeamStory } from './TeamStory.tsx';
import { Voices } from './Voices.tsx';
import { WhatIf } from './WhatIf.tsx';
import { Years } from './Years.tsx';
import { isMatchOver } from '../../session/over.ts';
import { coinsAfter } from '../../../shared/game/stages/data/coins.ts';

const tab = seatSignal<'ranking' | 'teams' | 'voices' | 'talk' | 'why' | 'home'>('ranking');
const shownTeamId = seatSignal<string | null>(null);

/** What the lab takes into the year to come. */
function nextYearWords({ match, team }: Standpoint): string {
  const coins = coinsAfter(team.debrief?.score ?? null);
  return t('debrief.nextYear', { year: match.generation + 1, coins });
}

export function DebriefView({ standpoint }: { standpoint: Standpoint }) {
  const { match, team } = standpoint;
  const ranked = rankTeams(playingTeams(match));
  const best = ranked[0];
  const shown = match.teams.find((other) => other.id === shownTeamId.value) ?? team;
  const [ahead] = match.generation > 1 ? overYears(ranked.map((entry) => entry.team)) : [];
  const isOver = isMatchOver(match);
  const scored = best !== undefined && best.total !== null;
  return (
    <StageFrame
      title={t('debrief.title')}
      lead={
        <span aria-live="polite">
          {!scored
            ? t('debrief.waiting')
            : ahead && ahead.mean !== null
              ? t('debrief.yearsWon', {
                  count: match.generation,
                  team: ahead.team.name,
                  points: Math.round(ahead.mean),
                })
              : t('debrief.won', { team: best.team.name, points: Math.round(best.total ?? 0) })}
        </span>
      }
      part={tab.value}
      docs={docs}
      bar={
        isOver && tab.value !== 'home' ? (
          <div class="last-bar">
            <p class="settled">{t('debrief.thanks')}</p>
            <Button tone="main" testId="take-home" onPress={() => (tab.value = 'home')}>
              {t('home.take')}
            </Button>
          </div>
        ) : (
          <p class="settled">{isOver ? t('debrief.thanks') : nextYearWords(standpoint)}</p>
        )
      }
    >
      <Tabs
        label={t('stage.debrief')}
        current={tab}
        tabs={[
          { id: 'ranking', label: t('debrief.tabRanking') },
          { id: 'teams', label: t('debrief.tabTeams') },
          { id: 'voices', label: t('debrief.tabSamples') },
          { id: 'talk', label: t('debrief.tabTalk') },
          ...(isOver
            ? [
                { id: 'why' as const, label: t('debrief.tabWhy') },
                { id: 'home' as const, label: t('debrief.tabHome') },
              ]
            : []),
        ]}
      />
      {tab.value === 'ranking' && (
        <>
          <Ranking match={match} ranked={ranked} yourTeamId={team.id} />
          <Years match={match} />
          <Awards match={match} awards={awardsOf(match)} />
          <SkillPlot match={match} />
          {isOver && <SurveyForm match={match} time="after" />}
        </>
      )}
      {(tab.value === 'teams' || tab.value === 'voices') && ranked.length > 1 && (
        <Choice
          legend={t('debrief.choose')}
          hideLegend
          name="team"
          options={ranked.map((entry) => ({ value: entry.team.id, label: entry.team.name }))}
          value={shown.id}
          onChoose={(id) => (shownTeamId.value = id)}
        />
      )}
      {tab.value === 'teams' && <TeamStory match={match} team={shown} />}
      {tab.value === 'voices' && <Voices team={shown} />}
      {tab.value === 'talk' && <Talk standpoint={standpoint} />}
      {tab.value === 'why' && <WhatIf standpoint={standpoint} />}
      {tab.value === 'home' && <TakeModel {...standpoint} />}
    </StageFrame>
  );
}
