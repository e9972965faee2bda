/** A look into one of the models that can be talked to. */

import { useMemo } from 'preact/hooks';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import type { Glass } from '../inside/glass.ts';
import { LookInside } from '../inside/LookInside.tsx';
import { inspectModel, mapModelWords } from '../lab/talk.ts';
import type { Voice } from '../lab/voices.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { VoiceChoice, voiceKey } from './VoiceChoice.tsx';

/** By key; the newest of the lab's own where nothing was chosen. */
const chosen = seatSignal<string | null>(null);

function Look({ voice }: { voice: Voice }) {
  const glass = useMemo((): Glass => {
    const owner = session.peek();
    return {
      manner: voice.manner,
      inspect: (text, without) => inspectModel(owner, voice, text, without),
      mapWords: (word) => mapModelWords(owner, voice, word),
    };
  }, [voice.id]);
  return <LookInside glass={glass} />;
}

export function Inspecting({ match, voices }: { match: MatchView; voices: readonly Voice[] }) {
  const open = voices.filter(({ source }) => source.kind === 'own' || source.id !== HOUSE_ID);
  const own = open.filter(({ source }) => source.kind === 'own');
  const voice = open.find((each) => voiceKey(each) === chosen.value) ?? own.at(-1) ?? open[0];
  if (!voice) return <p>{t('talk.nobody')}</p>;
  return (
    <>
      <VoiceChoice
        label={t('inside.model')}
        match={match}
        voices={open}
        value={voiceKey(voice)}
        onChoose={(key) => (chosen.value = key)}
      />
      <Look voice={voice} />
    </>
  );
}
