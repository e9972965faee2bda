/** The image lab: look at pictures, train a painter on them for a minute, and have it paint what you ask for. */

import { useSignal } from '@preact/signals';
import { proxy, type Remote } from 'comlink';
import { useEffect } from 'preact/hooks';
import { formatNumber } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { startWorker } from '../lab/start-worker.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Easel } from './Easel.tsx';
import { Finder } from './Finder.tsx';
import { Pictures } from './Pictures.tsx';
import type { Opening, Report, Shown, Studio } from './studio.ts';

/** The world whose pictures these are. */
const WORLD_SEED = 1;
const DURATIONS = [20, 60, 180];

/** What is heard of the training, and its latest pictures. */
function Training({ report, previews }: { report: Report; previews: readonly Shown[] | null }) {
  const percent = Math.round(100 * report.done);
  return (
    <>
      <progress max={100} value={percent} aria-label={t('images.progress')} />
      <p role="status">
        {report.done < 1
          ? t('images.training', { percent, steps: report.steps })
          : t('images.trained', { steps: report.steps })}
      </p>
      {previews && (
        <>
          <h3>{t('images.previews')}</h3>
          <Pictures pictures={previews} title={t('images.previews')} />
        </>
      )}
    </>
  );
}

export function Images() {
  const studio = useSignal<Remote<Studio> | null>(null);
  const opening = useSignal<Opening | null>(null);
  const isBroken = useSignal(false);
  const seconds = useSignal(60);
  const report = useSignal<Report | null>(null);
  const previews = useSignal<Shown[] | null>(null);
  useEffect(() => {
    void open();
  }, []);

  async function open(): Promise<void> {
    const remote = await startWorker<Studio>(
      () =>
        new Worker(new URL('./studio.worker.ts', import.meta.url), {
          type: 'module',
          name: String(WORLD_SEED),
        }),
      async (started) => (opening.value = await started.opening()),
    );
    studio.value = remote;
    isBroken.value = remote === null;
  }

  async function train(): Promise<void> {
    if (!studio.value) return;
    previews.value = null;
    report.value = { done: 0, steps: 0, previews: null };
    try {
      await studio.value.train(
        seconds.value,
        proxy((told: Report) => {
          report.value = told;
          if (told.previews) previews.value = told.previews;
        }),
      );
    } catch {
      isBroken.value = true;
    }
  }

  const isTraining = report.value !== null && report.value.done < 1;
  const isTrained = report.value?.done === 1;
  return (
    <>
      <main class="images">
        <h1>{t('images.title')}</h1>
        <p>{t('images.lead')}</p>
        {isBroken.value && <p role="alert">{t('images.broken')}</p>}
        {!opening.value && !isBroken.value && <p role="status">{t('images.opening')}</p>}
        {opening.value && (
          <Paper class="images-paper">
            <h2>{t('images.lessons')}</h2>
            <p>{t('images.lessonsLead', { count: formatNumber(opening.value.pictures) })}</p>
            <Pictures pictures={opening.value.lessons} title={t('images.lessons')} />
            {!isTraining && (
              <div class="images-begin">
                <Choice
                  legend={t('images.duration')}
                  name="duration"
                  options={DURATIONS.map((value) => ({
                    value,
                    label: t('images.seconds', { seconds: value }),
                  }))}
                  value={seconds.value}
                  onChoose={(value) => (seconds.value = value)}
                />
                <Button tone={isTrained ? 'quiet' : 'main'} testId="train" onPress={() => void train()}>
                  {isTrained ? t('images.again') : t('images.train')}
                </Button>
              </div>
            )}
            {report.value && <Training report={report.value} previews={previews.value} />}
          </Paper>
        )}
        {isTrained && opening.value && studio.value && (
          <Easel
            subjects={opening.value.subjects}
            paint={(wish) => studio.value?.paint(wish) ?? Promise.reject(new Error('no studio'))}
          />
        )}
        {opening.value && studio.value && (
          /* While the painter learns nothing else is worked on. */
          <div hidden={isTraining}>
            <Finder
              subjects={opening.value.subjects}
              learn={() => studio.value?.learnToFind() ?? Promise.reject(new Error('no studio'))}
              find={(words) => studio.value?.find(words) ?? Promise.reject(new Error('no studio'))}
            />
          </div>
        )}
        <a class="host-link" href="./">
          {t('check.play')}
        </a>
        <LanguageSwitch />
      </main>
      <PageEdge />
    </>
  );
}
