/** Where a trained painter is asked: a caption in the world's words, guidance and steps, and four answers out of noise. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { PLACES } from '../../shared/world/pictures/backdrops.ts';
import { NAMED_COLORS } from '../../shared/world/pictures/parts.ts';
import type { Seen } from '../../shared/world/pictures/recognize.ts';
import { formatDecimal } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Slider } from '../ui/Slider.tsx';
import { PixelPicture } from '../ui/PixelPicture.tsx';
import { FIRST_SKETCHING, SketchPick } from './Sketching.tsx';
import type { Painted, Wish } from './studio.ts';
import { WordPick } from './WordPick.tsx';

const COUNT = 4;
const MOST_STEPS = 40;
const MOST_GUIDANCE = 8;
/** From this share of equal pixels on, a picture is a copy. */
const COPY = 0.95;
const FRAME_MS = 90;
/** Manners that are for sale. */
const MANNERS = ['plain', 'sepia'] as const;

type Caption = Omit<Wish, 'steps' | 'guidance' | 'seed' | 'count' | 'sketch'> & {
  style: (typeof MANNERS)[number];
};

function seenWords({ subject, color, place, style }: Seen): string {
  return subject === null ? t('images.nothing') : [subject, color, place, style].filter(Boolean).join(', ');
}

export function Easel({
  subjects,
  paint,
}: {
  subjects: readonly string[];
  paint: (wish: Wish) => Promise<Painted[]>;
}) {
  const caption = useSignal<Caption>({
    subject: subjects[0],
    color: 'red',
    place: 'market',
    unlike: null,
    style: 'plain',
  });
  const guidance = useSignal(2);
  const steps = useSignal(20);
  const seed = useSignal(1);
  const painted = useSignal<Painted[] | null>(null);
  const sketching = useSignal(FIRST_SKETCHING);
  const frame = useSignal(0);
  const isBusy = useSignal(false);
  const isBroken = useSignal(false);
  const change = (part: Partial<Caption>): void => void (caption.value = { ...caption.value, ...part });
  const frames = painted.value?.[0].frames.length ?? 0;

  /* The next thing to do, and what came of it, come where one looks. */
  const heading = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLUListElement>(null);
  useEffect(() => heading.current?.scrollIntoView({ block: 'start' }), []);
  useEffect(() => result.current?.scrollIntoView({ block: 'nearest' }), [painted.value]);

  /* The noise clears before your eyes, a step at a time; who asks for less motion sees the end at once. */
  useEffect(() => {
    if (frames === 0) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      frame.value = frames - 1;
      return;
    }
    const timer = setInterval(() => {
      if (frame.value < frames - 1) frame.value += 1;
      else clearInterval(timer);
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [painted.value]);

  async function ask(): Promise<void> {
    isBusy.value = true;
    const { from, noise, part } = sketching.value;
    const begun = painted.value?.[from - 1];
    const wish = {
      ...caption.value,
      guidance: guidance.value,
      steps: steps.value,
      seed: seed.value,
      count: COUNT,
      ...(begun && { sketch: { picture: begun.picture, noise: noise / 100, part } }),
    };
    try {
      const answer = await paint(wish);
      frame.value = 0;
      painted.value = answer;
      seed.value += 1;
    } catch {
      isBroken.value = true;
    }
    isBusy.value = false;
  }

  const isClear = frame.value >= frames - 1;
  const { subject, color, place, unlike, style } = caption.value;
  return (
    <Paper seed={1} class="images-paper">
      <h2 ref={heading}>{t('images.ask')}</h2>
      <div class="word-picks">
        <WordPick
          label={t('images.subject')}
          options={subjects}
          value={subject}
          onPick={(value) => value && change({ subject: value })}
        />
        <WordPick
          label={t('images.color')}
          options={NAMED_COLORS}
          value={color}
          onPick={(value) => value && change({ color: value })}
        />
        <WordPick
          label={t('images.place')}
          options={PLACES}
          value={place}
          none={t('images.anywhere')}
          onPick={(value) => change({ place: value, unlike: null })}
        />
        {place === null && (
          <WordPick
            label={t('images.unlike')}
            options={PLACES}
            value={unlike}
            none={t('images.nowhere')}
            onPick={(value) => change({ unlike: value })}
          />
        )}
        <WordPick
          label={t('images.style')}
          options={MANNERS}
          value={style}
          onPick={(value) => value && change({ style: value })}
        />
      </div>
      <Slider
        label={t('images.guidance')}
        value={guidance.value}
        max={MOST_GUIDANCE}
        step={0.5}
        valueText={formatDecimal(guidance.value, 1)}
        onInput={(value) => (guidance.value = value)}
      />
      <p class="small">{t(unlike === null ? 'images.guidanceAbout' : 'images.unlikeAbout')}</p>
      <Slider
        label={t('images.steps')}
        value={steps.value}
        min={1}
        max={MOST_STEPS}
        valueText={String(steps.value)}
        onInput={(value) => (steps.value = value)}
      />
      <p class="small">{t('images.stepsAbout')}</p>
      {painted.value && (
        <SketchPick count={COUNT} value={sketching.value} onChange={(value) => (sketching.value = value)} />
      )}
      <Button tone="main" testId="paint" disabled={isBusy.value} onPress={() => void ask()}>
        {isBusy.value ? t('images.painting') : t('images.paint', { count: COUNT })}
      </Button>
      {isBroken.value && <p role="alert">{t('images.broken')}</p>}
      {painted.value && (
        <>
          <ul ref={result} class="picture-row large">
            {painted.value.map((one, i) => (
              <li key={i}>
                <PixelPicture
                  pixels={one.frames[frame.value]}
                  label={isClear ? seenWords(one.seen) : t('images.noisy')}
                  isCaption={false}
                />
                {isClear && (
                  <>
                    <p class="caption">
                      <b aria-hidden="true">{one.isRight ? '✓' : '✗'}</b> {seenWords(one.seen)}
                    </p>
                    <p class="small">
                      {t(one.nearest >= COPY ? 'images.copy' : 'images.nearest', {
                        percent: Math.round(100 * one.nearest),
                      })}
                    </p>
                  </>
                )}
              </li>
            ))}
          </ul>
          <Slider
            label={t('images.look')}
            value={frame.value + 1}
            min={1}
            max={frames}
            valueText={t('images.step', { step: frame.value + 1, steps: frames })}
            onInput={(value) => (frame.value = value - 1)}
          />
          <p role="status">
            {isClear &&
              t('images.verdict', {
                right: painted.value.filter(({ isRight }) => isRight).length,
                count: COUNT,
              })}
          </p>
        </>
      )}
    </Paper>
  );
}
