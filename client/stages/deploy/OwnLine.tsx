/** The line that a lab writes itself, to stand before each question. */

import { useSignal } from '@preact/signals';
import { MAX_LINE, productOf, type Tried } from '../../../shared/game/stages/deploy/state.ts';
import { tidyAnswer } from '../../../shared/game/survey.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { deployDraft } from './draft.ts';

const percent = (share: number): number => Math.round(100 * share);

/** `written`: what it does, where that is known. */
export function OwnLine({ locked, written }: { locked: boolean; written: Tried['written'] }) {
  const { line } = deployDraft.value;
  const text = useSignal(line);
  /* What the server refuses is not on the workbench. */
  const tryOut = async (): Promise<void> => {
    const own = { ...deployDraft.value, line: tidyAnswer(text.value) };
    const reply = await send({ type: 'deploy/try', product: productOf(own) });
    if (reply.ok) deployDraft.value = own;
  };
  return (
    <form
      class="own-line"
      onSubmit={(event) => {
        event.preventDefault();
        void tryOut();
      }}
    >
      <label class="field">
        <span>{t('deploy.line', { most: MAX_LINE })}</span>
        <input
          lang="en"
          value={text.value}
          maxLength={MAX_LINE}
          placeholder={t('deploy.lineExample')}
          autoComplete="off"
          disabled={locked}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </label>
      <Button submit testId="own-line" disabled={locked} onPress={() => undefined}>
        {t('deploy.lineTry')}
      </Button>
      <p class="small">{line === '' ? t('deploy.lineNone') : t('deploy.lineStands', { line })}</p>
      {written && line !== '' && (
        <p class="small" role="status">
          {t('deploy.lineStyles', {
            short: percent(written.styles.short),
            full: percent(written.styles.full),
            friendly: percent(written.styles.friendly),
          })}
        </p>
      )}
    </form>
  );
}
