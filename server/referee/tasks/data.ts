/** The referee's tasks of the data stage: the market, and what a team's text comes to. */

import type { TeamText } from '../../../shared/game/match.ts';
import { checkClassText, type ClassTextCheck } from '../../../shared/data/class-text.ts';
import { isRude } from '../../../shared/rude.ts';
import { describeMarket } from '../market.ts';
import { describeText } from '../team-text.ts';
import type { MarketFacts, MatchKey, TextTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

export const dataTasks = {
  async classText({ documents }: MatchKey & { documents: readonly string[] }): Promise<ClassTextCheck> {
    return checkClassText(documents, isRude);
  },

  async market(key: MatchKey): Promise<MarketFacts> {
    return describeMarket(textsOf(key));
  },

  async text(task: TextTask): Promise<TeamText> {
    return describeText(textsOf(task), task);
  },
};
