/** Settings come back from a link and from a file as they went in, and what is wrong is named. */

import { describe, expect, it } from 'vitest';
import type { MatchOptions } from '../../shared/game/match-options.ts';
import { optionsFile, optionsInFile, optionsInLink, optionsLink } from './match-options.ts';

const FULL: MatchOptions = {
  preset: 'short',
  level: 'expert',
  teamCount: 8,
  generations: 2,
  leftOut: ['align'],
  computeShare: 0.5,
  survey: false,
  seed: 0,
  stageSeconds: { data: 90, 'fine-tune': 300, debrief: 60 },
};
const PLAIN: MatchOptions = { preset: 'workshop', level: 'first', teamCount: 3 };

const WHOLE: MatchOptions = { ...PLAIN, leftOut: [] };

describe.each([FULL, PLAIN, WHOLE])('the settings %j', (options) => {
  it('come back from a link', () => {
    const { search, pathname } = new URL(optionsLink('http://10.0.0.7:2567', options));
    expect(pathname).toBe('/host');
    expect(optionsInLink(search)).toEqual({ ok: true, value: options });
  });

  it('come back from a file', () => {
    expect(optionsInFile(optionsFile(options))).toEqual({ ok: true, value: options });
  });
});

describe('a link', () => {
  it('that speaks of a match only has no settings', () => {
    expect(optionsInLink('?code=GOAT47&view=projector')).toBeNull();
  });

  it('may leave out what is as usual', () => {
    expect(optionsInLink('?labs=5')).toEqual({ ok: true, value: { ...PLAIN, teamCount: 5 } });
  });

  it.each([
    ['?labs=0', 'teamCount'],
    ['?questions=perhaps', 'survey'],
    ['?labs=many', 'teamCount'],
    ['?labs=', 'teamCount'],
    ['?length=endless', 'preset'],
    ['?data=5', 'stageSeconds.data'],
    ['?data=99999', 'stageSeconds.data'],
    ['?years=9', 'generations'],
    ['?without=debrief', 'leftOut.0'],
    ['?without=', 'leftOut.0'],
    ['?compute=3', 'computeShare'],
    ['?seed=1.5', 'seed'],
    ['?seed=-1', 'seed'],
  ])('with %s is refused, and says what is wrong', (search, field) => {
    expect(optionsInLink(search)).toEqual({ ok: false, field });
  });
});

describe('a file', () => {
  it.each([
    ['', 'JSON'],
    ['{', 'JSON'],
    ['null', 'JSON'],
    [JSON.stringify({ ...JSON.parse(optionsFile(PLAIN)), version: 2 }), 'version'],
    [optionsFile({ ...PLAIN, teamCount: 99 }), 'settings.teamCount'],
    [optionsFile({ ...PLAIN, teamcount: 5 } as MatchOptions), 'settings.teamcount'],
    [optionsFile({ ...PLAIN, stageSeconds: { lobby: 60 } } as MatchOptions), 'settings.stageSeconds.lobby'],
  ])('that reads %j is refused, and says what is wrong', (text, field) => {
    expect(optionsInFile(text)).toEqual({ ok: false, field });
  });
});
