/** The stage's clock: a pie that empties, and the time in figures. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { serverNowMs } from '../session/current.ts';
import { clockText, secondsLeft } from './clock-text.ts';

export interface ClockProps {
  stageEndsAtMs: number | null;
  pausedAtMs: number | null;
  /** Length of the whole stage in seconds, for the pie; null without a clock. */
  stageSeconds: number | null;
  sizePx?: number;
}

/** A slice of a circle of radius 8 around (11, 12), clockwise from the top; `share` in 0..1. */
function slice(share: number): string {
  if (share >= 0.999) return 'M11 4a8 8 0 1 1-.01 0Z';
  const angle = share * 2 * Math.PI;
  const x = (11 + 8 * Math.sin(angle)).toFixed(2);
  const y = (12 - 8 * Math.cos(angle)).toFixed(2);
  return `M11 12V4A8 8 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
}

export function Clock({ stageEndsAtMs, pausedAtMs, stageSeconds, sizePx = 22 }: ClockProps) {
  const now = useSignal(serverNowMs());
  useEffect(() => {
    const timer = setInterval(() => (now.value = serverNowMs()), 250);
    return () => clearInterval(timer);
  }, []);
  const left = secondsLeft(stageEndsAtMs, pausedAtMs, now.value);
  if (left === null && pausedAtMs === null) return null;
  const share = left !== null && stageSeconds ? Math.min(1, left / stageSeconds) : 1;
  return (
    <span
      class={`clock ${left !== null && left <= 10 ? 'hurry' : ''}`}
      role="timer"
      translate={false}
      aria-label={t('clock.label')}
    >
      <svg viewBox="0 0 22 23" width={sizePx} height={sizePx * 1.05} aria-hidden="true">
        <path d="M9 .8h4v2.500H9Z" fill="var(--ink)" />
        <circle cx="11" cy="12" r="8.600" fill="var(--sheet)" stroke="var(--ink)" stroke-width="1.800" />
        <path
          d={slice(share)}
          fill="var(--brick)"
          stroke="var(--ink)"
          stroke-width="1.200"
          stroke-linejoin="round"
        />
      </svg>
      <b>
        {pausedAtMs === null
          ? clockText(left ?? 0)
          : left === null
            ? t('clock.paused')
            : t('clock.pausedAt', { time: clockText(left) })}
      </b>
    </span>
  );
}
