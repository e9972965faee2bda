/** A model at home: talk to it, look inside it, and read its card. */

import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { HomeFile } from '../../shared/home/home-file.ts';
import { formatDecimal } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { LookInside } from '../inside/LookInside.tsx';
import { AskForm } from '../ui/AskForm.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Slider } from '../ui/Slider.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { CardLines } from './CardLines.tsx';
import { openHomeModel } from './home-engine.ts';

/** As talks in the game are held. */
const USUAL_TEMPERATURE = 0.7;
const MOST_TEMPERATURE = 1.5;

function Speaking({ home }: { home: HomeFile }) {
  const tab = useSignal<'talk' | 'inside' | 'card'>('talk');
  const temperature = useSignal(USUAL_TEMPERATURE);
  const model = useMemo(() => openHomeModel(home), [home]);
  const { card } = home;
  const warmth = temperature.value;
  const ask = (text: string): Promise<string> => model.talk(text, warmth);
  return (
    <>
      <header class="home-head">
        <TeamShape shape={shapeOf(card.look)} sizePx={44} />
        <h1>{t('home.of', { lab: card.lab })}</h1>
      </header>
      <p>{t('home.lead')}</p>
      <Paper seed={2} class="home-card">
        <Tabs
          label={t('home.title')}
          current={tab}
          tabs={[
            { id: 'talk', label: t('home.tabTalk') },
            { id: 'inside', label: t('inside.title') },
            { id: 'card', label: t('home.tabCard') },
          ]}
        />
        {tab.value === 'talk' && (
          <>
            <AskForm name="home" manner={card.manner} ideas={card.ideas} ask={ask} />
            <Slider
              label={t('home.temperature')}
              value={warmth}
              max={MOST_TEMPERATURE}
              step={0.1}
              valueText={warmth === 0 ? t('home.temperatureLikeliest') : formatDecimal(warmth, 1)}
              onInput={(value) => (temperature.value = value)}
            />
          </>
        )}
        {tab.value === 'inside' && <LookInside glass={model} />}
        {tab.value === 'card' && <CardLines card={card} />}
      </Paper>
    </>
  );
}

export function HomePage({ home }: { home: HomeFile | null }) {
  useEffect(() => {
    if (home) document.title = t('home.of', { lab: home.card.lab });
  });
  return (
    <main class="home">
      {home ? <Speaking home={home} /> : <p class="problem">{t('home.nothing')}</p>}
      <LanguageSwitch />
    </main>
  );
}
