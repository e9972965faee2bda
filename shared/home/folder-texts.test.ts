import { expect, it } from 'vitest';
import { readmeText } from './folder-texts.ts';
import { CARD, homeModel, worldTokenizer } from './testing.ts';

const tokenizer = worldTokenizer();
const readmeWith = (card: Partial<typeof CARD>): string =>
  readmeText(homeModel(tokenizer, { ...CARD, ...card }));

it('the example asks something of the world of the model', () => {
  expect(readmeWith({})).toContain('node run.mjs "Who is the baker of Mill?"');
});

it('the example holds nothing that a shell would read as its own', () => {
  expect(readmeWith({ ideas: ['$(date)', 'a "b"', '`c`'] })).toContain('node run.mjs "How are you?"');
});
