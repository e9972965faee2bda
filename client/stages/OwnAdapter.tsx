/** A person's own adapter: a text of theirs, what a copy of the model learned of it on this device, and what training all of it gives instead. */

import { MAX_OWN_BYTES, LEAST_LETTERS } from '../../shared/data/own-text.ts';
import { guessWords } from '../i18n/guess.ts';
import { formatBytes, formatSeconds } from '../i18n/quantity.ts';
import { t } from '../i18n/t.ts';
import {
  adapting,
  adaptProblem,
  forgetAdapter,
  isAdapterOn,
  ownAdapter,
  trainAdapter,
  trainWhole,
  type Learned,
  type OwnAdapter as Own,
} from '../lab/adapter.ts';
import type { Voice } from '../lab/voices.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { OwnTextField } from './OwnTextField.tsx';
import { voiceWords } from './voice-words.ts';

const FP32_BYTES = 4;
const draft = seatSignal('');

/** How far it is, and nothing else to press meanwhile. */
function Learning() {
  const { done = 0 } = adapting.value ?? {};
  return (
    <p role="status">
      {t('adapter.learning')} <progress value={done} aria-label={t('adapter.learning')} />
    </p>
  );
}

function Paste({ voice, isTraining }: { voice: Voice; isTraining: boolean }) {
  const problem = adaptProblem.value;
  return (
    <>
      <OwnTextField draft={draft} />
      {problem && (
        <p class="problem" role="alert">
          {problem === 'failed'
            ? t('adapter.failed')
            : t(`ownText.problem.${problem}`, { least: LEAST_LETTERS, most: MAX_OWN_BYTES })}
        </p>
      )}
      {isTraining && <p class="small">{t('adapter.wait')}</p>}
      {adapting.value ? (
        <Learning />
      ) : (
        <Button
          testId="adapter-train"
          disabled={isTraining}
          onPress={() => void trainAdapter(session.peek(), voice, draft.peek())}
        >
          {t('adapter.train')}
        </Button>
      )}
    </>
  );
}

function Row({ name, learned }: { name: string; learned: Learned }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatBytes(FP32_BYTES * learned.numbers)}</td>
      <td>{formatSeconds(learned.seconds)}</td>
      <td>{guessWords(learned.after)}</td>
    </tr>
  );
}

function Report({ own, words }: { own: Own; words: string }) {
  const { report, whole, adapter } = own;
  return (
    <Paper cut="slip" class="own-kept">
      <p role="status">{t('adapter.learned', { size: formatBytes(report.bytes), model: words })}</p>
      {report.leftOut > 0 && <p class="small">{t('ownText.leftOut', { count: report.leftOut })}</p>}
      <table class="adapter-figures" data-testid="adapter-figures">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('adapter.size')}</th>
            <th scope="col">{t('adapter.time')}</th>
            <th scope="col">{t('adapter.guess')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('adapter.before')}</th>
            <td>–</td>
            <td>–</td>
            <td>{guessWords(report.before)}</td>
          </tr>
          <Row name={t('adapter.rank', { rank: adapter.rank })} learned={report} />
          {whole && <Row name={t('adapter.whole')} learned={whole} />}
        </tbody>
      </table>
      <p class="small">{t('adapter.measured')}</p>
      {report.after > report.before && <p class="small">{t('adapter.byHeart')}</p>}
      {adapting.value ? (
        <Learning />
      ) : (
        <div class="row">
          {!whole && (
            <Button tone="plain" testId="adapter-whole" onPress={() => void trainWhole(session.peek(), own)}>
              {t('adapter.trainWhole')}
            </Button>
          )}
          <Button tone="plain" testId="adapter-forget" onPress={() => forgetAdapter(session.peek())}>
            {t('adapter.forget')}
          </Button>
        </div>
      )}
    </Paper>
  );
}

export function OwnAdapter({ standpoint, voices }: { standpoint: Standpoint; voices: readonly Voice[] }) {
  const { match, team } = standpoint;
  const own = ownAdapter.value;
  const newest = voices.at(-1);
  if (!newest) return <p>{t('talk.nobody')}</p>;
  if (team.own?.plans.scale?.architecture === 'recurrent') return <p>{t('adapter.recurrent')}</p>;
  const isTraining = Object.values(team.runs).some((run) => run?.status === 'running');
  return (
    <div class="own-box">
      <p>{t('adapter.lead')}</p>
      {own ? (
        <>
          <Report own={own} words={voiceWords(match, own.voice)} />
          <AdapterSwitch voice={own.voice} />
        </>
      ) : (
        <Paste voice={newest} isTraining={isTraining} />
      )}
    </div>
  );
}

/** Switches the adapter on and off, where this is the model that it belongs to. */
export function AdapterSwitch({ voice }: { voice: Voice }) {
  if (ownAdapter.value?.voice.id !== voice.id) return null;
  return (
    <Button
      tone="plain"
      testId="adapter-switch"
      pressed={isAdapterOn.value}
      onPress={() => (isAdapterOn.value = !isAdapterOn.value)}
    >
      {t(isAdapterOn.value ? 'adapter.on' : 'adapter.off')}
    </Button>
  );
}
