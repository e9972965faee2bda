/** A row of choices of which one holds, or none as long as nobody has chosen: radio buttons that look like paper slips. */

import { PaperBack } from './Paper.tsx';

export interface ChoiceProps<T extends string | number> {
  legend: string;
  name: string;
  options: readonly { value: T; label: string; disabled?: boolean }[];
  /** Null while nothing is chosen. */
  value: T | null;
  onChoose: (value: T) => void;
  /** Shows the legend only to screen readers. */
  hideLegend?: boolean;
  disabled?: boolean;
}

export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { legend, name, options, value, onChoose, hideLegend = false, disabled = false } = props;
  return (
    <fieldset class="choice" disabled={disabled}>
      <legend class={hideLegend ? 'unseen' : ''}>{legend}</legend>
      <div class="choice-row">
        {options.map((option, index) => (
          <label key={option.value} class={option.value === value ? 'chosen' : ''}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
            />
            <PaperBack
              cut="slab"
              seed={index}
              fill={option.value === value ? 'var(--mustard)' : 'var(--sheet)'}
            />
            <span class={option.value === value ? 'on-mustard' : ''}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
