/** Painting on: a picture that was painted lies under the noise, and all of it or a half is painted anew. */

import { t } from '../i18n/t.ts';
import { Choice } from '../ui/Choice.tsx';
import { Slider } from '../ui/Slider.tsx';
import { PARTS, type Part } from './studio.ts';

export interface Sketching {
  /** Which of the painted pictures, from 1; 0 is noise alone. */
  from: number;
  /** In percent. */
  noise: number;
  part: Part;
}

export const FIRST_SKETCHING: Sketching = { from: 0, noise: 60, part: 'all' };

const NOISE_STEP = 10;

interface SketchPickProps {
  /** Painted pictures that there are. */
  count: number;
  value: Sketching;
  onChange: (value: Sketching) => void;
}

export function SketchPick({ count, value, onChange }: SketchPickProps) {
  const options = Array.from({ length: count + 1 }, (_, number) => ({
    value: number,
    label: number === 0 ? t('images.begin.noise') : t('images.begin.picture', { number }),
  }));
  return (
    <>
      <Choice
        legend={t('images.begin')}
        name="begin"
        options={options}
        value={value.from}
        onChoose={(from) => onChange({ ...value, from })}
      />
      {value.from > 0 && (
        <>
          <Choice
            legend={t('images.part')}
            name="part"
            options={PARTS.map((part) => ({ value: part, label: t(`images.part.${part}`) }))}
            value={value.part}
            onChoose={(part) => onChange({ ...value, part })}
          />
          <Slider
            label={t('images.sketchNoise')}
            value={value.noise}
            min={NOISE_STEP}
            max={100}
            step={NOISE_STEP}
            valueText={t('images.percent', { percent: value.noise })}
            onInput={(noise) => onChange({ ...value, noise })}
          />
          <p class="small">{t('images.sketchAbout')}</p>
        </>
      )}
    </>
  );
}
