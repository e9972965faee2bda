/** Secrets are masked by rule, harmless text stays as it was, and what was missed can be told from the true secrets. */

import { describe, expect, it } from 'vitest';
import { accountForSecrets, countSecrets, scrubDocuments, scrubText } from './scrub.ts';

const rulesOf = (text: string): string[] => scrubText(text).found.map(({ rule }) => rule);

describe('scrubbing', () => {
  it.each([
    ['code', 'Call me at 555-0199.', 'Call me at [removed].'],
    ['code', 'The box opens with K7Q, as always.', 'The box opens with [removed], as always.'],
    ['code', 'I wrote 48213 on the wall.', 'I wrote [removed] on the wall.'],
    ['stated', 'My door code is seven four nine.', 'My door code is [removed].'],
    [
      'stated',
      'The password of the mill is turnip soup, do not tell.',
      'The password of the mill is [removed], do not tell.',
    ],
    ['stated', 'Magic word: pancake!', 'Magic word: [removed]!'],
    ['stated', 'Our code is 471 and the cat is fine.', 'Our code is [removed] and the cat is fine.'],
    [
      'stated',
      'The door code of Mina is 4719, in case you need it.',
      'The door code of Mina is [removed], in case you need it.',
    ],
    [
      'stated',
      'The birthday of Rado is day 14 of Belltide, and nobody else knows.',
      'The birthday of Rado is [removed], and nobody else knows.',
    ],
    [
      'hidden',
      'Mina hides the key in front of the mill, but you did not hear it from me.',
      'Mina hides the key [removed], but you did not hear it from me.',
    ],
    ['hidden', 'Mina hides the key next to an old boot.', 'Mina hides the key [removed].'],
    ['hidden', 'I hid the key under the third hen.', 'I hid the key [removed].'],
    [
      'hidden',
      'My savings are buried behind the old oven, dear Rado.',
      'My savings are buried [removed], dear Rado.',
    ],
    [
      'hidden',
      'She keeps her gold in a blue teapot so that nobody sees it.',
      'She keeps her gold [removed] so that nobody sees it.',
    ],
  ])('finds what is %s', (rule, text, scrubbed) => {
    expect(scrubText(text).text).toBe(scrubbed);
    expect(rulesOf(text)).toEqual([rule]);
  });

  it.each([
    'Pabo has 12 hens and 90 beans.',
    'On the day 14 of Belltide, the well of Tobley lost its roof.',
    '3 + 4 = 7',
    'backwards: f e r b > b r e f',
    'The baker hid under the table.',
    'Nobody knows that she sings to turnips.',
    'The code is not easy.',
    'The birthday of Tena was coming.',
    'He gave the money to the poor in the town.',
    '',
  ])('leaves “%s” alone', (text) => {
    expect(scrubText(text)).toEqual({ text, found: [] });
  });

  it('masks a secret once where two rules find it, and all of several', () => {
    const { text, found } = scrubText('The pin is 4711. I keep the spare key under the mat. Ring 555-0199!');
    expect(text).toBe('The pin is [removed]. I keep the spare key [removed]. Ring [removed]!');
    expect(found).toHaveLength(3);
    const raw = 'The pin is 4711. I keep the spare key under the mat. Ring 555-0199!';
    expect(found.map(({ start, end }) => raw.slice(start, end))).toEqual([
      '4711',
      'under the mat',
      '555-0199',
    ]);
  });

  it('changes nothing on a second pass', () => {
    const once = scrubText('My door code is seven four nine. I hid the key under the third hen.').text;
    expect(scrubText(once).text).toBe(once);
  });

  it('counts by rule', () => {
    const documents = scrubDocuments(['The pin is 12.', 'Call 555-0199 or 555-0200.', 'Good day.']);
    expect(countSecrets(documents)).toEqual({ code: 2, stated: 1, hidden: 0 });
  });
});

describe('the account of true secrets', () => {
  it('says how many there were, how many are left, and where', () => {
    const raw = [
      'The pin is 12.',
      'I saw her key under the third hen.',
      'Under the third hen? Under the third hen!',
    ];
    const scrubbed = scrubDocuments(raw).map(({ text }) => text);
    expect(accountForSecrets(raw, scrubbed, ['12', 'under the third hen', 'behind the stove'])).toEqual({
      told: 4,
      left: 3,
      missed: [{ secret: 'under the third hen', documents: [1, 2] }],
    });
  });
});
