/** The console's card for a text of the class's own: read on this page, looked at, and put on the market of the match. */

import './class-text.css';
import { useSignal, type Signal } from '@preact/signals';
import { classTextSeen, MAX_LABEL_LETTERS, type ClassText } from '../../../shared/game/class-text.ts';
import { LEAST_CLASS_LETTERS } from '../../../shared/data/class-text.ts';
import { MAX_CLASS_BYTES } from '../../../shared/world/document.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { languageName } from '../../i18n/language-name.ts';
import { formatBytes, formatQuantity } from '../../i18n/quantity.ts';
import { t } from '../../i18n/t.ts';
import type { Examined } from '../../lab/class-text/examine.ts';
import { MAX_FILE_BYTES } from '../../lab/class-text/limits.ts';
import type { FileRead } from '../../lab/class-text/read-file.ts';
import { session } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useBusy } from '../decision.ts';

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

function Facts({ text }: { text: Pick<ClassText, 'bytes' | 'language'> & { pages: number } }) {
  return (
    <b>
      {t('classText.facts', {
        pages: formatQuantity(text.pages),
        size: formatBytes(text.bytes),
        language: text.language === 'und' ? t('classText.unknownLanguage') : languageName(text.language),
      })}
    </b>
  );
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
        <Facts text={{ ...text, pages: text.pages.length }} />
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

function Offer({ brought, text, onDone }: { brought: Brought; text: Good; onDone: () => void }) {
  const name = useSignal(brought.name.replace(/\.\w+$/, '').slice(0, MAX_LABEL_LETTERS));
  const license = useSignal('');
  const isMasked = useSignal(true);
  const [busy, start] = useBusy();
  const put = async (): Promise<void> => {
    const owner = session.peek();
    const [, { mask, sendClassText }] = await lab();
    const pages = isMasked.peek() ? mask(text.pages) : text.pages;
    const reply = await sendClassText(owner, {
      name: name.peek(),
      license: license.peek(),
      language: text.language,
      pages,
    });
    if (reply.ok) onDone();
    else owner.toasts.showError(reply.error);
  };
  return (
    <form
      class="class-text"
      onSubmit={(event) => {
        event.preventDefault();
        start(put);
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
        {busy.value ? t('classText.putting') : t('classText.put')}
      </Button>
    </form>
  );
}

/** Where a text is chosen or pasted, looked at and offered. */
function Bring({ onDone }: { onDone: () => void }) {
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
          <Offer key={now.name} brought={now} text={now.examined} onDone={onDone} />
        </>
      )}
    </div>
  );
}

function OnTheMarket({ text }: { text: ClassText }) {
  const [busy, start] = useBusy();
  const remove = async (): Promise<void> => {
    const owner = session.peek();
    const [, { removeClassText }] = await lab();
    const reply = await removeClassText(owner);
    if (!reply.ok) owner.toasts.showError(reply.error);
  };
  return (
    <div data-testid="class-text-kept">
      <p>{t('classText.kept', { name: text.name, license: text.license })}</p>
      <p>
        <Facts text={text} />
      </p>
      {text.secrets > 0 && <p class="small">{t('classText.secrets', { count: text.secrets })}</p>}
      <Button tone="plain" testId="class-text-remove" disabled={busy.value} onPress={() => start(remove)}>
        {t('classText.remove')}
      </Button>
    </div>
  );
}

export function ClassTextCard({ match }: { match: MatchView }) {
  const isOpen = useSignal(false);
  if (match.settings?.leftOut.includes('data')) return null;
  const text = classTextSeen(match);
  return (
    <Paper seed={3} class="console-card">
      <h2>{t('classText.title')}</h2>
      <p class="small">{t('classText.lead')}</p>
      {text && <OnTheMarket text={text} />}
      {!text && isOpen.value && <Bring onDone={() => (isOpen.value = false)} />}
      {!text && !isOpen.value && (
        <Button testId="class-text-open" onPress={() => (isOpen.value = true)}>
          {t('classText.open')}
        </Button>
      )}
    </Paper>
  );
}
