/** The help card: one dialog for terms and stages, closed by Escape, its button, or a tap beside it. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Button } from './Button.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { openHelp } from './help.ts';
import { PaperBack } from './Paper.tsx';
import { firstSentences, readProse, type Inline } from './prose.ts';

function Words({ content }: { content: Inline[] }) {
  return (
    <>
      {content.map((part, index) => {
        if (part.tag === 'em') return <em key={index}>{part.text}</em>;
        if (part.tag === 'strong') return <strong key={index}>{part.text}</strong>;
        return part.text;
      })}
    </>
  );
}

/** Renders the small markup of prose.ts. */
function Prose({ text }: { text: string }) {
  return (
    <div class="prose">
      {readProse(text).map((block, index) => {
        if (block.tag === 'list') {
          return (
            <ul key={index}>
              {block.items.map((item, at) => (
                <li key={at}>
                  <Words content={item} />
                </li>
              ))}
            </ul>
          );
        }
        const Tag = block.tag === 'heading' ? 'h3' : 'p';
        return (
          <Tag key={index}>
            <Words content={block.content} />
          </Tag>
        );
      })}
    </div>
  );
}

/** What is shown before somebody asks for more. */
const SHORT_SENTENCES = 2;

export function HelpCard() {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = openHelp.value;
  /** The text that is shown whole: another one is short again. */
  const whole = useSignal<string | null>(null);
  const short =
    content && whole.value !== content.text ? firstSentences(content.text, SHORT_SENTENCES) : null;
  useEffect(() => {
    if (content && !dialog.current?.open) dialog.current?.showModal();
    if (!content && dialog.current?.open) dialog.current.close();
  }, [content]);
  return (
    <dialog
      ref={dialog}
      class="help-card"
      aria-label={content?.title}
      onClose={() => (openHelp.value = null)}
      onClick={(event) => {
        if (event.target === dialog.current) openHelp.value = null;
      }}
    >
      {content && (
        <div class="paper help-paper">
          <PaperBack seed={1} />
          <h2>{content.title}</h2>
          <div class="help-text">
            <Prose text={short ?? content.text} />
          </div>
          {short !== null && (
            <button type="button" class="link" onClick={() => (whole.value = content.text)}>
              {t('common.more')}
            </button>
          )}
          {/* What is read here was written when the card was opened. */}
          <LanguageSwitch onChosen={() => (openHelp.value = null)} />
          <Button tone="quiet" onPress={() => (openHelp.value = null)}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </dialog>
  );
}
