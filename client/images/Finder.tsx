/** Pictures found by words: two towers learn which pictures and captions belong together, and then words look for pictures. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PLACES, type PlaceName } from '../../shared/world/pictures/backdrops.ts';
import { NAMED_COLORS, type NamedColor } from '../../shared/world/pictures/parts.ts';
import { t } from '../i18n/t.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Pictures } from './Pictures.tsx';
import { SEARCHED, type Shown } from './studio.ts';
import { WordPick } from './WordPick.tsx';

interface FinderProps {
  subjects: readonly string[];
  learn: () => Promise<void>;
  find: (words: string) => Promise<Shown[]>;
}

interface Sought {
  subject: string | null;
  color: NamedColor | null;
  place: PlaceName | null;
}

export function Finder({ subjects, learn, find }: FinderProps) {
  const state = useSignal<'new' | 'learning' | 'ready' | 'broken'>('new');
  const sought = useSignal<Sought>({ subject: subjects[0], color: null, place: null });
  const found = useSignal<Shown[] | null>(null);
  const change = (part: Partial<Sought>): void => void (sought.value = { ...sought.value, ...part });

  async function begin(): Promise<void> {
    state.value = 'learning';
    try {
      await learn();
      state.value = 'ready';
    } catch {
      state.value = 'broken';
    }
  }

  useEffect(() => {
    if (state.value !== 'ready') return;
    const { subject, color, place } = sought.value;
    const words = [subject, color, place].filter((word) => word !== null).join(' ');
    let isLatest = true;
    find(words).then(
      (pictures) => isLatest && (found.value = pictures),
      () => (state.value = 'broken'),
    );
    return () => void (isLatest = false);
  }, [state.value, sought.value]);

  const { subject, color, place } = sought.value;
  const none = t('images.any');
  return (
    <Paper seed={2} class="images-paper">
      <h2>{t('images.find')}</h2>
      <p>{t('images.findLead')}</p>
      {state.value === 'broken' && <p role="alert">{t('images.broken')}</p>}
      {(state.value === 'new' || state.value === 'learning') && (
        <Button testId="learn-to-find" disabled={state.value === 'learning'} onPress={() => void begin()}>
          {state.value === 'learning' ? t('images.findLearning') : t('images.findLearn')}
        </Button>
      )}
      {state.value === 'ready' && (
        <>
          <div class="word-picks">
            <WordPick
              label={t('images.subject')}
              options={subjects}
              value={subject}
              none={none}
              onPick={(value) => change({ subject: value })}
            />
            <WordPick
              label={t('images.color')}
              options={NAMED_COLORS}
              value={color}
              none={none}
              onPick={(value) => change({ color: value })}
            />
            <WordPick
              label={t('images.place')}
              options={PLACES}
              value={place}
              none={none}
              onPick={(value) => change({ place: value })}
            />
          </div>
          <p role="status">{t('images.foundAbout', { count: SEARCHED })}</p>
          {found.value && <Pictures pictures={found.value} title={t('images.found')} />}
        </>
      )}
    </Paper>
  );
}
