/** A slider with its name and its value in words; the native control, so that keyboards and screen readers know it. */

import type { ComponentChildren } from 'preact';

export interface SliderProps {
  label: string;
  value: number;
  min?: number;
  max: number;
  step?: number;
  /** The value as a person says it: "24 %, 1.3 epochs". */
  valueText: string;
  /** What stands right of the label; the value in words unless given. */
  aside?: ComponentChildren;
  /** A paper stock for the filled part. */
  fill?: string;
  disabled?: boolean;
  onInput: (value: number) => void;
}

export function Slider({
  label,
  value,
  min = 0,
  max,
  step = 1,
  valueText,
  aside,
  fill = 'var(--teal)',
  disabled = false,
  onInput,
}: SliderProps) {
  const share = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <label class="slider" style={{ '--slider-fill': fill, '--slider-share': `${share}%` }}>
      <span class="slider-words">
        <b>{label}</b>
        <span>{aside ?? valueText}</span>
      </span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={valueText}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
    </label>
  );
}
