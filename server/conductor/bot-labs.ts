/** Decides for the labs that nobody is in, where bots run them. Their choices follow from the match's seeds, so that a restart changes none. */

import { botPlan } from '../../shared/game/bot-decision.ts';
import { rivalChoices, type TeamChoices } from '../../shared/game/bot-choices.ts';
import { isRunByBot, QUICK_LABS } from '../../shared/game/quick.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { MatchService } from '../match/authority.ts';
import type { MatchSeeds } from '../referee/tasks.ts';
import { tell } from './context.ts';

/** Returns what is to be called now and then: it makes what decisions are due. */
export function createBotLabs(service: MatchService, seeds: MatchSeeds): (nowMs: number) => void {
  const { match } = service;
  const choices = rivalChoices(QUICK_LABS, createRandom(hashSeed(seeds.market, 'bots')));
  /** By the lab's number, which it keeps when others are taken out. */
  const choicesOf = (look: number): TeamChoices | undefined => choices[look % choices.length];
  return (nowMs) => {
    if (!match.settings.bots || match.pausedAtMs !== null) return;
    for (const team of Object.values(match.teams)) {
      const own = choicesOf(team.look);
      const decided = own && isRunByBot(match, team, nowMs) ? botPlan(match, team, own, nowMs) : null;
      if (decided) tell(service, { type: 'bot/decide', teamId: team.id, decided });
    }
  };
}
