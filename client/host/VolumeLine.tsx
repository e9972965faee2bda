/** How loud the projector is, on the console. */

import './sound.css';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { MAX_VOLUME, USUAL_VOLUME } from '../../shared/game/sound.ts';
import { t } from '../i18n/t.ts';
import { send } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { Slider } from '../ui/Slider.tsx';
import { useKept } from '../ui/use-kept.ts';

export function VolumeLine({ match }: { match: MatchView }) {
  const [volume, setVolume] = useKept(match.volume, (wanted) =>
    send({ type: 'host/volume', volume: wanted }),
  );
  const isOff = volume === 0;
  return (
    <div class="volume-line">
      <Slider
        label={t('sound.volume')}
        value={volume}
        max={MAX_VOLUME}
        valueText={isOff ? t('sound.off') : t('sound.value', { volume, most: MAX_VOLUME })}
        onInput={setVolume}
      />
      <Button pressed={isOff} onPress={() => setVolume(isOff ? USUAL_VOLUME : 0)}>
        {t('sound.mute')}
      </Button>
    </div>
  );
}
