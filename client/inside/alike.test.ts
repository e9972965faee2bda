import { expect, it } from 'vitest';
import { alikeOn } from './alike.ts';
import { wordsOfKind } from './word-kinds.ts';

const [animals, jobs] = [wordsOfKind('animal').slice(0, 6), wordsOfKind('job').slice(0, 6)];

it('kinds that lie apart have only their own around them', () => {
  const at = (x: number) => (word: string, y: number) => ({ word, x, y });
  const apart = alikeOn([...animals.map(at(0)), ...jobs.map(at(100)), { word: 'the', x: 0, y: 0 }]);
  expect(apart).toEqual({ share: 1, chance: 60 / 132 });
});

it('kinds that lie mixed have what chance gives, or less', () => {
  const mixed = animals.flatMap((animal, place) => [
    { word: animal, x: 2 * place, y: 0 },
    { word: jobs[place], x: 2 * place + 1, y: 0 },
  ]);
  expect(alikeOn(mixed)?.share).toBeLessThan(0.5);
});

it('a handful of words tells nothing', () => {
  expect(alikeOn(animals.slice(0, 4).map((word, x) => ({ word, x, y: 0 })))).toBeNull();
});
