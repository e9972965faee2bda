/** What a player leaves with: the lab's own model as it is in the end. */

import { makeCard } from '../../home/make-card.ts';
import { TakeHome } from '../../home/TakeHome.tsx';
import { t } from '../../i18n/t.ts';
import { loadReading, modelOf } from '../../lab/talk.ts';
import type { Luggage } from '../../lab/take-home.ts';
import { ownVoices, type Voice } from '../../lab/voices.ts';
import { session } from '../../session/current.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { choicesOf } from './choices.ts';

async function luggageOf(match: MatchView, team: TeamView, voice: Voice): Promise<Luggage | null> {
  const model = await modelOf(session.peek(), voice);
  const { debrief, name: lab, look } = team;
  if (!model || !debrief) return null;
  const reading = await loadReading(session.peek());
  const { manner } = voice;
  const ideas = (manner === 'answer' ? reading?.questions : reading?.openers) ?? [];
  const facts = { lab, look, manner, ideas, choices: choicesOf(match, team), score: debrief.score };
  const { data, scale, 'fine-tune': lesson, align } = debrief.plans;
  return {
    model,
    plans: { data, scale, 'fine-tune': lesson, align },
    cardFor: (stored, config) => makeCard(facts, stored, config),
  };
}

export function TakeModel({ match, team }: Standpoint) {
  const voice = ownVoices(team).at(-1);
  if (!voice || !team.debrief) return null;
  return <TakeHome about={t('home.takeAbout')} luggage={() => luggageOf(match, team, voice)} />;
}
