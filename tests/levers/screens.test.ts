/** No choice stands on a screen whose effect no experiment shows, unless it is said why it needs none. */

import { expect, it } from 'vitest';
import { z } from 'zod';
import { deployRules } from '../../shared/game/stages/deploy/rules.ts';
import { dataRules } from '../../shared/game/stages/data/rules.ts';
import { fineTuneRules } from '../../shared/game/stages/fine-tune/rules.ts';
import { galleryRules } from '../../shared/game/stages/gallery/rules.ts';
import { paintRules } from '../../shared/game/stages/paint/rules.ts';
import { picturesRules } from '../../shared/game/stages/pictures/rules.ts';
import { scaleRules } from '../../shared/game/stages/scale/rules.ts';
import { ALL_LEVERS } from './all-levers.ts';
import { CHOICES, CHOSEN } from './screens.ts';

/** Fields of a plan, those of an object in it apart: but for cards, which are one choice. */
function fieldsOf(stage: string, shape: unknown): string[] {
  const fields = (schema: unknown, path: string): string[] => {
    const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
    if (!(inner instanceof z.ZodObject) || path.endsWith('.cards')) return [path];
    return Object.entries(inner.shape).flatMap(([name, field]) => fields(field, `${path}.${name}`));
  };
  return fields(shape, stage);
}

const choices = [
  dataRules,
  scaleRules,
  fineTuneRules,
  deployRules,
  picturesRules,
  paintRules,
  galleryRules,
].flatMap(({ name, plan }) => fieldsOf(name, plan.shape));
const levers = new Set(ALL_LEVERS.map(({ lever }) => lever.name));

it('names every choice once', () => {
  expect(Object.keys(CHOICES).toSorted()).toEqual(choices.toSorted());
});

it('proves each by an experiment that there is', () => {
  expect([...CHOSEN].filter((name) => !levers.has(name))).toEqual([]);
});
