/** What steers a replay: play and pause, the speed, and a bar with a mark where each stage begins. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { clockText } from '../ui/clock-text.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LONGEST_WAIT_MS, type Mark, type Playback } from './playback.ts';

const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
const USUAL_SPEED = 10;
/** What is drawn more often is not seen, and keeps a slow device from the next picture. */
const FRAME_MS = 100;
/** What an arrow key goes. */
const STEP_MS = 5_000;

const timeWords = (ms: number): string => clockText(Math.floor(ms / 1000));

function markWords({ stage, generation }: Mark, years: number): string {
  const name = t(`stage.${stage}`);
  return years > 1 && stage !== 'lobby' ? t('stage.nextYear', { stage: name, year: generation }) : name;
}

export interface ReplayBarProps {
  playback: Playback;
  /** Shows the match as it was at this time of the playback. */
  show(ms: number): void;
}

export function ReplayBar({ playback, show }: ReplayBarProps) {
  const { lengthMs, marks, isWhole } = playback;
  const at = useSignal(0);
  const isPlaying = useSignal(false);
  const speed = useSignal<number>(USUAL_SPEED);
  const goTo = (ms: number): void => {
    at.value = Math.min(Math.max(0, ms), lengthMs);
    show(at.value);
  };
  const toggle = (): void => {
    if (!isPlaying.value && at.value >= lengthMs) goTo(0);
    isPlaying.value = !isPlaying.value;
  };
  useEffect(() => {
    let lastMs = performance.now();
    const timer = setInterval(() => {
      const nowMs = performance.now();
      const passedMs = nowMs - lastMs;
      lastMs = nowMs;
      if (!isPlaying.peek()) return;
      goTo(at.peek() + passedMs * speed.peek());
      if (at.peek() >= lengthMs) isPlaying.value = false;
    }, FRAME_MS);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || (event.target as HTMLElement | null)?.closest('button, select')) return;
      event.preventDefault();
      if (!event.repeat) toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const years = Math.max(...marks.map(({ generation }) => generation));
  const current = marks.findLast(({ atMs }) => atMs <= at.value) ?? marks[0];
  const position = t('replay.position', { at: timeWords(at.value), length: timeWords(lengthMs) });
  return (
    <section class="replay-bar" aria-label={t('replay.controls')}>
      <div class="replay-row">
        <Button tone="main" testId="play" onPress={toggle}>
          {t(isPlaying.value ? 'replay.pause' : 'replay.play')}
        </Button>
        <label class="replay-speed">
          <span>{t('replay.speed')}</span>
          <select
            class="select"
            value={String(speed.value)}
            onChange={(event) => (speed.value = Number(event.currentTarget.value))}
          >
            {SPEEDS.map((times) => (
              <option key={times} value={times}>
                {t('replay.times', { times })}
              </option>
            ))}
          </select>
        </label>
        <input
          type="range"
          class="replay-range"
          min={0}
          max={lengthMs}
          step={STEP_MS}
          value={at.value}
          aria-label={t('replay.seek')}
          aria-valuetext={`${markWords(current, years)}, ${position}`}
          onInput={(event) => goTo(Number(event.currentTarget.value))}
        />
        <span class="replay-time" translate={false}>
          {position}
        </span>
      </div>
      <nav class="replay-stages" aria-label={t('replay.stages')}>
        {marks.map((mark) => (
          <button
            key={mark.atMs + mark.stage}
            type="button"
            aria-current={mark === current}
            onClick={() => goTo(mark.atMs)}
          >
            {markWords(mark, years)}
          </button>
        ))}
      </nav>
      <div class="replay-foot">
        <p class="small">
          {t('replay.waits', { seconds: LONGEST_WAIT_MS / 1000 })} {!isWhole && t('replay.broken')}
        </p>
        <LanguageSwitch />
      </div>
    </section>
  );
}
