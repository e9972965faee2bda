/** The data stage: an auction, labels, and one decision on what to buy, how to clean it and how to mix it. */

import { z } from 'zod';
import { CORPUS_KINDS } from '../../../world/document.ts';
import { checkOnSale } from '../../class-text.ts';
import { anyNumber } from '../../fields.ts';
import type { DataTeamSlice, TeamText } from '../../match.ts';
import { done, playerMove, systemMove, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import {
  closeAuction,
  closeOnTime,
  closeWhenAllSpoke,
  deliverLot,
  lotOf,
  openAuction,
  placeBid,
  withoutBids,
} from './auction.ts';
import { basketChange, EMPTY_BASKET } from './basket-changes.ts';
import { basketAtTheEnd, changeBasket } from './basket.ts';
import { coinsOf } from './coins.ts';
import { NO_CLEANING, SIMILARITY_RANGE } from './cleaning.ts';
import { checkLabels, label } from './labels.ts';
import { createAuction, VERDICTS, type DataSlice } from './state.ts';
import { checkDataPlan, DEFAULT_DATA_PLAN, PORTIONS, VOCAB_SIZES, withLot, type DataPlan } from './plan.ts';
import { dataJobs } from './jobs.ts';
import { sliceOf } from '../../slices.ts';
import { viewAuction } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    data: DataPlan;
  }
}

const kind = z.enum(CORPUS_KINDS);

const plan: PlanRules<DataPlan> = {
  shape: z.strictObject({
    purchases: z.partialRecord(kind, z.enum(PORTIONS)),
    shares: z.partialRecord(kind, z.number().min(0).max(1000)),
    vocabSize: z.literal([...VOCAB_SIZES]),
    cleaning: z
      .strictObject({
        similarity: z.number().min(SIMILARITY_RANGE[0]).max(SIMILARITY_RANGE[1]).nullable(),
        quality: z.number().min(0).max(1).nullable(),
        scrub: z.boolean(),
      })
      .default(NO_CLEANING),
    /* The rules say which shares there are, and why none is not among them. */
    heldOutShare: z.number().min(0).max(1).default(DEFAULT_DATA_PLAN.heldOutShare),
  }),
  isDecided: (_match, team) => team.now.data.plan !== null,
  check(match, team, chosen) {
    const checked = checkDataPlan(chosen, lotOf(sliceOf(match, 'data'), team.id), coinsOf(team));
    if (!checked.ok) return checked;
    const onSale = checkOnSale(match, chosen);
    return onSale.ok ? checkLabels(team.now.data, chosen.cleaning) : onSale;
  },
  standard: (match, team) =>
    withLot(DEFAULT_DATA_PLAN, lotOf(sliceOf(match, 'data'), team.id), coinsOf(team)),
  together: basketAtTheEnd,
  commit(_match, team, chosen) {
    team.now.data.plan = chosen;
  },
};

export const dataRules = {
  name: 'data',
  clock: { workshop: 300, short: 120, long: 300, rehearsal: 40 },
  jobs: dataJobs,
  plan,
  moves: {
    'data/own-text': playerMove({ adds: z.boolean() }, ({ match, player }, { adds }) => {
      player.addsOwnText = adds;
      /* What it taught stays in the lab's model, whoever leaves. */
      const { ownTextTeamIds } = sliceOf(match, 'data');
      if (adds && !ownTextTeamIds.includes(player.teamId)) ownTextTeamIds.push(player.teamId);
      return done();
    }),
    'data/label': playerMove(
      { kind, number: z.number().int().min(1).max(1e6), verdict: z.enum(VERDICTS) },
      ({ match, playerId }, said) => label(match, playerId, said),
    ),
    'data/basket': playerMove({ change: basketChange }, ({ match, playerId }, { change }) =>
      changeBasket(match, playerId, change),
    ),
    /** A bid for the own team; null passes. */
    'auction/bid': playerMove({ coins: anyNumber.nullable() }, ({ match, playerId, nowMs }, { coins }) =>
      placeBid(match, playerId, coins, nowMs),
    ),
    'auction/close': systemMove<object>(({ match, nowMs }) => closeOnTime(match, nowMs)),
    /** The market is written: how many documents each dataset has. */
    'referee/market': systemMove<{ documents: DataSlice['documents'] }>(({ match }, { documents }) => {
      sliceOf(match, 'data').documents = documents;
      return done();
    }),
    'referee/text': teamMove<{ text: TeamText }>(({ team }, { text }) => {
      team.now.data.text = text;
      return done();
    }),
  },
  view: viewAuction,
  rememberTeam: () =>
    ({ plan: null, basket: EMPTY_BASKET, labels: {}, labelCounts: {}, text: null }) satisfies DataTeamSlice,
  remember: ({ lotSeed }) =>
    ({ documents: {}, auction: createAuction(lotSeed), ownTextTeamIds: [] }) satisfies DataSlice,
  /* Everybody has seen the bids that were opened, so that no others can be made. */
  rememberAgain: (before) => withoutBids(before as DataSlice),
  begin(context) {
    const { match, nowMs } = context;
    deliverLot(match);
    openAuction(match, match.untimed ? null : match.settings.stageSeconds.data, nowMs);
  },
  setClock: ({ match, nowMs }, secondsLeft) => openAuction(match, secondsLeft, nowMs),
  isDone: (_match, teams) => teams.every(({ now }) => now.data.plan !== null),
  close: ({ match }) => closeAuction(match),
  settle: closeWhenAllSpoke,
  putOff(match, millis) {
    const { auction } = sliceOf(match, 'data');
    if (auction.closesAtMs !== null) auction.closesAtMs += millis;
  },
} satisfies StageRules;
