/** The open questions: answered before and after, by whoever wants to, and read by the host without names. */

import { describe, expect, it } from 'vitest';
import { createMatch } from './create.ts';
import { createSettings } from './presets.ts';
import { anonymousSheets, answersOf, MAX_SURVEY_ANSWER, tidyAnswer, viewSurvey } from './survey.ts';
import { codeOf, HOST, must, player, TestMatch } from './testing.ts';
import { playerMove } from './wire/messages.ts';

/** A match with the questions asked, or not. */
function begin({ survey = true, preset = 'short' as 'short' | 'long' } = {}): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], preset);
  if (survey) test.match.survey = { sheets: [], changes: 0 };
  return test;
}

const say = (test: TestMatch, who: string, text: string, question: 'wrong' | 'next' = 'wrong'): string =>
  codeOf(test.act(player(who), { type: 'survey/answer', question, text }));

const surveyOf = (test: TestMatch) => must(test.match.survey);

describe('the open questions', () => {
  it('are asked where the host wants it, and nowhere else', () => {
    const made = (survey: boolean) =>
      createMatch({
        code: 'A',
        settings: createSettings('short', { survey }),
        teamNames: ['A', 'B', 'C'],
        lotSeed: 1,
      });
    expect(made(true).survey).toEqual({ sheets: [], changes: 0 });
    expect(made(false).survey).toBeNull();
    expect(createSettings('short').survey).toBe(false);
    expect(say(begin({ survey: false }), 'ada', 'Because.')).toBe('match/wrong_stage');
  });

  it('take an answer before and one after, side by side, and none while the match runs', () => {
    const test = begin();
    expect(say(test, 'ada', 'It is stupid.')).toBe('ok');
    test.skipTo('pretrain');
    expect(say(test, 'ada', 'It is tired.')).toBe('match/wrong_stage');
    test.skipTo('debrief');
    expect(say(test, 'ada', 'It never read the truth.')).toBe('ok');
    expect(say(test, 'bo', 'By chance.', 'next')).toBe('ok');
    expect(anonymousSheets(surveyOf(test)).map(({ answers }) => answers)).toEqual([
      {
        before: { wrong: 'It is stupid.', next: '' },
        after: { wrong: 'It never read the truth.', next: '' },
      },
      { before: { wrong: '', next: '' }, after: { wrong: '', next: 'By chance.' } },
    ]);
    expect(viewSurvey(surveyOf(test))).toEqual({ before: 1, after: 2, changes: 3 });
  });

  it('wait for the end of the last year', () => {
    const test = begin({ preset: 'long' }).skipTo('debrief');
    expect(say(test, 'ada', 'So soon?')).toBe('match/wrong_stage');
  });

  it('can be answered anew, and taken back', () => {
    const test = begin();
    say(test, 'ada', 'It is stupid.');
    say(test, 'ada', 'It is small.');
    expect(answersOf(surveyOf(test), 'ada').before.wrong).toBe('It is small.');
    say(test, 'ada', '');
    expect(anonymousSheets(surveyOf(test))).toEqual([]);
    expect(viewSurvey(surveyOf(test)).before).toBe(0);
  });

  it('tell the host nobody’s name, nor an id', () => {
    const test = begin();
    say(test, 'ada', 'It is stupid.');
    expect(JSON.stringify(anonymousSheets(surveyOf(test)))).not.toContain('ada');
  });

  it('keep one line, without signs that nobody sees', () => {
    expect(tidyAnswer(' It\n\n read\u200b\tit.\u0000 ')).toBe('It read it.');
  });

  it('take no more than three sentences', () => {
    const move = (letters: number) => ({
      type: 'survey/answer',
      question: 'wrong',
      text: 'x'.repeat(letters),
    });
    expect(playerMove.safeParse(move(MAX_SURVEY_ANSWER)).success).toBe(true);
    expect(playerMove.safeParse(move(MAX_SURVEY_ANSWER + 1)).success).toBe(false);
  });
});

describe('what a host ticks', () => {
  it('is kept for each person, before and after', () => {
    const test = begin();
    say(test, 'ada', 'It is stupid.');
    const mark = (row: 'mind' | 'data', isMarked: boolean) =>
      codeOf(test.act(HOST, { type: 'host/survey-mark', sheetId: 0, time: 'before', row, isMarked }));
    expect([mark('mind', true), mark('mind', true), mark('data', true), mark('mind', false)]).toEqual(
      Array(4).fill('ok'),
    );
    expect(codeOf(test.act(HOST, { type: 'host/survey-quote', sheetId: 0, isQuoted: true }))).toBe('ok');
    expect(anonymousSheets(surveyOf(test))).toMatchObject([
      { marks: { before: ['data'], after: [] }, isQuoted: true },
    ]);
  });

  it('is about a sheet that is there', () => {
    const quote = { type: 'host/survey-quote', sheetId: 3, isQuoted: true } as const;
    expect(codeOf(begin().act(HOST, quote))).toBe('protocol/bad_message');
  });
});
