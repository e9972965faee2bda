/** A word of the field, in italics; opening it says what it means. */

import { isTextKey, t } from '../i18n/t.ts';
import { terms } from '../i18n/terms.ts';
import { openHelp } from './help.ts';

type TermKeys = keyof typeof terms;
export type TermName = TermKeys extends infer K
  ? K extends `term.${infer Name}`
    ? Name extends `${string}.about`
      ? never
      : Name
    : never
  : never;

export function Term({ name }: { name: TermName }) {
  const title = t(`term.${name}`);
  const about = `term.${name}.about`;
  return (
    <button
      type="button"
      class="term"
      aria-haspopup="dialog"
      onClick={(event) => {
        event.preventDefault();
        openHelp.value = { title, text: isTextKey(about) ? t(about) : '' };
      }}
    >
      {title}
    </button>
  );
}
