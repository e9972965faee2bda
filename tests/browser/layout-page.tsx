/** What layout.test.ts looks at: every stage of a made-up match of eight labs with the longest names, in words a third longer than English. */

import '../../client/ui/tokens.css';
import '../../client/ui/base.css';
import '../../client/ui/parts.css';
import '../../client/ui/charts.css';
import '../../client/stages/shell.css';
import '../../client/stages/stages.css';
import '../../client/stages/results.css';
import '../../client/host/host.css';
import '../../client/watch/watch.css';
import { render } from 'preact';
import { Host } from '../../client/host/Host.tsx';
import type { Language } from '../../client/i18n/catalogue.ts';
import { en } from '../../client/i18n/en.ts';
import { chooseLanguage } from '../../client/i18n/language.ts';
import { Player } from '../../client/player/Player.tsx';
import { sleep } from '../../client/session/backoff.ts';
import { endSession, openSeat } from '../../client/session/current.ts';
import type { Reply } from '../../client/session/errors.ts';
import type { RoomListener, Transport } from '../../client/session/transport.ts';
import { FIXTURE_CLOSED, FIXTURE_WRITTEN, fixtureTeaching } from '../../client/stages/deploy-fixture.ts';
import { deployDraft } from '../../client/stages/deploy/draft.ts';
import { fixtureMatch } from '../../client/stages/fixture.ts';
import { allEntries } from '../../client/stages/registry.ts';
import { TEAM_NAMES } from '../../shared/game/create.ts';
import type { Level } from '../../shared/game/level.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { DEFAULT_DATA_PLAN, MARKET, VOCAB_SIZES } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import type { MatchView, OwnTeamView } from '../../shared/game/sync/view.ts';
import type {
  ArenaReply,
  CorpusReply,
  DeckReply,
  DocumentsReply,
  MarketReply,
  PairsReply,
  SurveyReply,
} from '../../shared/game/wire/routes.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { WORLD_KINDS } from '../../shared/world/document.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import { createWorld } from '../../shared/world/world.ts';
import { Watch } from '../../client/watch/Watch.tsx';

const LABS = 8;
const FEW_LABS = 3;
const LONG_NAME = 'W'.repeat(24);
/** Milliseconds of a clock that never runs out while somebody looks. */
const CLOCK_MS = 3_600_000;

/** Every vowel twice makes English about as long as German or Finnish; what stands in for a second language stays readable. */
function lengthen(text: string): string {
  return text.replace(/\{\w+|[aeiou]/gi, (part) => (part.startsWith('{') ? part : part + part));
}

/** What two members of a lab have put together: a basket that leaves most of the coins, and a draft of the one who doesn't look. */
function together(own: OwnTeamView, stage: Stage): OwnTeamView {
  const drafts: Partial<Record<Stage, TeamPlan>> = {
    scale: { stage: 'scale', plan: { ...DEFAULT_SCALE_PLAN, bet: 1.2 } },
    'fine-tune': { stage: 'fine-tune', plan: DEFAULT_FINE_TUNE_PLAN },
  };
  const drafted = drafts[stage];
  const mate = `p${LABS}`;
  return {
    ...own,
    basket: {
      plan: {
        ...DEFAULT_DATA_PLAN,
        purchases: { stories: 'whole', web: 'half' },
        shares: { stories: 40, web: 20 },
      },
      by: { stories: 'p0', web: mate },
    },
    drafts: drafted ? [{ playerId: mate, drafted }] : [],
  };
}

/** A model at its beginning: letters without a space to break at. */
const BABBLE = 'Wmhqu whiwstwmered stewmo '.repeat(6);

/** A few labs, whose models have much to say, leave the projector less room than many do. */
function talkative(match: MatchView): MatchView {
  const babbling = (team: MatchView['teams'][number]): MatchView['teams'][number] => ({
    ...team,
    runs: {
      ...team.runs,
      pretrain: team.runs.pretrain && {
        ...team.runs.pretrain,
        filmstrip: [{ tokens: 1, samples: [{ prompt: 'In the morning', text: BABBLE }] }],
      },
    },
    debrief: team.debrief?.results
      ? {
          ...team.debrief,
          results: {
            ...team.debrief.results,
            answers: team.debrief.results.answers.map((answer) => ({ ...answer, tuned: BABBLE })),
          },
        }
      : team.debrief,
  });
  return { ...match, teams: match.teams.map(babbling) };
}

/** As labs are called: below the steps of a podium is no room for names that none has. */
function named(match: MatchView): MatchView {
  const names = TEAM_NAMES.toSorted((a, b) => b.length - a.length);
  return {
    ...match,
    teams: match.teams.map((team, place) => ({ ...team, name: names[place] ?? team.name })),
  };
}

function crowded(stage: Stage, level: Level = 'expert', labs = LABS): MatchView {
  const match = fixtureMatch(stage, labs);
  return {
    ...match,
    settings: match.settings && { ...match.settings, level },
    stageEndsAtMs: stage === 'lobby' ? null : Date.now() + CLOCK_MS,
    players: match.players.map((player) => ({ ...player, name: LONG_NAME })),
    teams: match.teams.map((team) => ({
      ...team,
      name: LONG_NAME,
      own: team.own && together(team.own, stage),
    })),
  };
}

const world = createWorld(7);

const market = (): MarketReply => ({
  datasets: MARKET.map(({ kind, bytes }) => ({
    kind,
    documents: 1234,
    bytes,
    tokens: Object.fromEntries(
      VOCAB_SIZES.map((size) => [String(size), Math.round(bytes / Math.log2(size / 32))]),
    ),
  })),
  yardstick: {
    bitsPerByte: 0.91,
    perKind: { stories: 0.89, encyclopedia: 0.62, questions: 0.77, exercises: 1.21, web: 0.87, posts: 1.08 },
  },
});

function pagesOf(path: string): string[] {
  const kind = WORLD_KINDS.find((candidate) => path.includes(`/${candidate}`)) ?? 'stories';
  return generateCorpus(world, kind, { bytes: 4000, seed: 3 }).map(({ text }) => text);
}

const documents = (path: string): DocumentsReply => ({
  page: 0,
  pages: 100,
  documents: pagesOf(path)
    .slice(0, 3)
    .map((text, number) => ({ number, text })),
});

function deck(path: string): DeckReply {
  const style = ANSWER_STYLES.find((candidate) => path.endsWith(candidate)) ?? 'full';
  const packs = DEMONSTRATION_PACKS.map((pack) => [
    pack,
    generateDemonstrations(world, { pack, style, count: 3, seed: 5, split: 'train' }),
  ]);
  return { packs: Object.fromEntries(packs) as DeckReply['packs'] };
}

const card = {
  id: 'pair',
  trait: 'true' as const,
  question: 'Where does the baker who lost three grey hens in the winter live?',
  evidence: 'The baker lives in the lighthouse behind the mill of Lower Wimbledock.',
  a: 'The baker lives in the lighthouse, my friend, and so do the hens.',
  b: 'the baker the mill is the and hens hens lives in in Wimbledock',
};

const pairs = (): PairsReply => ({ pairs: [{ ...card, choice: null }] });

function arena(isRevealed: boolean): ArenaReply {
  const reveal = { who: { a: 't0', b: 'house' }, tally: { a: 4, b: 2, tie: 1 }, referee: 'a' as const };
  const { trait: criterion, ...rest } = card;
  return {
    pairs: [{ ...rest, criterion, choice: isRevealed ? 'a' : null, reveal: isRevealed ? reveal : null }],
  };
}

const opinions = { wrong: Array(8).fill(LONG_NAME).join(', '), next: LONG_NAME };

const survey = (): SurveyReply => ({
  own: { before: opinions, after: opinions },
  sheets: [0, 1].map((id) => ({
    id,
    answers: { before: opinions, after: { ...opinions, next: '' } },
    marks: { before: ['mind'], after: ['data', 'chance'] },
    isQuoted: id === 0,
  })),
});

let listener: RoomListener | null = null;
let shown: MatchView = crowded('lobby');

/** What the server would say. */
function answer(
  path: string,
): MarketReply | DocumentsReply | CorpusReply | DeckReply | PairsReply | ArenaReply | SurveyReply | null {
  if (path.includes('/market')) return market();
  if (path.includes('/documents/')) return documents(path);
  if (path.includes('/corpus/')) return { texts: pagesOf(path) };
  if (path.includes('/deck/')) return deck(path);
  if (path.includes('/pairs')) return pairs();
  if (path.includes('/arena')) return arena(shown.arena?.revealed ?? false);
  if (path.includes('/survey')) return survey();
  return null;
}

const missing: Reply<never> = { ok: false, error: { code: 'protocol/not_found' } };
const transport: Transport = {
  keepsSeats: false,
  async join(_seat, who) {
    listener = who;
    who.onView(shown);
    const line = {
      request: async (): Promise<Reply<null>> => ({ ok: true, value: null }),
      serverNowMs: async () => Date.now(),
      close: () => undefined,
    };
    return { ok: true, value: line };
  },
  async getJson<T>(path: string): Promise<Reply<T>> {
    const value = answer(path);
    return value ? { ok: true, value: value as T } : missing;
  },
  getBytes: async () => missing,
  postBytes: async () => missing,
};

export type Role = 'player' | 'host' | 'audience';
const PAGES: Record<Role, preact.JSX.Element> = { player: <Player />, host: <Host />, audience: <Watch /> };

/** Opens the page of a player, of the host or of the audience. */
export async function open(role: Role): Promise<void> {
  const words = en as Record<string, string>;
  for (const [key, text] of Object.entries(words)) words[key] = lengthen(text);
  /* The drawn scenes have words of their own; here the page around them is looked at. */
  HTMLCanvasElement.prototype.getContext = () => null;
  document.body.innerHTML = '<div id="app"></div>';
  await chooseLanguage('en');
  const parts = allEntries.flatMap(({ view, wall, consoleCard, audience }) => [
    audience ?? view,
    view,
    wall ?? view,
    consoleCard ?? view,
  ]);
  while (parts.some(({ value }) => value === null)) await sleep(20);
  render(PAGES[role], document.getElementById('app') as HTMLElement);
  const seat = { code: 'GOAT47', roomId: 'room', token: 'token' };
  await openSeat({ ...seat, role, playerId: role === 'player' ? 'p0' : null }, transport);
  await document.fonts.ready;
}

/** Puts the page into a language; the lengthened words are those of English. */
export async function speak(language: Language): Promise<void> {
  await chooseLanguage(language);
  await sleep(0);
}

/** Leaves the match: what is shown then is the first card of the page. */
export function leave(): void {
  endSession(null);
}

export type Moment =
  | 'usual'
  | 'closed'
  | 'teaching'
  | 'spotlight'
  | 'few'
  | 'few closed'
  | 'few named'
  | 'few spotlight';

/** Lets the match be in this stage; the arena's curtains may be shut still, and an answer may stand in the spotlight. */
export function show(stage: Stage, level: Level, moment: Moment): void {
  const isFew = moment.startsWith('few');
  const crowd = isFew ? talkative(crowded(stage, level, FEW_LABS)) : crowded(stage, level);
  const match = moment.endsWith('named') ? named(crowd) : crowd;
  const spotlight = { question: card.question, text: card.a, contestantId: 't0' };
  const arena = match.arena && {
    ...match.arena,
    ...(moment.endsWith('closed') ? { revealed: false, ratings: null } : {}),
    spotlight: moment.endsWith('spotlight') ? spotlight : null,
  };
  const isTaught = moment === 'teaching';
  const isShut = isTaught || (moment === 'closed' && stage === 'deploy');
  const views = isShut ? { deploy: FIXTURE_CLOSED } : match.views;
  const teams = isTaught
    ? match.teams.map((team) => ({ ...team, own: team.own && { ...team.own, views: fixtureTeaching() } }))
    : match.teams;
  shown = { ...match, arena, views, teams };
  if (stage === 'deploy') deployDraft.value = { ...FIXTURE_WRITTEN, ...(isTaught && { model: 'router' }) };
  listener?.onView(shown);
}
