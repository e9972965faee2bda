/** The button that packs a model for whoever wants to keep it, as one page or as a folder. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { packFolder, packPage, type Luggage, type PackedFile } from '../lab/take-home.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from '../ui/save-file.ts';

export interface TakeHomeProps {
  about: string;
  /** Null where the weights could not be had this time. */
  luggage: () => Promise<Luggage | null>;
}

export function TakeHome({ about, luggage }: TakeHomeProps) {
  const state = useSignal<'idle' | 'packing' | 'failed' | PackedFile>('idle');
  const take = async (pack: (luggage: Luggage) => Promise<PackedFile>): Promise<void> => {
    state.value = 'packing';
    try {
      const packed = await luggage().then((found) => found && pack(found));
      if (packed) saveFile(packed.name, packed.type, packed.content);
      state.value = packed ?? 'failed';
    } catch (problem) {
      console.warn('The model could not be packed:', problem);
      state.value = 'failed';
    }
  };
  const { value: now } = state;
  const isPacking = now === 'packing';
  return (
    <section class="take-home" aria-label={t('home.take')}>
      <h2>{t('home.take')}</h2>
      <p>{about}</p>
      <div class="row">
        <Button tone="main" testId="take-page" disabled={isPacking} onPress={() => void take(packPage)}>
          {t('home.page')}
        </Button>
        <Button testId="take-folder" disabled={isPacking} onPress={() => void take(packFolder)}>
          {t('home.folder')}
        </Button>
      </div>
      <p class="small">{t('home.folderAbout')}</p>
      <p role="status" data-testid="take-home-state">
        {isPacking
          ? t('home.packing')
          : now === 'failed'
            ? t('home.failed')
            : now === 'idle'
              ? ''
              : t('home.saved', { name: now.name, kilobytes: Math.round(now.bytes / 1000) })}
      </p>
    </section>
  );
}
