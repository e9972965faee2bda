/** The referee's tasks of the data stage: the market, and what a team's text comes to. */

import type { TeamText } from '../../../shared/game/match.ts';
import { describeMarket } from '../market.ts';
import { describeText } from '../team-text.ts';
import type { MarketFacts, MatchKey, TextTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

export const dataTasks = {
  async market(key: MatchKey): Promise<MarketFacts> {
    return describeMarket(textsOf(key));
  },

  async text(task: TextTask): Promise<TeamText> {
    return describeText(textsOf(task), task);
  },
};
