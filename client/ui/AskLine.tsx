/** The line on which a text for a model is written, with its button. */

import { MAX_ASKED } from '../../shared/game/voices.ts';
import { Button } from './Button.tsx';

export interface AskLineProps {
  label: string;
  text: { value: string };
  /** Said where nothing was written. */
  opener: string;
  /** What was written, or the opener. */
  say: (text: string) => void;
  button: string;
  busy?: boolean;
  testId: string;
}

export function AskLine({ label, text, opener, say, button, busy = false, testId }: AskLineProps) {
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        say(text.value.trim() || opener);
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input
          lang="en"
          value={text.value}
          maxLength={MAX_ASKED}
          placeholder={opener}
          autoComplete="off"
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </label>
      <Button submit testId={testId} disabled={busy} onPress={() => undefined}>
        {button}
      </Button>
    </form>
  );
}
