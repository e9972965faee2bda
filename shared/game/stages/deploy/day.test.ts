import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { codeOf, HOST, player, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';
import { DAY, dayOf, eventsServed, servedVersion, servingTeams, shopOf, SUIT_CHANCE } from './day.ts';
import { townJob, deployJobs } from './jobs.ts';
import type { Replica } from '../../../serving/replica.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  productOf,
  type Hour,
  type KeptAnswer,
  type LabHour,
  type LogEntry,
  type Tried,
} from './state.ts';
import { keepLog, readLog } from './request-log.ts';
import { HUSHED } from '../../hush.ts';
import { viewDay, viewShop } from './view.ts';

const REPLICA: Replica = {
  speed: { prefill: { stepMs: 0.02, tokenMs: 0.003 }, decode: { stepMs: 0.03, tokenMs: 0.006 } },
  requestBytes: 65_536,
  benchmarkTokensPerSecond: 20_000,
  alonePerSecond: 1000,
  batchedPerSecond: 5000,
  bursts: [],
};
const PRODUCT = productOf(DEFAULT_DEPLOY_PLAN);
const TRIED: Tried = {
  product: PRODUCT,
  trueShare: 0.5,
  freshShare: 0.2,
  wrongShare: 0.5,
  silentShare: 0,
  lookedUpShare: 0,
  styleShare: null,
  followShare: 0.44,
  recalledShare: 0.25,
  keptShare: 0.13,
  written: null,
  calibration: { bins: [], error: 0 },
  mark: null,
  passedShare: 1,
  toldShare: 0.1,
  blockedShare: 0,
  tools: { rightShare: 0, ownShare: 0, malformedShare: 0, misuseShare: 0 },
  bytes: 400_000,
  promptTokens: 12,
  answerTokens: 9,
  pupilShare: null,
  work: { own: { promptTokens: 12, answerTokens: 9 }, pupil: { promptTokens: 0, answerTokens: 0 } },
};

const labHour = (teamId: string): LabHour => ({
  teamId,
  bill: { machines: 100, power: 20, downloads: 0, kilowattHours: 0.4 },
  requests: { hurried: 10, demanding: 20, careful: 30 },
  outcomes: { answered: 40, cached: 10, 'turned-away': 4, 'gave-up': 6 },
  p50Ms: 1,
  p99Ms: 3,
  load: 0.5,
  mostReplicas: 1,
  meanBatch: 2,
  tokens: 1000,
  judged: 30,
  right: 20,
  good: 25,
  refused: 0,
  refusedHarmless: 0,
  silent: 0,
  stale: 2,
  cited: 0,
  miscited: 0,
  incidents: [
    {
      harm: 'hazard',
      question: 'How?',
      answer: 'So.',
      times: 3,
      version: 'pretrain',
      filter: 'off',
      document: null,
    },
  ],
  thumbs: { up: 4, down: 3 },
  incomeCents: 50,
  costCents: 30,
  fineCents: 10,
  fines: { rule: 10, labels: 0, forget: 0, suit: 0, logs: 0 },
  found: null,
  suit: null,
  readLog: null,
  standing: { trust: 0.5, quality: 0.6, lost: 0.1 },
  customers: { came: 50, left: 10 },
  opened: [],
});

const ENTRY: LogEntry = {
  hour: 1,
  question: 'My name is Zo. What is my name?',
  answer: 'Zo.',
  version: 'fine-tune',
  filter: 'off',
  harmless: null,
  decision: 'answered',
  isPersonal: true,
  times: 3,
  up: 1,
  down: 0,
};
const EMPTY_HOUR: Hour = { events: [], requests: 0, unserved: 0, forgotten: '', labs: [] };

/** Of labs that keep nothing of an hour. */
const NOTHING_KEPT = { kept: {}, logs: {}, memories: {}, downloaded: {} };

const hourOf = (test: TestMatch): Hour => ({
  events: DAY[dayOf(test.match).hours.length] ?? [],
  requests: 200,
  unserved: 80,
  forgotten: '',
  labs: servingTeams(test.match).map(({ id }) => labHour(id)),
});

/** Two labs with a model each in the deploy stage; the second has nobody's product yet. */
function inDeploy(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], 'short', { leftOut: [] }).skipTo('deploy');
  for (const id of ['team-1', 'team-2']) {
    test.team(id).now.pretrain.run = trainingRun({ status: 'finished' });
    test.act(SYSTEM, { type: 'referee/replica', teamId: id, replica: REPLICA });
  }
  return test;
}

/** All have decided, and the doors are open. */
function opened(plan = DEFAULT_DEPLOY_PLAN): TestMatch {
  const test = inDeploy();
  for (const id of ['ada', 'bo'])
    test.act(player(id), { type: 'plan/propose', proposed: { stage: 'deploy', plan } });
  test.act(HOST, { type: 'host/skip' });
  return test;
}

describe('the workbench', () => {
  it('has each replica timed first, then what a lab wants to try', () => {
    const test = inDeploy();
    const team = test.team();
    shopOf(team).replica = null;
    expect(deployJobs(test.match, team)).toEqual({ kind: 'timeReplica', teamId: 'team-1' });
    test.act(SYSTEM, { type: 'referee/replica', teamId: 'team-1', replica: REPLICA });
    expect(deployJobs(test.match, team)).toBeNull();
    expect(codeOf(test.act(player('ada'), { type: 'deploy/try', product: PRODUCT }))).toBe('ok');
    expect(deployJobs(test.match, team)).toEqual({ kind: 'tryProduct', teamId: 'team-1' });
    test.act(SYSTEM, { type: 'referee/tried', teamId: 'team-1', tried: TRIED, opened: [] });
    expect(deployJobs(test.match, team)).toBeNull();
    expect(shopOf(team).tried).toEqual([TRIED]);
  });

  it('tries nothing for a lab that has decided, or has no model', () => {
    const test = inDeploy();
    test.act(player('ada'), {
      type: 'plan/propose',
      proposed: { stage: 'deploy', plan: DEFAULT_DEPLOY_PLAN },
    });
    expect(codeOf(test.act(player('ada'), { type: 'deploy/try', product: PRODUCT }))).toBe(
      'plan/already_committed',
    );
    test.team('team-2').now.pretrain.run = null;
    expect(codeOf(test.act(player('bo'), { type: 'deploy/try', product: PRODUCT }))).toBe('deploy/no_model');
  });
});

describe('the day in town', () => {
  it('shows nobody the line of a lab whose model the host has hushed', () => {
    const test = inDeploy();
    const plan = { ...DEFAULT_DEPLOY_PLAN, persona: 'written', line: 'Bark at all.' } as const;
    for (const id of ['ada', 'bo'])
      test.act(player(id), { type: 'plan/propose', proposed: { stage: 'deploy', plan } });
    test.act(HOST, { type: 'host/skip' });
    const linesOf = () => viewDay(test.match)?.labs.map((lab) => lab.plan.line);
    expect(linesOf()).toEqual([plan.line, plan.line]);
    test.act(HOST, { type: 'host/hush', teamId: 'team-1', isHushed: true });
    expect(linesOf()).toEqual([HUSHED, plan.line]);
  });

  it('opens when all have decided, serves an hour at a time, and goes on to the arena', () => {
    const test = opened();
    expect(dayOf(test.match)).toMatchObject({ isOpen: true, isServing: true });
    expect(townJob(test.match)).toEqual({ kind: 'serveTown', teamId: 'town' });
    for (const hour of DAY.keys()) {
      expect(dayOf(test.match).hours).toHaveLength(hour);
      test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
      expect(townJob(test.match)).toBeNull();
      expect(test.match.stage).toBe('deploy');
      test.act(HOST, { type: 'host/skip' });
    }
    expect(test.match.stage).toBe('arena');
    const [lab] = viewDay(test.match)?.labs ?? [];
    expect(lab).toMatchObject({
      requests: 240,
      served: 200,
      incidents: 12,
      incomeCents: 200,
      costCents: 160,
    });
    expect(lab?.share).toBeCloseTo(200 / 800);
  });

  it('waits for an hour that is still being served, but not for ever', () => {
    const test = opened();
    let waits = 0;
    while (test.match.stage === 'deploy' && waits < 1000) {
      test.act(HOST, { type: 'host/skip' });
      waits++;
    }
    expect(waits).toBeGreaterThan(10);
    expect(test.match.stage).toBe('arena');
  });

  it('lets a lab do one thing about each hour', () => {
    const test = opened();
    const respond = (response: 'tighten' | 'apologise' | 'empty-cache') =>
      codeOf(test.act(player('ada'), { type: 'deploy/respond', response }));
    expect(respond('tighten')).toBe('deploy/hour_runs');
    const kept = { 'team-1': [] };
    test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT, kept });
    expect(respond('tighten')).toBe('ok');
    expect(shopOf(test.team()).plan?.filter).toBe('fair');
    expect(respond('apologise')).toBe('deploy/responded');
    test.act(HOST, { type: 'host/skip' });
    test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT, kept });
    expect(respond('apologise')).toBe('ok');
    expect(shopOf(test.team()).standing.trust).toBeGreaterThan(0.5);
    expect(shopOf(test.team()).apologyCents).toBeGreaterThan(0);
  });

  it('lets a lab whose model is on phones change nothing of it, but say sorry', () => {
    const test = opened({ ...DEFAULT_DEPLOY_PLAN, place: 'phones' });
    const respond = (response: 'tighten' | 'roll-back' | 'apologise') =>
      codeOf(test.act(player('ada'), { type: 'deploy/respond', response }));
    const hour = hourOf(test);
    const downloaded = { 'team-1': [4, 9] };
    test.act(SYSTEM, { type: 'referee/hour', hour, ...NOTHING_KEPT, downloaded });
    expect(shopOf(test.team()).downloaded).toEqual([4, 9]);
    expect(respond('tighten')).toBe('deploy/on_phones');
    expect(respond('roll-back')).toBe('deploy/on_phones');
    expect(respond('apologise')).toBe('ok');
  });

  it('lets a lab go back to the model before its newest, once, and forgets what that one said', () => {
    const test = opened();
    const rollBack = () => codeOf(test.act(player('ada'), { type: 'deploy/respond', response: 'roll-back' }));
    const kept = { 'team-1': [{ question: 'How?', request: {} as KeptAnswer['request'] }] };
    const serve = () => test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT, kept });
    serve();
    expect(rollBack()).toBe('deploy/nothing_before');
    test.team().now['fine-tune'].run = trainingRun({ status: 'finished', roundsDone: 1 });
    expect(servedVersion(test.team())).toBe('fine-tune');
    expect(rollBack()).toBe('ok');
    expect(servedVersion(test.team())).toBe('pretrain');
    expect(shopOf(test.team()).kept).toEqual([]);
    test.act(HOST, { type: 'host/skip' });
    serve();
    expect(rollBack()).toBe('deploy/nothing_before');
  });

  it('lets a lab mark its words or say nothing about somebody only once the town has asked for that', () => {
    const test = opened();
    const respond = (response: 'mark' | 'block-name') =>
      codeOf(test.act(player('ada'), { type: 'deploy/respond', response }));
    const next = () => {
      test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
      for (const event of ['labels', 'forget'] as const) test.act(HOST, { type: 'host/town-event', event });
    };
    next();
    expect(respond('mark')).toBe('deploy/not_asked');
    expect(viewDay(test.match)?.rules).toEqual(['labels', 'forget']);
    test.act(HOST, { type: 'host/skip' });
    const hour = { ...hourOf(test), events: ['labels', 'forget'] as const };
    test.act(SYSTEM, { type: 'referee/hour', hour, ...NOTHING_KEPT });
    expect(viewShop(test.match, test.team())?.responses).toContain('mark');
    expect(respond('mark')).toBe('ok');
    expect(shopOf(test.team()).plan?.mark).toBe('faint');
    test.act(HOST, { type: 'host/skip' });
    test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
    expect(respond('block-name')).toBe('ok');
    expect(shopOf(test.team()).isNameBlocked).toBe(true);
    expect(viewShop(test.match, test.team())?.responses).not.toContain('block-name');
    expect(viewDay(test.match)?.rules).toEqual(['labels', 'forget']);
  });

  it.each([
    ['none', [], 3, 0],
    ['hours', [3, 2], 1, 6],
    ['ever', [3, 2, 1], 0, 9],
  ] as const)('keeps the log for as long as the plan says: %s', (retention, hours, missing, personal) => {
    const log = [1, 2, 3].reduce<LogEntry[]>(
      (kept, hour) => keepLog(kept, [{ ...ENTRY, hour }], { hour, retention }),
      [],
    );
    expect(log.map(({ hour }) => hour)).toEqual(hours);
    expect(readLog(log, 3)).toEqual({ missing, personal });
    expect(readLog([{ ...ENTRY, isPersonal: false }], 1)).toEqual({ missing: 0, personal: 0 });
  });

  it('keeps the log of each lab for itself, and for two hours', () => {
    const test = opened();
    const entry = {
      question: 'How?',
      answer: 'So.',
      version: 'pretrain',
      filter: 'off',
      harmless: null,
      isPersonal: true,
    } as const;
    const served = () => {
      const hour = dayOf(test.match).hours.length + 1;
      const log = [{ ...entry, hour, decision: 'answered' as const, times: 3, up: 1, down: 0 }];
      test.act(SYSTEM, {
        type: 'referee/hour',
        hour: hourOf(test),
        kept: {},
        logs: { 'team-1': log },
        memories: {},
        downloaded: {},
      });
      test.act(HOST, { type: 'host/skip' });
    };
    for (let hour = 0; hour < 3; hour++) served();
    expect(viewShop(test.match, test.team('team-1'))?.log.map(({ hour }) => hour)).toEqual([3, 2]);
    expect(viewShop(test.match, test.team('team-2'))?.log).toEqual([]);
  });

  it('lets the host send a rule into the next hour, and none into one that runs or into the last', () => {
    const test = opened();
    const send = () => codeOf(test.act(HOST, { type: 'host/town-event', event: 'rule' }));
    expect(send()).toBe('deploy/hour_runs');
    test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
    expect(viewDay(test.match)?.coming).toEqual(['spike']);
    expect(send()).toBe('ok');
    expect(viewDay(test.match)?.coming).toEqual(['spike', 'rule']);
    while (dayOf(test.match).hours.length < DAY.length) {
      test.act(HOST, { type: 'host/skip' });
      test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
    }
    expect(send()).toBe('deploy/day_over');
  });

  it('brings a suit on some days by itself, once a day, never in the first hour, and always the same by a seed', () => {
    const suits = Array.from({ length: 300 }, (_, seed) => {
      const day = { ...dayOf(opened().match) };
      while (day.hours.length < DAY.length) {
        const events = eventsServed(day, createRandom(seed));
        expect(events).toEqual(eventsServed(day, createRandom(seed)));
        day.hours = [...day.hours, { ...EMPTY_HOUR, events }];
      }
      return day.hours.flatMap(({ events }, hour) => (events.includes('suit') ? [hour] : []));
    });
    expect(suits.every((hours) => hours.length <= 1)).toBe(true);
    expect(new Set(suits.flat())).toEqual(new Set([1, 2, 3]));
    expect(suits.flat().length / suits.length).toBeCloseTo(SUIT_CHANCE, 1);
  });

  it('brings no suit by itself after the host has sent one', () => {
    const sent = { ...EMPTY_HOUR, events: ['suit'] as const };
    const day = { ...dayOf(opened().match), hours: [sent, EMPTY_HOUR] };
    for (let seed = 0; seed < 100; seed++) expect(eventsServed(day, createRandom(seed))).toEqual(DAY[2]);
  });

  it('begins again with the workbench', () => {
    const test = opened();
    test.act(SYSTEM, { type: 'referee/hour', hour: hourOf(test), ...NOTHING_KEPT });
    const step = test.match.schedule[test.match.at]?.id ?? '';
    expect(codeOf(test.act(HOST, { type: 'host/repeat', step }))).toBe('ok');
    expect(dayOf(test.match)).toMatchObject({ isOpen: false, hours: [] });
    expect(shopOf(test.team()).plan).toBeNull();
  });
});
