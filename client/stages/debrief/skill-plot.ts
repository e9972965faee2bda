/** What each lab's model could do beside how large it is, of all labs and all years: points of six small plots. */

import type { MatchView } from '../../../shared/game/sync/view.ts';
import { playingTeams } from '../../../shared/game/sync/view.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';
import { shapeOf } from '../../ui/team.ts';
import type { TeamShapeName } from '../../ui/tokens.ts';

export const ABILITIES = ['language', 'stories', 'exercises', 'facts', 'truth', 'form'] as const;
export type Ability = (typeof ABILITIES)[number];

export interface AbilityPoint {
  id: string;
  shape: TeamShapeName;
  /** The lab, and its year where there are several. */
  name: string;
  parameters: number;
  /** 0..100. */
  score: Record<Ability, number>;
}

/** One for each model that was scored. */
export function abilityPoints(match: MatchView): AbilityPoint[] {
  return playingTeams(match).flatMap(({ id, name, look, past, parameters, debrief }) =>
    [...past, { score: debrief?.score ?? null, parameters }].flatMap(
      ({ score, parameters: size }, index, all) =>
        score === null || size <= 0
          ? []
          : [
              {
                id: `${id}/${index}`,
                shape: shapeOf(look),
                name: all.length > 1 ? t('debrief.inYear', { team: name, year: index + 1 }) : name,
                parameters: size,
                score,
              },
            ],
    ),
  );
}

/** A plot in words: the smallest model first. */
export function abilityInWords(points: readonly AbilityPoint[], ability: Ability): string {
  return t('debrief.abilityTwin', {
    ability: t(`debrief.${ability}`),
    labs: points
      .toSorted((a, b) => a.parameters - b.parameters)
      .map(({ name, parameters, score }) =>
        t('debrief.abilityOf', {
          team: name,
          parameters: formatQuantity(parameters),
          points: Math.round(score[ability]),
        }),
      )
      .join(', '),
  });
}
