/** Where a text of one's own is chosen or pasted, looked at and offered: read on this page, and sent nowhere before it is offered. */

import './class-text.css';
import { useSignal, type Signal } from '@preact/signals';
import { MAX_LABEL_LETTERS } from '../../../shared/game/class-text.ts';
import { LEAST_CLASS_LETTERS } from '../../../shared/data/class-text.ts';
import { MAX_CLASS_BYTES } from '../../../shared/world/document.ts';
import { formatBytes } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';
import type { Examined, OfferedText } from '../../lab/class-text/examine.ts';
import { MAX_FILE_BYTES } from '../../lab/class-text/limits.ts';
import type { FileRead } from '../../lab/class-text/read-file.ts';
import { Button } from '../../ui/Button.tsx';
import { useBusy } from '../decision.ts';
import { ClassTextFacts } from './ClassTextFacts.tsx';

/** What is being looked at. */
interface Brought {
  name: string;
  bytes: Uint8Array;
  read: FileRead;
  examined: Examined | null;
}

type Good = Extract<Examined, { ok: true }>;

/** Pages that are shown before a text is put on the market. */
const SHOWN_PAGES = 3;

const lab = () =>
  Promise.all([import('../../lab/class-text/read-file.ts'), import('../../lab/class-text/examine.ts')]);

async function look(name: string, bytes: Uint8Array, column: string | null): Promise<Brought> {
  const [{ readFile }, { examine }] = await lab();
  const read = readFile(name, bytes, column);
  return { name, bytes, read, examined: read.ok ? examine(read.documents) : null };
}

/** Why it can't be used, in a sentence; null where it can. */
function problemOf({ read, examined }: Brought): string | null {
  if (!read.ok)
    return t(`classText.problem.${read.problem}`, {
      most: formatBytes(MAX_FILE_BYTES),
      line: read.line ?? 0,
      column: read.column ?? '',
    });
  return examined && !examined.ok
    ? t(`classText.problem.${examined.problem}`, { least: LEAST_CLASS_LETTERS })
    : null;
}

/** Which column of a table is read. */
function Column({ brought }: { brought: Signal<Brought | null> }) {
  const { name, bytes, read } = brought.value ?? {};
  if (!name || !bytes || !read?.columns || read.columns.length < 2) return null;
  return (
    <label class="field">
      <span>{t('classText.column')}</span>
      <select
        class="select"
        value={read.column ?? ''}
        onChange={(event) =>
          void look(name, bytes, event.currentTarget.value).then((found) => (brought.value = found))
        }
      >
        {read.columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What stands in it, before anybody buys it. */
function Preview({ text }: { text: Good }) {
  return (
    <>
      <p data-testid="class-text-facts">
        <ClassTextFacts text={{ ...text, pages: text.pages.length }} />
      </p>
      <ul class="small class-text-notes">
        {text.isCut && <li>{t('classText.cut', { most: formatBytes(MAX_CLASS_BYTES) })}</li>}
        {text.leftOut > 0 && <li>{t('classText.leftOut', { count: text.leftOut })}</li>}
        {text.isOtherScript && <li>{t('classText.otherScript')}</li>}
      </ul>
      <div class="class-text-pages" tabIndex={0} role="region" aria-label={t('classText.preview')}>
        {text.pages.slice(0, SHOWN_PAGES).map((page, at) => (
          <p key={at} translate={false}>
            {page}
          </p>
        ))}
      </div>
    </>
  );
}

export interface BringTextProps {
  /** Takes what is offered. */
  put: (offered: OfferedText) => Promise<void>;
  /** What the button says meanwhile. */
  putting: string;
}

function Offer({ brought, text, put, putting }: BringTextProps & { brought: Brought; text: Good }) {
  const name = useSignal(brought.name.replace(/\.\w+$/, '').slice(0, MAX_LABEL_LETTERS));
  const license = useSignal('');
  const isMasked = useSignal(true);
  const [busy, start] = useBusy();
  const offer = async (): Promise<void> => {
    const [, { mask }] = await lab();
    await put({
      name: name.peek(),
      license: license.peek(),
      language: text.language,
      pages: isMasked.peek() ? mask(text.pages) : text.pages,
    });
  };
  return (
    <form
      class="class-text"
      onSubmit={(event) => {
        event.preventDefault();
        start(offer);
      }}
    >
      {text.secrets > 0 && (
        <label class="tick">
          <input
            type="checkbox"
            checked={isMasked.value}
            onChange={(event) => (isMasked.value = event.currentTarget.checked)}
          />
          <span>{t('classText.mask', { count: text.secrets })}</span>
        </label>
      )}
      <label class="field">
        <span>{t('classText.name')}</span>
        <input
          value={name.value}
          maxLength={MAX_LABEL_LETTERS}
          required
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('classText.license')}</span>
        <input
          value={license.value}
          maxLength={MAX_LABEL_LETTERS}
          required
          onInput={(event) => (license.value = event.currentTarget.value)}
        />
        <small>{t('classText.licenseHint')}</small>
      </label>
      <Button
        submit
        tone="main"
        testId="class-text-put"
        disabled={busy.value || name.value.trim() === '' || license.value.trim() === ''}
        onPress={() => undefined}
      >
        {busy.value ? putting : t('classText.put')}
      </Button>
    </form>
  );
}

export function BringText(props: BringTextProps) {
  const brought = useSignal<Brought | null>(null);
  const pasted = useSignal('');
  const [busy, start] = useBusy();
  const open = (name: string, bytes: () => Promise<Uint8Array>, size: number): void =>
    start(async () => {
      brought.value = null;
      /* A file that is too large is not even read. */
      const found = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await bytes();
      brought.value = await look(name, found, null);
    });
  const { value: now } = brought;
  const problem = now && problemOf(now);
  return (
    <div class="class-text">
      <label class="field">
        <span>{t('classText.file')}</span>
        <input
          type="file"
          data-testid="class-text-file"
          accept=".txt,.md,.csv,.tsv,.jsonl,.ndjson,.html,.htm,.xhtml,.epub"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) open(file.name, async () => new Uint8Array(await file.arrayBuffer()), file.size);
          }}
        />
        <small>{t('classText.fileHint')}</small>
      </label>
      <label class="field">
        <span>{t('classText.paste')}</span>
        <textarea
          class="own-text"
          rows={3}
          spellcheck={false}
          value={pasted.value}
          onInput={(event) => (pasted.value = event.currentTarget.value)}
        />
      </label>
      <Button
        disabled={busy.value || pasted.value.trim() === ''}
        onPress={() => {
          const bytes = new TextEncoder().encode(pasted.peek());
          const name = /^\s*<(?:!doctype|html)\b/i.test(pasted.peek()) ? 'page.html' : '';
          open(name, async () => bytes, bytes.length);
        }}
      >
        {t('classText.look')}
      </Button>
      <div aria-live="polite">
        {busy.value && <p>{t('classText.reading')}</p>}
        {problem && (
          <p class="problem" data-testid="class-text-problem">
            {problem}
          </p>
        )}
      </div>
      <Column brought={brought} />
      {now?.examined?.ok && (
        <>
          <Preview text={now.examined} />
          <Offer key={now.name} brought={now} text={now.examined} {...props} />
        </>
      )}
    </div>
  );
}
