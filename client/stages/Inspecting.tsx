/** A look into one of the models that can be talked to, or into two that read the same. */

import { useMemo } from 'preact/hooks';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import type { Glass } from '../inside/glass.ts';
import { LookInside } from '../inside/LookInside.tsx';
import { inspectModel, loadReading, mapModelWords, probeModelStates, swapModelStates } from '../lab/talk.ts';
import { WORD_LAYOUTS } from '../lab/engine/inside.ts';
import type { Voice } from '../lab/voices.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { VoiceChoice, voiceKey } from './VoiceChoice.tsx';
import { voiceWords } from './voice-words.ts';

/** By key; the newest of the lab's own where nothing was chosen. */
const chosen = seatSignal<string | null>(null);

/** The one beside it, by key; nobody where nothing was chosen. */
const second = seatSignal<string | null>(null);

function useGlass(voice: Voice | null): Glass | null {
  return useMemo(() => {
    if (!voice) return null;
    const owner = session.peek();
    return {
      manner: voice.manner,
      inspect: (text, without) => inspectModel(owner, voice, text, without),
      layouts: WORD_LAYOUTS,
      mapWords: (word, layout) => mapModelWords(owner, voice, { word, layout }),
      swap: (text, other, place) => swapModelStates(owner, voice, { text, other, place }),
      probe: (question) => probeModelStates(owner, voice, question),
      people: async () => (await loadReading(owner))?.people ?? [],
    };
  }, [voice?.id]);
}

function Look({ match, voice, other }: { match: MatchView; voice: Voice; other: Voice | null }) {
  const [glass, otherGlass] = [useGlass(voice), useGlass(other)];
  if (!glass) return null;
  const besides = other && otherGlass && { words: voiceWords(match, other), glass: otherGlass };
  return <LookInside glass={glass} beside={{ words: voiceWords(match, voice), other: besides }} />;
}

export function Inspecting({ match, voices }: { match: MatchView; voices: readonly Voice[] }) {
  const open = voices.filter(({ source }) => source.kind === 'own' || source.id !== HOUSE_ID);
  const own = open.filter(({ source }) => source.kind === 'own');
  const find = (key: string | null): Voice | undefined => open.find((each) => voiceKey(each) === key);
  const voice = find(chosen.value) ?? own.at(-1) ?? open[0];
  if (!voice) return <p>{t('talk.nobody')}</p>;
  const other = find(second.value);
  const besides = other && other !== voice ? other : null;
  return (
    <>
      <div class="two-voices">
        <VoiceChoice
          label={t('inside.model')}
          match={match}
          voices={open}
          value={voiceKey(voice)}
          onChoose={(key) => (chosen.value = key)}
        />
        <VoiceChoice
          label={t('talk.beside')}
          match={match}
          voices={open.filter((each) => each !== voice)}
          value={besides ? voiceKey(besides) : ''}
          none={t('talk.nobodyElse')}
          onChoose={(key) => (second.value = key)}
        />
      </div>
      <Look match={match} voice={voice} other={besides} />
    </>
  );
}
