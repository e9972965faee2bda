/** Which stages a match goes without: those that its preset leaves out, or its host. */

import type { Stage } from '../lifecycle.ts';
import type { MatchSettings, Preset } from './settings.ts';
import type { StageRules } from './stage.ts';
import { allRules } from './stages/registry.ts';

/** Stages that a host may leave out. */
export const OPTIONAL_STAGES: readonly Stage[] = allRules.flatMap(({ name, optional }) =>
  optional ? [name] : [],
);

/** Those that no match of this preset has: a life of text has other stages than one of pictures. */
export function unknownTo(preset: Preset): readonly Stage[] {
  return allRules.flatMap(({ name, clock }: StageRules) => (clock[preset] === undefined ? [name] : []));
}

/** Those that a match goes without unless its host says otherwise. */
export function usuallyLeftOut(preset: Preset): readonly Stage[] {
  return allRules.flatMap(({ name, clock, optional }: StageRules) =>
    clock[preset] === undefined || (optional && !optional[preset]) ? [name] : [],
  );
}

/** The rules of those that a match goes through. */
export function rulesIn({ settings }: { settings: Pick<MatchSettings, 'leftOut'> }): StageRules[] {
  return allRules.filter(({ name }) => !settings.leftOut.includes(name));
}
