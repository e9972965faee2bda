/** A plan in words names what is the lab's own choice, and little else. */

import { expect, it } from 'vitest';
import { DEFAULT_DEPLOY_PLAN } from '../../shared/game/stages/deploy/state.ts';
import { deployPlanWords } from './product-words.ts';

it('is short where nothing was chosen', () => {
  expect(deployPlanWords(DEFAULT_DEPLOY_PLAN)).toBe(
    'shelf: none; bits a weight: 32; filter: none; machines: 1 rented, 8 at once, one line; price: 1\u00a0cent',
  );
});

it('names all that was chosen otherwise', () => {
  const plan = { ...DEFAULT_DEPLOY_PLAN, model: 'router', persona: 'written', line: 'Be kind.' } as const;
  expect(deployPlanWords({ ...plan, temperature: 1.2, cache: true, place: 'phones' })).toBe(
    'model: the copy first; line: “Be kind.”; shelf: none; dice: bold; bits a weight: 32; filter: none; machines: on phones; answers kept: keep them; price: 1\u00a0cent',
  );
});
