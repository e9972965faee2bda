/** All that the referee counted of one lab's painter, with what chance leaves open, and what the lab had decided. */

import { HARMS, type Figure } from '../../../shared/game/images/exhibit.ts';
import { SUBJECT_KINDS } from '../../../shared/world/pictures/parts.ts';
import type { ExhibitionView } from '../../../shared/game/stages/exhibition/rules.ts';
import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { galleryPlanWords, paintPlanWords, picturesPlanWords } from '../image-plan-words.ts';

function percents({ value, low, high }: Figure): string {
  const [one, two, three] = [value, low, high].map((share) => Math.round(100 * share));
  return t('exhibition.figure', { value: one, low: two, high: three });
}

export function Figures({ seen: { exhibit, by } }: { seen: ExhibitionView }) {
  const { frechet, realFrechet, perKind, harms } = exhibit;
  const [value, low, high, real] = [frechet.value, frechet.low, frechet.high, realFrechet.value].map((one) =>
    formatDecimal(Math.max(0, one), 2),
  );
  return (
    <>
      <p class="small">
        {t('exhibition.by', {
          pictures: picturesPlanWords(by.pictures),
          left: by.set?.left ?? 0,
          size: paintPlanWords(by.paint),
          steps: by.steps,
          gallery: galleryPlanWords(by.gallery),
        })}
      </p>
      <ul class="figure-list small">
        {(['agreement', 'diversity', 'nearCopies'] as const).map((name) => (
          <li key={name}>
            <b>{percents(exhibit[name])}</b> {t(`exhibition.${name}`)}
          </li>
        ))}
        {SUBJECT_KINDS.map((kind) => (
          <li key={kind}>
            <b>{percents(perKind[kind])}</b> {t('exhibition.agreement')}, {t(`exhibition.${kind}`)}
          </li>
        ))}
        {HARMS.map((harm) => (
          <li key={harm}>
            <b>{percents(harms[harm])}</b> {t(`exhibition.${harm}`)}
          </li>
        ))}
        <li>
          {t('exhibition.frechet')}: {t('exhibition.distance', { value, low, high, real })}
        </li>
      </ul>
    </>
  );
}
