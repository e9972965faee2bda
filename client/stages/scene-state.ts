/** What the scene of each stage is told, from the match as this player sees it. */

import { t } from '../i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { GOOD_VOTES } from '../../shared/game/stages/align/preferences.ts';
import { normalizedShares } from '../../shared/game/stages/data/plan.ts';
import { cardCount } from '../../shared/game/stages/fine-tune/plan.ts';
import { tokensForPlan } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import { ballot, nextBallotPair, stagedPair } from './arena/ballot.ts';
import { decks, market } from '../lab/library.ts';
import { nextPair, pairs } from './align/pairs.ts';
import { trainer } from '../lab/trainer.ts';
import { shapeOf } from '../ui/team.ts';
import { contestantName } from './arena/contestants.tsx';
import { dataDraft } from './data/draft.ts';
import { rankTeams } from './debrief/rank.ts';
import { fineTuneDraft } from './fine-tune/draft.ts';
import { newestBits } from './pretrain/curves.ts';
import { bestSpeed, scaleDraft, sizeOptions } from './scale/options.ts';
import type { ArenaState, SceneDevice, SceneState } from './scenery.ts';

/** Who looks: a player's team and id, or null for the projector, which looks at the leading team. */
export interface Viewer {
  team: TeamView;
  playerId: string | null;
}

function devicesOf(
  match: MatchView,
  teamId: string | null,
  playerId: string | null,
): (SceneDevice & { teamId: string })[] {
  return match.players
    .filter((player) => player.connected && (teamId === null || player.teamId === teamId))
    .map((player) => ({
      id: player.id,
      name: player.name,
      tokensPerSecond: player.device?.tokensPerSecond ?? null,
      you: player.id === playerId,
      teamId: player.teamId,
    }));
}

const MAKERS: { [S in Stage]: (match: MatchView, viewer: Viewer) => SceneState[S] } = {
  lobby: (match, { playerId }) => ({
    devices: devicesOf(match, null, playerId).map(({ teamId, ...device }) => {
      const team = match.teams.find((candidate) => candidate.id === teamId);
      return { ...device, teamShape: team ? shapeOf(team.look) : null };
    }),
    teams: match.teams.map((team) => ({ id: team.id, name: team.name, shape: shapeOf(team.look) })),
  }),

  data: (_match, { team }) => {
    const plan = team.desk?.plans.data ?? team.desk?.proposals.find(isData)?.proposed.plan ?? dataDraft.value;
    const bought = CORPUS_KINDS.filter((kind) => plan.purchases[kind]);
    const documents = bought.reduce((sum, kind) => {
      const whole = market.value?.datasets.find((dataset) => dataset.kind === kind)?.documents ?? 0;
      return sum + (plan.purchases[kind] === 'half' ? whole / 2 : whole);
    }, 0);
    const mixture = bought.length > 0 ? normalizedShares(plan) : [];
    return {
      mixture: mixture.map(({ kind, share }) => ({ kind, label: t(`kind.${kind}`).toLowerCase(), share })),
      documents: Math.round(documents),
      purchases: bought.map((kind) => t(`kind.${kind}`)),
    };
  },

  scale: (match, { team }) => {
    const vocabSize = team.desk?.plans.data?.vocabSize ?? 512;
    const plan = team.desk?.plans.scale ?? scaleDraft.value;
    const budgetFlops = match.budgetFlops ?? 1e12;
    const members = match.players.filter((player) => player.teamId === team.id);
    const options = sizeOptions(vocabSize, plan.contextLength, budgetFlops, bestSpeed(members));
    return {
      parameters: parameterSpec(modelConfig(plan, vocabSize)).parameterCount,
      tokens: tokensForPlan(plan, vocabSize, budgetFlops),
      budgetFlops,
      minParameters: options[0].parameters,
      maxParameters: options[options.length - 1].parameters,
      predictedSeconds: options.find((option) => option.size === plan.size)?.seconds ?? null,
    };
  },

  pretrain: (match, { team, playerId }) => {
    const run = team.runs.pretrain;
    const frames = run?.filmstrip ?? [];
    const workers = run?.workers ?? [];
    const devices = devicesOf(match, team.id, playerId).map(({ id, name, tokensPerSecond, you }) => {
      const trains = isTraining(run, id);
      const updates = workers.find((worker) => worker.playerId === id)?.updates ?? 0;
      return { id, name, tokensPerSecond, you, updates, load: !trains ? 0 : you ? trainer.value.load : 1 };
    });
    const lent = workers.find((worker) => worker.playerId === SERVER_WORKER);
    if (lent || isTraining(run, SERVER_WORKER)) {
      devices.push({
        id: SERVER_WORKER,
        name: t('engine.server'),
        tokensPerSecond: null,
        you: false,
        updates: lent?.updates ?? 0,
        load: isTraining(run, SERVER_WORKER) ? 1 : 0,
      });
    }
    return {
      devices,
      heldOutBitsPerByte: newestBits(run),
      startBitsPerByte: run?.curve[0]?.bitsPerByte ?? null,
      sample: frames[frames.length - 1]?.samples[0]?.text ?? '',
      tokensUsed: run?.tokensUsed ?? 0,
      tokensTotal: run?.tokensTotal ?? 0,
      training: run?.status === 'running' && run.round !== null,
    };
  },

  'fine-tune': (_match, { team }) => {
    const plan = team.desk?.plans['fine-tune'] ?? fineTuneDraft.value;
    const deck = decks.value[plan.style];
    const answer = team.desk?.tuning?.answers[0];
    return {
      cards: cardCount(plan),
      demonstrations: deck
        ? DEMONSTRATION_PACKS.filter((pack) => plan.cards[pack] > 0).flatMap((pack) =>
            deck.packs[pack].slice(0, 2).map(({ question, answer }) => ({ question, answer })),
          )
        : [],
      baseAnswer: answer?.base ?? null,
      tunedAnswer: answer?.tuned ?? null,
      inFormShare: team.inFormShare,
      training: team.runs['fine-tune']?.status === 'running',
    };
  },

  align: (match, { team, playerId }) => {
    /* The projector shows what is everybody's: the votes, and no lab's own results. */
    const alignment = playerId === null ? undefined : team.desk?.alignment;
    const pair = playerId === null ? null : nextPair(pairs.value ?? []);
    const after = alignment?.outcome?.after;
    return {
      answers: pair && { a: pair.a, b: pair.b },
      votes: match.votes,
      goodVotes: GOOD_VOTES,
      traitBefore: alignment?.before?.kindShare ?? null,
      traitAfter: after?.kindShare ?? null,
      inFormAfter: after?.inFormShare ?? null,
      training: playerId !== null && team.runs.align?.status === 'running',
    };
  },

  arena: (match, { playerId }) => {
    const all = ballot.value ?? [];
    const pair = playerId === null ? stagedPair.value : (nextBallotPair(all) ?? all.at(-1) ?? null);
    const standing = (id: string): NonNullable<ArenaState['who']>['a'] => {
      const team = match.teams.find((candidate) => candidate.id === id);
      return { name: contestantName(match, id), shape: team ? shapeOf(team.look) : null };
    };
    const who = pair?.reveal?.who;
    return {
      pair: pair && { question: pair.question, a: pair.a || '…', b: pair.b || '…' },
      who: who ? { a: standing(who.a), b: standing(who.b) } : null,
      votes: match.arena?.votes ?? 0,
      wanted: match.arena?.wanted ?? 0,
    };
  },

  debrief: (match, { team, playerId }) => ({
    teams: rankTeams(match.teams)
      .filter((entry) => entry.total !== null)
      .map((entry) => ({
        id: entry.team.id,
        name: entry.team.name,
        shape: shapeOf(entry.team.look),
        rank: entry.rank,
        score: entry.total ?? 0,
        bitsPerByte: newestBits(entry.team.runs.pretrain),
      })),
    yourTeamId: playerId === null ? null : team.id,
  }),
};

/** Whether this worker has a part of the open round still to bring. */
function isTraining(run: RunView | null, id: string): boolean {
  return run?.round?.shards.some(({ playerId, isDone }) => playerId === id && !isDone) ?? false;
}

function isData<P extends { proposed: { stage: string } }>(
  proposal: P,
): proposal is P & { proposed: { stage: 'data' } } {
  return proposal.proposed.stage === 'data';
}

export function sceneState<S extends Stage>(stage: S, match: MatchView, viewer: Viewer): SceneState[S] {
  return MAKERS[stage](match, viewer);
}
