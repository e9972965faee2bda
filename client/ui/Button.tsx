/** Buttons of cut paper: one big main action per screen, and quiet ones. */

import type { ComponentChildren } from 'preact';
import { PaperBack } from './Paper.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  onPress: (press: Event) => void;
  /** `main` is the one thing to do now; `quiet` is kraft paper; `plain` is a slip. */
  tone?: 'main' | 'quiet' | 'plain' | 'bad';
  disabled?: boolean;
  /** Set for buttons that stay pressed. */
  pressed?: boolean;
  label?: string;
  class?: string;
  testId?: string;
  submit?: boolean;
}

const FILLS = {
  main: 'var(--good)',
  quiet: 'var(--wall)',
  plain: 'var(--sheet)',
  bad: 'var(--bad)',
} as const;

/** At least 44 px high, reachable by keyboard; `label` is for screen readers where the words are short. */
export function Button({
  children,
  onPress,
  tone = 'quiet',
  disabled = false,
  pressed,
  label,
  class: className = '',
  testId,
  submit = false,
}: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${tone} ${className}`}
      disabled={disabled}
      aria-pressed={pressed}
      aria-label={label}
      data-testid={testId}
      onClick={submit ? undefined : onPress}
    >
      <PaperBack
        cut="slab"
        seed={tone.length}
        fill={pressed ? 'var(--mustard)' : disabled ? 'var(--line)' : FILLS[tone]}
      />
      <span class="button-words">{children}</span>
    </button>
  );
}
