/** To talk to models: the lab's own as they were after each stage, two at once; in the end those of all labs, and the House. */

import './talk.css';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { adapterFor } from '../lab/adapter.ts';
import { askModel, isHere, loadReading } from '../lab/talk.ts';
import { finalVoices, ownVoices, type Voice } from '../lab/voices.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { AskLine } from '../ui/AskLine.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Term } from '../ui/Term.tsx';
import { Guessing } from './Guessing.tsx';
import { Inspecting } from './Inspecting.tsx';
import { AdapterSwitch, OwnAdapter } from './OwnAdapter.tsx';
import { TalkLine, type Answer, type Line } from './TalkLine.tsx';
import { VoiceChoice, voiceKey } from './VoiceChoice.tsx';
import { voiceWords } from './voice-words.ts';

const MOST_LINES = 6;
const tab = seatSignal<'ask' | 'guess' | 'inside' | 'adapter'>('ask');
const lines = seatSignal<Line[]>([]);
const kept = seatSignal<Line[]>([]);
const text = seatSignal('');
/** The voices that were chosen, by key; the newest and nobody where nothing was. */
const first = seatSignal<string | null>(null);
const second = seatSignal<string | null>(null);
/** What could be asked, from this match's own world. */
const ideas = seatSignal<Record<Voice['manner'], string[]> | null>(null);
const idea = seatSignal(0);
let made = 0;

async function loadIdeas(): Promise<void> {
  const owner = session.peek();
  const own = ideas.of(owner);
  if (own.peek()) return;
  const reading = await loadReading(owner);
  if (reading) own.value = { answer: reading.questions, continue: reading.openers };
}

/** Asks one after the other, and shows each answer as it comes. */
async function ask(standpoint: Standpoint, voices: readonly Voice[], you: string): Promise<void> {
  const owner = session.peek();
  const own = lines.of(owner);
  const adapters = voices.map((voice) => adapterFor(owner, voice));
  const answers = voices.map((voice, index): Answer => {
    const { name, teamId, bytes } = voice;
    const model = voiceWords(standpoint.match, voice);
    const isAdapted = adapters[index] !== null;
    const words = isAdapted ? t('adapter.with', { model }) : model;
    return { name, teamId, words, isAdapted, said: null, fetching: isHere(owner, voice) ? null : bytes };
  });
  const line: Line = { id: ++made, you, answers };
  own.value = [line, ...own.peek()].slice(0, MOST_LINES);
  for (const [index, voice] of voices.entries()) {
    const said = await askModel(owner, voice, you, adapters[index]);
    const told = said === null ? t('talk.failed') : said.trim() || t('talk.empty');
    own.value = own.peek().map((other) =>
      other.id === line.id
        ? {
            ...other,
            answers: other.answers.map((answer, at) =>
              at === index ? { ...answer, said: told, hasFailed: said === null } : answer,
            ),
          }
        : other,
    );
  }
}

function Asking({ standpoint, voices }: { standpoint: Standpoint; voices: readonly Voice[] }) {
  useEffect(() => void loadIdeas(), []);
  const find = (key: string | null): Voice | undefined => voices.find((voice) => voiceKey(voice) === key);
  const own = voices.filter(({ source }) => source.kind === 'own');
  const one = find(first.value) ?? own.at(-1) ?? voices[0];
  const other = find(second.value);
  if (!one) return <p>{t('talk.nobody')}</p>;
  const { manner } = one;
  /* An empty box helps nobody, so it holds an example. */
  const known = ideas.value?.[manner] ?? [];
  const opener =
    known[idea.value % Math.max(1, known.length)] ??
    t(manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const busy = lines.value.some(({ answers }) => answers.some(({ said }) => said === null));
  const say = (you: string): void => {
    if (busy) return;
    text.value = '';
    idea.value += 1;
    void ask(standpoint, other && other !== one ? [one, other] : [one], you);
  };
  const toggle = (line: Line): void => {
    const isKept = kept.value.some(({ id }) => id === line.id);
    kept.value = isKept ? kept.value.filter(({ id }) => id !== line.id) : [line, ...kept.value];
  };
  const keptIds = new Set(kept.value.map(({ id }) => id));
  const older = kept.value.filter(({ id }) => !lines.value.some((line) => line.id === id));
  return (
    <>
      <div class="two-voices">
        <VoiceChoice
          label={t('talk.who')}
          match={standpoint.match}
          voices={voices}
          value={voiceKey(one)}
          onChoose={(key) => (first.value = key)}
        />
        <VoiceChoice
          label={t('talk.beside')}
          match={standpoint.match}
          voices={voices.filter((voice) => voice !== one)}
          value={other && other !== one ? voiceKey(other) : ''}
          none={t('talk.nobodyElse')}
          onChoose={(key) => (second.value = key)}
        />
      </div>
      <AdapterSwitch voice={one} />
      <AskLine
        label={t(manner === 'answer' ? 'talk.promptAnswer' : 'talk.promptContinue')}
        text={text}
        opener={opener}
        say={say}
        button={t('talk.send')}
        busy={busy}
        testId="talk-say"
      />
      {known.length > 1 && (
        <button type="button" class="link" onClick={() => (idea.value += 1)}>
          {t('talk.otherIdea')}
        </button>
      )}
      <div aria-live="polite">
        {lines.value.map((line) => (
          <TalkLine
            key={line.id}
            standpoint={standpoint}
            line={line}
            isKept={keptIds.has(line.id)}
            onKeep={() => toggle(line)}
          />
        ))}
      </div>
      {older.length > 0 && (
        <>
          <h2>{t('talk.kept')}</h2>
          {older.map((line) => (
            <TalkLine key={line.id} standpoint={standpoint} line={line} isKept onKeep={() => toggle(line)} />
          ))}
        </>
      )}
      <p class="small">
        {t('talk.about').split('*')[0]}
        <Term name="sampling" />.
      </p>
    </>
  );
}

export function Talk({ standpoint }: { standpoint: Standpoint }) {
  const own = ownVoices(standpoint.team);
  const all = [...own, ...finalVoices(standpoint.match)];
  return (
    <section class="talk" aria-label={t('talk.title')}>
      <Tabs
        label={t('talk.title')}
        current={tab}
        tabs={[
          { id: 'ask', label: t('talk.tabAsk') },
          { id: 'guess', label: t('talk.tabGuess') },
          { id: 'inside', label: t('inside.title') },
          { id: 'adapter', label: t('adapter.tab') },
        ]}
      />
      {tab.value === 'ask' && <Asking standpoint={standpoint} voices={all} />}
      {tab.value === 'guess' && <Guessing match={standpoint.match} voices={own} />}
      {tab.value === 'inside' && <Inspecting match={standpoint.match} voices={all} />}
      {tab.value === 'adapter' && <OwnAdapter standpoint={standpoint} voices={own} />}
    </section>
  );
}
