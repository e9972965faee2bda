/** Writes a match into its synchronised state: one way, only what changed, and no secret has a field to go to. */

import { votesByTeam } from '../stages/align/preferences.ts';
import { hardestOf } from '../training/hardest.ts';
import { curveHints, type CurveHint } from '../stages/pretrain/curve-hints.ts';
import { normalizedShares } from '../stages/data/plan.ts';
import { hushAlignment, hushAnswers, hushResults, hushSamples, isHushed } from '../hush.ts';
import { lookUp } from '../look-up.ts';
import {
  TRAINING_STAGES,
  type Match,
  type SeatedPlayer,
  type Team,
  type TeamSlices,
  type TrainingRun,
} from '../match.ts';
import type { OpenRound } from '../training/round.ts';
import { runKey } from './run-key.ts';
import { castVotes } from './cast-votes.ts';
import { jsonOf } from './json.ts';
import { projectLabels } from './labels.ts';
import { OwnTeamState, MatchState, PlayerState, RunState, TeamState } from './state.ts';
import type { CastVotes, DebriefView, PastView, RemovedPlayer, RunView, TeamPlans } from './view.ts';
import { mayBeginAgain } from '../repeat.ts';
import { hiddenPairs, reportsFrom } from '../reports.ts';
import { generationOf } from '../schedule.ts';
import { sliceOf } from '../slices.ts';
import { coinsOf } from '../stages/data/coins.ts';
import { shownAnswerOf } from '../shared-answers.ts';
import { viewSurvey } from '../survey.ts';
import { ancestorOf } from '../training/start.ts';
import { allRules } from '../stages/registry.ts';

interface Keyed<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): unknown;
  delete(key: string): boolean;
  keys(): Iterable<string>;
}

/** Copies fields into a schema instance; equal ones are left alone, so that nothing is sent for them. */
function assign<T extends object>(state: T, fields: Partial<T>): void {
  for (const key of Object.keys(fields) as (keyof T)[]) {
    if (state[key] !== fields[key]) state[key] = fields[key] as T[keyof T];
  }
}

/** Makes a keyed collection hold exactly these entries, building what is missing. */
function projectMap<S, V>(
  states: Keyed<S>,
  values: Record<string, V>,
  create: (value: V) => S,
  update: (state: S, value: V) => void,
): void {
  for (const key of Array.from(states.keys())) if (!Object.hasOwn(values, key)) states.delete(key);
  for (const [key, value] of Object.entries(values)) {
    let state = states.get(key);
    if (state === undefined) {
      state = create(value);
      states.set(key, state);
    }
    update(state, value);
  }
}

/** Makes a map of texts hold exactly these; unlike schemas, texts may come, go and come back within one patch. */
function projectTexts(
  states: Keyed<string>,
  entries: readonly (readonly [key: string, text: string])[],
): void {
  const texts = new Map(entries);
  for (const key of Array.from(states.keys())) if (!texts.has(key)) states.delete(key);
  for (const [key, text] of texts) if (states.get(key) !== text) states.set(key, text);
}

/** A number as a client may have it: what isn't finite is absent, since there is nothing to draw or to compare. */
function finite(value: number | null | undefined): number | undefined {
  return Number.isFinite(value) ? (value ?? undefined) : undefined;
}

function projectPlayer(state: PlayerState, player: SeatedPlayer): void {
  assign(state, {
    name: player.name,
    teamId: player.teamId,
    connected: player.connected,
    tokensPerSecond: finite(player.device?.tokensPerSecond),
    backend: player.device?.backend ?? '',
    addsOwnText: player.addsOwnText,
    sign: player.sign,
    sinceMs: player.absentSinceMs ?? player.signSinceMs,
  });
}

function roundView({ number, openedAtMs, plannedSeconds, shards }: OpenRound): RunView['round'] {
  return {
    number,
    openedAtMs,
    plannedSeconds,
    shards: shards.map(({ playerId, tokens, update }) => ({ playerId, tokens, isDone: update !== null })),
  };
}

function projectRun(existing: RunState | undefined, run: TrainingRun | null): RunState | undefined {
  if (run === null) return undefined;
  const state = existing ?? new RunState();
  assign(state, {
    status: run.status,
    stoppedEarly: run.stoppedEarly,
    stoppedAtMs: finite(run.stoppedAtMs),
    tokensTotal: run.tokensTotal,
    tokensUsed: run.tokensUsed,
    roundsDone: run.roundsDone,
    version: run.version,
    firstVersion: run.firstVersion,
    rollbacks: run.rollbacks,
    rateFactor: finite(run.rateFactor) ?? 1,
    hardest: jsonOf(hardestOf(run)),
  });
  /* A loss that isn't finite is null in JSON. */
  projectTexts(
    state.curve,
    run.curve.map(({ tokens, trainLoss, bitsPerByte }, index) => [
      String(index),
      JSON.stringify([tokens, trainLoss, bitsPerByte]),
    ]),
  );
  return state;
}

type Frame = TrainingRun['filmstrip'][number];

function frameJson(frame: Frame, isHidden: boolean): string {
  return isHidden
    ? JSON.stringify({ tokens: frame.tokens, samples: hushSamples(frame.samples) })
    : jsonOf(frame);
}

/** What of its runs a team alone needs: all others would be sent most of what they are sent for nothing. */
function projectOwnRuns(own: OwnTeamState, { now }: Team, isHidden: boolean): void {
  const runs = TRAINING_STAGES.flatMap((stage) => {
    const { run } = now[stage];
    return run ? [{ stage, run }] : [];
  });
  projectTexts(
    own.rounds,
    runs.flatMap(({ stage, run: { round } }) =>
      round ? [[stage, JSON.stringify(roundView(round))] as const] : [],
    ),
  );
  projectTexts(
    own.checkpoints,
    runs.map(({ stage, run }) => [stage, JSON.stringify(run.checkpoints)]),
  );
  projectTexts(
    own.workers,
    runs.flatMap(({ stage, run }) =>
      Object.entries(run.workers).map(
        ([id, { tokens, updates, strikes }]) =>
          [runKey(stage, id), JSON.stringify([tokens, updates, strikes])] as const,
      ),
    ),
  );
  projectTexts(
    own.filmstrips,
    runs.flatMap(({ stage, run }) =>
      run.filmstrip.map((frame, index) => [runKey(stage, index), frameJson(frame, isHidden)] as const),
    ),
  );
}

/** Players whom the host may take back into this lab; those of a lab that is gone stand with the first. */
function removedFrom({ removed, teams }: Match, teamId: string): RemovedPlayer[] {
  const [first] = Object.keys(teams);
  return Object.values(removed)
    .filter((player) => (lookUp(teams, player.teamId) ? player.teamId : first) === teamId)
    .map(({ id, name }) => ({ id, name }));
}

/** Votes are told in steps of this many. */
const VOTE_STEP = 10;

function hintsOf({ now }: Team): CurveHint[] {
  const { plan } = now.data;
  const readKinds = plan ? normalizedShares(plan).map(({ kind }) => kind) : [];
  return now.pretrain.run ? curveHints(now.pretrain.run, readKinds) : [];
}

function plansOf({ now }: Team): TeamPlans {
  return {
    data: now.data.plan,
    scale: now.scale.plan,
    'fine-tune': now['fine-tune'].plan,
    align: now.align.plan,
  };
}

/** What is counted once for all teams. */
interface Counts {
  cast: CastVotes | null;
  /** Votes on the pairs of the team's model. */
  ownVotes: number;
}

function projectOwnTeam(own: OwnTeamState, team: Team, match: Match, { cast, ownVotes }: Counts): void {
  const plans = Object.entries(plansOf(team));
  projectTexts(
    own.plans,
    plans.flatMap(([stage, plan]) => (plan === null ? [] : [[stage, jsonOf(plan)] as const])),
  );
  projectTexts(
    own.views,
    allRules.flatMap(({ name, ownView }) => {
      const seen = ownView?.(match, team) ?? null;
      return seen === null ? [] : [[name, JSON.stringify(seen)] as const];
    }),
  );
  projectLabels(own, team.now.data.labels);
  const isHidden = isHushed(match, team.id);
  const { tuning } = team.now['fine-tune'];
  const { alignment } = team.now.align;
  projectOwnRuns(own, team, isHidden);
  assign(own, {
    proposals: JSON.stringify(team.proposals),
    drafts: JSON.stringify(team.drafts),
    basket: jsonOf(team.now.data.basket),
    takenUnsaid: JSON.stringify(team.takenUnsaid),
    bid: jsonOf(lookUp(sliceOf(match, 'data').auction.bids, team.id)),
    coins: coinsOf(team),
    ancestor: jsonOf(ancestorOf(team)),
    text: jsonOf(team.now.data.text),
    hints: JSON.stringify(hintsOf(team)),
    prepared: jsonOf(team.now.pretrain.prepared),
    ownHeldOut: jsonOf(team.now.pretrain.ownHeldOut),
    tuning: jsonOf(tuning && isHidden ? { ...tuning, answers: hushAnswers(tuning.answers) } : tuning),
    cardsLeftOut: team.now['fine-tune'].cardsLeftOut ?? 0,
    alignment: JSON.stringify(isHidden ? hushAlignment(alignment) : alignment),
    reports: JSON.stringify(reportsFrom(match, team.id)),
    answers: JSON.stringify(match.shared.answers.filter(({ teamId }) => teamId === team.id)),
    ownVotes: Math.floor(ownVotes / VOTE_STEP) * VOTE_STEP,
    cast: jsonOf(cast),
    removed: JSON.stringify(removedFrom(match, team.id)),
  });
}

function viewPast({ debrief, pretrain }: TeamSlices): PastView {
  return { score: debrief.score, parameters: pretrain.prepared?.parameters ?? 0 };
}

/** What everybody may know of a team once the match is over, but for its results. */
function debriefOf(team: Team, isHidden: boolean): string {
  const { pretrain, align, debrief: outcome } = team.now;
  const debrief: Omit<DebriefView, 'results'> = {
    plans: plansOf(team),
    prepared: pretrain.prepared,
    /* What the reward model likes is long, and only of use while a model is trained. */
    alignment: { ...(isHidden ? hushAlignment(align.alignment) : align.alignment), reward: null },
    score: outcome.score,
  };
  return JSON.stringify(debrief);
}

function projectTeam(state: TeamState, team: Team, match: Match, counts: Counts): void {
  const committed = allRules.flatMap(({ name, plan }) => (plan?.isDecided(match, team) ? [name] : []));
  const isOver = match.stage === 'debrief';
  const isHidden = isHushed(match, team.id);
  const { results } = team.now.debrief;
  assign(state, {
    name: team.name,
    look: team.look,
    committed: JSON.stringify(committed),
    defaulted: JSON.stringify(team.defaulted),
    probes: JSON.stringify(team.now.scale.probes),
    parameters: team.now.pretrain.prepared?.parameters ?? 0,
    past: JSON.stringify(team.past.map(viewPast)),
    ready: team.now.pretrain.prepared !== null,
    inFormShare: finite(team.now['fine-tune'].tuning?.inFormShare),
    debrief: isOver ? debriefOf(team, isHidden) : '',
    results: isOver ? jsonOf(results && isHidden ? hushResults(results) : results) : '',
  });
  const pretrain = projectRun(state.pretrain, team.now.pretrain.run);
  if (state.pretrain !== pretrain) state.pretrain = pretrain;
  const fineTune = projectRun(state.fineTune, team.now['fine-tune'].run);
  if (state.fineTune !== fineTune) state.fineTune = fineTune;
  const align = projectRun(state.align, team.now.align.run);
  if (state.align !== align) state.align = align;
  const test = projectRun(state.test, team.now.test.run);
  if (state.test !== test) state.test = test;
  projectTexts(
    state.views,
    allRules.flatMap(({ name, teamView }) => {
      const seen = teamView?.(team) ?? null;
      return seen === null ? [] : [[name, JSON.stringify(seen)] as const];
    }),
  );
  projectOwnTeam(state.own, team, match, counts);
}

function emptyTeam(team: Team): TeamState {
  return new TeamState({ id: team.id, name: team.name, look: team.look, own: new OwnTeamState() });
}

/** The synchronised state of a match that has just been made. */
export function createMatchState(match: Match): MatchState {
  const state = new MatchState({ code: match.code, settings: JSON.stringify(match.settings) });
  projectMatch(match, state);
  return state;
}

/** Brings the synchronised state up to date with the match; call it after every move. */
export function projectMatch(match: Match, state: MatchState): void {
  assign(state, {
    stage: match.stage,
    stageEndsAtMs: finite(match.stageEndsAtMs),
    workSinceMs: match.workSinceMs,
    ready: match.ready ? JSON.stringify(match.ready.moreIds) : '',
    pausedAtMs: finite(match.pausedAtMs),
    broughtBack: match.broughtBack ?? '',
    locked: match.locked,
    untimed: match.untimed !== null,
    isHostMissed: match.isHostMissed,
    mayRepeat: mayBeginAgain(match),
    repeats: match.repeats,
    hushed: JSON.stringify(match.hushedIds),
    reported: JSON.stringify(hiddenPairs(match)),
    screens: JSON.stringify(Object.entries(match.screens).map(([id, { kind }]) => ({ id, kind }))),
    volume: match.volume,
    survey: jsonOf(match.survey && viewSurvey(match.survey)),
    budgetFlops: finite(match.budgetFlops),
    generation: generationOf(match),
    audience: Object.values(match.audience).filter(({ connected }) => connected).length,
    joinOrigins: JSON.stringify(match.joinOrigins),
    shownAnswer: jsonOf(shownAnswerOf(match)),
  });
  projectTexts(
    state.views,
    allRules.flatMap(({ name, view }) => {
      const seen = view?.(match) ?? null;
      return seen === null ? [] : [[name, JSON.stringify(seen)] as const];
    }),
  );
  projectMap(
    state.players,
    match.players,
    (player) => new PlayerState({ id: player.id, name: player.name, teamId: player.teamId }),
    projectPlayer,
  );
  const castBy = castVotes(match);
  const votes = votesByTeam(match);
  projectMap(state.teams, match.teams, emptyTeam, (teamState, team) =>
    projectTeam(teamState, team, match, { cast: castBy(team.id), ownVotes: votes.get(team.id) ?? 0 }),
  );
}
