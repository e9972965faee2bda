/** A table opens rightly in a spreadsheet: whatever its country, and whatever a model has said. */

import { describe, expect, it } from 'vitest';
import { fixtureMatch } from '../stages/fixture.ts';
import { csvOf, separatorFor } from './csv.ts';
import { reportTable } from './table.ts';

/** The file without the sign at its beginning and the end of its one line. */
const lineOf = (...cells: Parameters<typeof csvOf>[0][number]): string => csvOf([cells], ',').slice(1, -2);

describe('a file for spreadsheets', () => {
  it('says that it is UTF-8, and ends its lines as all of them expect', () => {
    expect(csvOf([['Zoë', 1]], ',')).toBe('\ufeff"Zoë",1\r\n');
  });

  it('has no decimal mark, which means a thousand in the next country', () => {
    expect(lineOf(2.57, -0.4, 1e6, null, Number.NaN)).toBe('3,0,1000000,,');
  });

  it('splits its cells as the country does', () => {
    expect([
      separatorFor('en-US'),
      separatorFor('de-DE'),
      separatorFor('es-MX'),
      separatorFor('fr-FR'),
    ]).toEqual([',', ';', ',', ';']);
    expect(csvOf([['a', 1]], ';')).toBe('\ufeff"a";1\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', ' =1+1', '＝1+1'])(
    'has no formula in it: %j is text',
    (text) => {
      expect(lineOf(text)).toBe(`"'${text.trim()}"`);
    },
  );

  it('has none for whoever splits it at the wrong sign', () => {
    expect(lineOf('tea;=1+1')).toBe(`"tea;'=1+1"`);
    expect(lineOf('2 + 2 = 4, a goat - and tea')).toBe('"2 + 2 = 4, a goat - and tea"');
  });

  it('keeps text that looks like a date or a number as it is', () => {
    expect(lineOf('3-4', '0042', '12')).toBe(`"'3-4","'0042","'12"`);
  });

  it('keeps quotes and lines of a text within its cell', () => {
    expect(lineOf('say "tea"\nand go')).toBe('"say ""tea"" and go"');
  });
});

describe('the table of a match', () => {
  const rows = reportTable(fixtureMatch('debrief'));
  const valueOf = (lab: string, what: string, when: string | null = null): unknown =>
    rows.find((row) => row[0] === lab && row[2] === what && row[3] === when)?.[5];

  it('is as wide in every row, and names every column', () => {
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
    expect(rows[0]).toContain('value');
  });

  it("has each lab's scores, with the range of what people voted on", () => {
    expect(valueOf('Mudlarks', 'points')).toBe(61);
    const [rating] = rows.filter((row) => row[0] === 'Mudlarks' && row[2] === 'wins in the arena');
    expect(rating?.slice(5, 8)).toEqual([62, 51, 73]);
  });

  it('has what it spent, what it read, and how it guesses', () => {
    expect([valueOf('Tin Hat', 'compute spent'), valueOf('Tin Hat', 'tokens read')]).toEqual([100, 900_000]);
    expect(valueOf('Mudlarks', 'guesses a letter like 1 in …', 'pretrained')).toBeCloseTo(246.2, 1);
  });

  it('has the race point by point, and what the model said before and after', () => {
    expect(rows.filter((row) => row[0] === 'Mudlarks' && row[1] === 'The race')).toHaveLength(8);
    const said = rows.filter((row) => row[0] === 'Mudlarks' && row[1] === 'What the model said');
    expect(said.map((row) => row[3])).toEqual(['untrained', 'pretrained', 'fine-tuned', 'aligned']);
  });

  it('names nobody', () => {
    const { players } = fixtureMatch('debrief');
    const file = csvOf(rows, ',');
    /* Ada also lives in the made-up world. */
    for (const { name, id } of players.slice(1)) {
      expect(file).not.toContain(name);
      expect(file).not.toContain(`"${id}"`);
    }
  });
});
