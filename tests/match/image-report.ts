/** The result of a headless match of pictures: what each lab chose, and what was measured of its painter; and whether the match shows what it should. */

import { CLEANINGS } from '../../shared/game/images/market.ts';
import type { Figure } from '../../shared/game/images/exhibit.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { exhibitionOf } from '../../client/stages/exhibition/shown.ts';
import type { MatchReport } from './report.ts';

/** What a lab decided, and what came of it. */
interface ImageTeamReport {
  name: string;
  images: NonNullable<ReturnType<typeof reportImages>>;
}

export interface ImageReport extends Pick<MatchReport, 'ok' | 'seed' | 'errors' | 'stages'> {
  teams: ImageTeamReport[];
}

function reportImages(team: TeamView) {
  const seen = exhibitionOf(team);
  if (!seen) return null;
  const { by, exhibit, score } = seen;
  const { pictures, right, ...figures } = exhibit;
  const { bought, dropped, left } = by.set ?? { bought: 0, dropped: {}, left: 0 };
  return {
    ...by,
    set: { bought, dropped, left },
    ...figures,
    score,
    samples: pictures.map((one, i) => ({ ...one, isRight: right[i] })),
  };
}

export function isExhibited({ stage, teams }: MatchView): boolean {
  return stage === 'exhibition' && teams.every((team) => exhibitionOf(team));
}

export function reportExhibition(
  view: MatchView | null,
  { seed, errors, stages }: Pick<ImageReport, 'seed' | 'errors' | 'stages'>,
): ImageReport {
  const labs = view?.teams ?? [];
  const teams = labs.flatMap((team) => {
    const images = reportImages(team);
    return images ? [{ name: team.name, images }] : [];
  });
  return {
    ok: errors.length === 0 && teams.length > 0 && teams.length === labs.length,
    seed,
    errors,
    stages,
    teams,
  };
}

const difference = (one: Figure, other: Figure): number => one.value - other.value;

/** What the match should show, and does not; each sentence is of labs that differ in nothing else. */
export function unmetOfImages({ teams }: ImageReport): string[] {
  const unmet: string[] = [];
  const expect = (holds: boolean, sentence: string): void => void (holds || unmet.push(sentence));
  for (const one of teams) {
    for (const other of teams) {
      const [a, b] = [one.images, other.images];
      if (a.gallery.steps !== b.gallery.steps || a.paint.size !== b.paint.size) continue;
      const names = `${one.name} against ${other.name}`;
      const isSameSet = JSON.stringify(a.pictures) === JSON.stringify(b.pictures);
      const isSameGuidance = a.gallery.guidance === b.gallery.guidance;
      const isSameMarket = JSON.stringify(a.pictures.sources) === JSON.stringify(b.pictures.sources);
      if (isSameSet && a.gallery.guidance > b.gallery.guidance)
        expect(
          difference(a.diversity, b.diversity) < 0,
          `${names}: more guidance, and pictures differ no less`,
        );
      if (isSameSet && a.gallery.guidance > b.gallery.guidance && b.gallery.guidance === 0)
        expect(difference(a.agreement, b.agreement) > 0, `${names}: more guidance, and no more is as asked`);
      if (!isSameGuidance || isSameSet) continue;
      const [more] = CLEANINGS.filter(
        (name) => a.pictures.cleaning.includes(name) && !b.pictures.cleaning.includes(name),
      );
      const isOneMore = isSameMarket && a.pictures.cleaning.length === b.pictures.cleaning.length + 1;
      if (isOneMore && more === 'captions')
        expect(
          difference(a.agreement, b.agreement) > 0,
          `${names}: captions are right, and no more is as asked`,
        );
      if (isOneMore && more === 'copies')
        expect(
          difference(a.harms.copies, b.harms.copies) < 0,
          `${names}: no copies to learn from, and it copies no less`,
        );
      const isSameCleaning = JSON.stringify(a.pictures.cleaning) === JSON.stringify(b.pictures.cleaning);
      const added = a.pictures.sources.filter((source) => !b.pictures.sources.includes(source));
      const isOnlyFarm =
        added.join() === 'farm' && a.pictures.sources.length === b.pictures.sources.length + 1;
      if (isOnlyFarm && isSameCleaning)
        expect(
          difference(a.perKind.animals, b.perKind.animals) > 0 &&
            difference(a.perKind.dishes, b.perKind.dishes) > 0,
          `${names}: more pictures of animals and dishes, and they are drawn no better`,
        );
    }
  }
  return unmet;
}
