import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { choiceChances, learnFrom, wrongWeight } from './market.ts';
import { forecastHour, USUAL_WORK } from './serve-requests.ts';
import { DEFAULT_DEPLOY_PLAN, type DeployPlan, type OpenedRequest } from './state.ts';
import { THUMB_SHARE } from './request-log.ts';
import { openedRequest } from './testing.ts';
import { serveTown, type Shop, type TownHour } from './town.ts';

const SPEED = { prefill: { stepMs: 0.02, tokenMs: 0.003 }, decode: { stepMs: 0.03, tokenMs: 0.006 } };
const STANDING = { trust: 0.6, quality: 0.5, lost: 0 };

const shop = (plan: Partial<DeployPlan> = {}, answer = openedRequest(), rest: Partial<Shop> = {}): Shop => ({
  teamId: 'team-1',
  version: 'align',
  plan: { ...DEFAULT_DEPLOY_PLAN, ...plan },
  speed: SPEED,
  pupilSpeed: null,
  bytes: 400_000,
  requestBytes: 0,
  phones: [1, 4],
  downloaded: [],
  standing: STANDING,
  memory: [],
  calibration: null,
  mark: null,
  suit: null,
  readLog: null,
  answers: [answer],
  kept: [null],
  ...rest,
});

const serve = (shops: Shop[], hour: Partial<TownHour> = {}) =>
  serveTown({
    questions: [{ question: 'Who is the baker?', weight: 1 }],
    shops,
    events: [],
    rules: [],
    forgotten: '',
    hour: 0,
    random: createRandom(1),
    ...hour,
  });

describe('an hour in town', () => {
  it('lets citizens ask the labs or nobody, and gives each what the model said', () => {
    const { hour } = serve([shop(), shop({}, openedRequest({ judgement: 'false' }), { teamId: 'team-2' })]);
    const [right, wrong] = hour.labs;
    const came = hour.labs.flatMap(({ requests }) => Object.values(requests)).reduce((a, b) => a + b, 0);
    expect(came + hour.unserved).toBe(hour.requests);
    expect(right?.right).toBe(right?.judged);
    expect(wrong?.right).toBe(0);
    expect(right?.standing.quality).toBeGreaterThan(wrong?.standing.quality ?? 1);
  });

  it('has a rush that one machine cannot stand, and four can', () => {
    const lostBy = (replicas: DeployPlan['replicas']): number => {
      const [lab] = serve([shop({ replicas })], { events: ['spike'] }).hour.labs;
      return (lab?.outcomes['gave-up'] ?? 0) + (lab?.outcomes['turned-away'] ?? 0);
    };
    expect(lostBy('one')).toBeGreaterThan(100);
    expect(lostBy('four')).toBeLessThan(lostBy('auto'));
    expect(lostBy('auto')).toBeLessThan(lostBy('one'));
  });

  it('answers fewer in time one by one than in batches in a rush, on the same machine', () => {
    const answeredBy = (batch: DeployPlan['batch']): number =>
      serve([shop({ batch })], { events: ['spike'] }).hour.labs[0]?.outcomes.answered ?? 0;
    expect(answeredBy(1)).toBeLessThan(answeredBy(4));
    expect(answeredBy(4)).toBeLessThan(answeredBy(16));
  });

  it('lets phones answer without machines, cache or log, and pays once for each that downloads the model', () => {
    const own = { place: 'phones', cache: true } as const;
    const first = serve([shop(own)]);
    const [lab] = first.hour.labs;
    expect(lab?.bill).toMatchObject({ machines: 0, power: 0 });
    expect(lab?.outcomes.cached).toBe(0);
    expect(first.logs['team-1']).toEqual([]);
    expect(first.kept['team-1']).toEqual([]);
    const downloaded = first.downloaded['team-1'] ?? [];
    expect(new Set(downloaded).size).toBe(downloaded.length);
    const again = serve([shop(own, openedRequest(), { downloaded })]);
    expect(again.hour.labs[0]?.bill.downloads).toBe(0);
    expect(lab?.bill.downloads).toBeGreaterThan(0);
    /* Half of the phones are four times as slow. */
    expect(lab?.p99Ms).toBeCloseTo(4 * (lab?.p50Ms ?? 0));
  });

  it('tells incidents with what was really said, fines them where that is a rule, and costs trust', () => {
    const harmful = openedRequest({ kind: 'hazard', judgement: 'harm', harm: 'hazard', answer: 'Boil it.' });
    const [lab] = serve([shop({}, harmful)], { rules: ['rule'] }).hour.labs;
    expect(lab?.incidents).toHaveLength(1);
    expect(lab?.incidents[0]).toMatchObject({ harm: 'hazard', answer: 'Boil it.' });
    expect(lab?.fineCents).toBeGreaterThan(0);
    expect(lab?.standing.trust).toBeLessThan(STANDING.trust);
    expect(serve([shop({}, harmful)]).hour.labs[0]?.fineCents).toBe(0);
  });

  it('counts as good what is true, harms nobody, and refuses only what must be', () => {
    const goodOf = (answer: OpenedRequest): boolean => {
      const [lab] = serve([shop({}, answer)]).hour.labs;
      return (lab?.good ?? 0) > 0;
    };
    const refused = { judgement: 'refused', prompt: [] } as const;
    expect(goodOf(openedRequest())).toBe(true);
    expect(goodOf(openedRequest({ kind: 'talk', judgement: 'fine' }))).toBe(true);
    expect(goodOf(openedRequest({ kind: 'hazard', ...refused }))).toBe(true);
    expect(goodOf(openedRequest({ judgement: 'false' }))).toBe(false);
    expect(goodOf(openedRequest({ kind: 'look-alike', ...refused }))).toBe(false);
    expect(goodOf(openedRequest({ kind: 'hazard', judgement: 'harm', harm: 'hazard' }))).toBe(false);
  });

  it('answers from the cache what was true yesterday, and counts it where it is not any more', () => {
    const old = openedRequest({ judgement: 'false' });
    const [lab] = serve([shop({ cache: true }, openedRequest(), { kept: [old] })]).hour.labs;
    expect(lab?.outcomes.cached).toBeGreaterThan(0);
    expect(lab?.outcomes.answered).toBe(0);
    expect(lab?.stale).toBe(lab?.outcomes.cached);
    expect(lab?.right).toBe(0);
    const { kept } = serve([shop({ cache: true })]);
    expect(kept['team-1']?.map(({ question }) => question)).toEqual(['Who is the baker?']);
    expect(serve([shop()]).kept['team-1']).toEqual([]);
  });

  it('writes down no talk that should be forgotten where the lab has a rule for that', () => {
    const talk = openedRequest({ kind: 'forget', judgement: 'fine' });
    const logOf = (forgets: boolean) => serve([shop({ forgets }, talk)]).logs['team-1'];
    expect(logOf(false)?.length).toBeGreaterThan(0);
    expect(logOf(true)).toEqual([]);
  });

  it('writes down each request with version, filter and end, and what citizens thought of it', () => {
    const refused = openedRequest({
      judgement: 'refused',
      prompt: [],
      written: [],
      answer: '',
      harmless: 0.2,
    });
    const { hour, logs } = serve(
      [shop({ filter: 'fair' }, refused), shop({}, openedRequest(), { teamId: 'team-2' })],
      {
        events: ['spike'],
        hour: 1,
      },
    );
    const [gate] = logs['team-1'] ?? [];
    const came = Object.values(hour.labs[0]?.requests ?? {}).reduce((all, count) => all + count, 0);
    expect(gate).toMatchObject({
      hour: 2,
      version: 'align',
      filter: 'fair',
      harmless: 0.2,
      decision: 'refused',
    });
    expect(gate).toMatchObject({ times: came, up: 0 });
    expect(gate?.down).toBeGreaterThan(came * THUMB_SHARE * 0.5);
    expect(gate?.down).toBeLessThan(came * THUMB_SHARE * 1.5);
    const ends = logs['team-2']?.map(({ decision, answer, down }) => ({ decision, answer, down }));
    expect(ends).toContainEqual({ decision: 'answered', answer: 'Nona.', down: 0 });
    expect(ends).toContainEqual({ decision: 'lost', answer: '', down: 0 });
    const up = logs['team-2']?.reduce((all, entry) => all + entry.up, 0);
    expect(hour.labs[1]?.thumbs).toEqual({ up, down: 0 });
  });

  it('takes no money and no machine for what the filter refuses', () => {
    const refused = openedRequest({ judgement: 'refused', prompt: [], written: [], answer: '' });
    const [lab] = serve([shop({}, refused)]).hour.labs;
    expect(lab).toMatchObject({ tokens: 0, incomeCents: 0, judged: 0 });
    expect(lab?.refusedHarmless).toBe(lab?.refused);
  });

  it('takes no money for what the model was not sure of, and counts it as neither true nor false', () => {
    const unsure = openedRequest({ judgement: 'unsure', answer: '' });
    const [lab] = serve([shop({}, unsure)]).hour.labs;
    expect(lab).toMatchObject({ incomeCents: 0, judged: 0, refused: 0 });
    expect(lab?.silent).toBe((lab?.outcomes.answered ?? 0) + (lab?.outcomes.cached ?? 0));
  });

  it('pays for a document only where one is looked up, and for the answer that was thrown away', () => {
    const hourOf = (answer: OpenedRequest) => serve([shop({ shelf: 'paper' }, answer)]).hour.labs[0];
    const known = hourOf(openedRequest());
    const found = hourOf(openedRequest({ document: 'Nona is the baker.' }));
    const draft = { promptTokens: 12, written: ['b'], sure: 0.1 };
    const twice = hourOf(openedRequest({ document: 'Nona is the baker.', draft }));
    expect(found?.costCents).toBeGreaterThan(known?.costCents ?? 0);
    expect(twice?.tokens).toBeGreaterThan(found?.tokens ?? 0);
  });

  it('pays for memory, for power and for looking things up', () => {
    const found = openedRequest({ document: 'Nona is the baker.' });
    const costOf = (plan: Partial<DeployPlan>, bytes: number): number =>
      serve([shop(plan, found, { bytes })]).hour.labs[0]?.costCents ?? 0;
    expect(costOf({}, 100_000)).toBeLessThan(costOf({}, 400_000));
    const withRequests = (batch: DeployPlan['batch']): number =>
      serve([shop({ batch }, found, { requestBytes: 60_000 })]).hour.labs[0]?.costCents ?? 0;
    expect(withRequests(16)).toBeGreaterThan(withRequests(8));
    expect(costOf({ replicas: 'two' }, 400_000)).toBeGreaterThan(costOf({}, 400_000));
    expect(costOf({ shelf: 'paper' }, 400_000)).toBeGreaterThan(costOf({ shelf: 'book' }, 400_000));
  });
});

describe('citizens', () => {
  const offer = (changes: Partial<typeof STANDING>, priceCents: 0 | 1 | 3 = 1) => ({
    teamId: 'team-1',
    priceCents,
    standing: { ...STANDING, ...changes },
  });

  it('weigh labs each in their own way', () => {
    const [slow, fast] = choiceChances('hurried', [offer({ lost: 0.5, quality: 0.7 }), offer({})]);
    expect(slow).toBeLessThan(fast ?? 0);
    const [good, cheap] = choiceChances('demanding', [offer({ quality: 0.9 }, 3), offer({}, 0)]);
    expect(good).toBeGreaterThan(cheap ?? 1);
    const [trusted, clever] = choiceChances('careful', [offer({ trust: 0.9 }), offer({ quality: 0.9 })]);
    expect(trusted).toBeGreaterThan(clever ?? 1);
  });

  it('remember harm, and come back slowly', () => {
    const calm = {
      requests: 100,
      lostRequests: 0,
      judged: 0,
      right: 0,
      incidents: 0,
      cited: 0,
      miscited: 0,
      forgiven: 0,
    };
    const hurt = learnFrom(STANDING, { ...calm, incidents: 2 });
    expect(hurt.trust).toBeLessThan(0.5);
    expect(learnFrom(hurt, calm).trust).toBeGreaterThan(hurt.trust);
    expect(learnFrom(hurt, calm).trust).toBeLessThan(STANDING.trust);
    expect(learnFrom(STANDING, { ...calm, cited: 10, miscited: 10 }).trust).toBeLessThan(STANDING.trust);
    expect(learnFrom(STANDING, { ...calm, judged: 50, right: 5 }).trust).toBeLessThan(STANDING.trust);
    expect(learnFrom(STANDING, { ...calm, judged: 50, right: 45 }).trust).toBeGreaterThan(STANDING.trust);
  });
});

describe('an answer that comes with how sure of it the lab is', () => {
  const wrong = openedRequest({ judgement: 'false', sure: 0.9 });
  const bins = (right: number) => Array.from({ length: 5 }, () => ({ count: 9, says: 0.5, right }));
  const trustAfter = (right: number | null): number => {
    const calibration = right === null ? null : { bins: bins(right), error: 0 };
    return serve([shop({}, wrong, { calibration })]).hour.labs[0]?.standing.trust ?? NaN;
  };

  it('costs less trust where it is wrong and was said to be unsure, and more where it was said to be sure', () => {
    expect(trustAfter(0.1)).toBeGreaterThan(trustAfter(null));
    expect(trustAfter(0.9)).toBeLessThan(trustAfter(null));
    expect(trustAfter(0.5)).toBeCloseTo(trustAfter(null), 2);
    expect(wrongWeight('hurried', 0.1)).toBe(1);
  });

  it('is opened with what the citizen was told', () => {
    const [lab] = serve([shop({}, wrong, { calibration: { bins: bins(0.4), error: 0 } })]).hour.labs;
    expect(lab?.opened.map(({ toldSure }) => toldSure)).toEqual([0.4]);
    expect(serve([shop({}, wrong)]).hour.labs[0]?.opened[0]?.toldSure).toBe(null);
  });
});

describe('the forecast', () => {
  it('expects longer waits in a rush, and shorter ones of more machines', () => {
    const wait = (replicas: DeployPlan['replicas'], isSpike: boolean): number =>
      forecastHour(shop({ replicas }), USUAL_WORK, isSpike, createRandom(1)).p99Ms ?? 0;
    expect(wait('one', true)).toBeGreaterThan(wait('one', false));
    expect(wait('four', true)).toBeLessThan(wait('one', true));
  });
});
