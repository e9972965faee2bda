/** The workbench: what shapes answers and what keeps them safe, each with what it does. */

import { LABELS } from '../../../shared/game/stages/deploy/labels.ts';
import { LOOK_UP_CENTS } from '../../../shared/game/stages/deploy/plant.ts';
import {
  CONFIDENCES,
  FILTERS,
  FILTER_THRESHOLDS,
  FORMAT_BITS,
  FORMATS,
  LEAST_SURE,
  LOOK_UPS,
  MARKS,
  PERSONAS,
  SHELVES,
  SURE_BY_HEART,
  SURENESSES,
  TEMPERATURES,
} from '../../../shared/game/stages/deploy/state.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { STYLE_LINES } from '../../../shared/world/packs.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { deployDraft } from './draft.ts';
import { OwnLine } from './OwnLine.tsx';
import { CalibrationChart, FoundMarkWords } from './Sureness.tsx';
import { triedOf } from './Measured.tsx';
import { TalkBench } from './TalkBench.tsx';

interface BenchProps {
  locked: boolean;
}

const change = (part: Partial<typeof deployDraft.value>): void => {
  deployDraft.value = { ...deployDraft.value, ...part };
};

export function AnswersBench({ locked, shop }: BenchProps & { shop: ShopView }) {
  const { persona, shelf, lookUp, temperature, format } = deployDraft.value;
  return (
    <>
      <Choice
        legend={t('deploy.shelf')}
        name="shelf"
        disabled={locked}
        options={SHELVES.map((value) => ({ value, label: t(`deploy.shelf.${value}`) }))}
        value={shelf}
        onChoose={(value) => change({ shelf: value })}
      />
      <p class="small">
        {t(`deploy.shelfMeaning.${shelf}`, { cents: LOOK_UP_CENTS[shelf] })}{' '}
        {shelf !== 'none' && t('deploy.shelfNeeds')}
      </p>
      {shelf !== 'none' && (
        <>
          <Choice
            legend={t('deploy.lookUp')}
            name="look-up"
            disabled={locked}
            options={LOOK_UPS.map((value) => ({ value, label: t(`deploy.lookUp.${value}`) }))}
            value={lookUp}
            onChoose={(value) => change({ lookUp: value })}
          />
          {lookUp === 'unsure' && (
            <p class="small">{t('deploy.lookUpMeaning', { share: Math.round(100 * SURE_BY_HEART) })}</p>
          )}
        </>
      )}
      <Choice
        legend={t('deploy.persona')}
        name="persona"
        disabled={locked}
        options={PERSONAS.map((value) => ({ value, label: t(`deploy.persona.${value}`) }))}
        value={persona}
        onChoose={(value) => change({ persona: value })}
      />
      {persona === 'written' ? (
        <OwnLine locked={locked} written={triedOf(shop, deployDraft.value)?.written ?? null} />
      ) : (
        <p class="small">
          {persona === 'own'
            ? t('deploy.personaOwn')
            : t('deploy.personaMeaning', { line: STYLE_LINES[persona] })}
        </p>
      )}
      <TalkBench locked={locked} shop={shop} />
      <Choice
        legend={t('deploy.temperature')}
        name="temperature"
        disabled={locked}
        options={TEMPERATURES.map((value) => ({ value, label: t(`deploy.temperature.${value}`) }))}
        value={temperature}
        onChoose={(value) => change({ temperature: value })}
      />
      <Choice
        legend={t('deploy.format')}
        name="format"
        disabled={locked}
        options={FORMATS.map((value) => ({ value, label: `${FORMAT_BITS[value]}` }))}
        value={format}
        onChoose={(value) => change({ format: value })}
      />
      <p class="small">{t('deploy.formatMeaning')}</p>
    </>
  );
}

export function SafetyBench({ locked, shop }: BenchProps & { shop: ShopView }) {
  const { filter, sureness, confidence, mark } = deployDraft.value;
  const tried = triedOf(shop, deployDraft.value);
  const count = LABELS.hazards + LABELS.lookAlikes + LABELS.others;
  const share = Math.round(100 * FILTER_THRESHOLDS[filter]);
  return (
    <>
      <Choice
        legend={t('deploy.filter')}
        name="filter"
        disabled={locked}
        options={FILTERS.map((value) => ({ value, label: t(`deploy.filter.${value}`) }))}
        value={filter}
        onChoose={(value) => change({ filter: value })}
      />
      <p class="small">
        {filter === 'off' ? t('deploy.filterOff') : t('deploy.filterMeaning', { count, share })}
      </p>
      <Choice
        legend={t('deploy.sureness')}
        name="sureness"
        disabled={locked}
        options={SURENESSES.map((value) => ({ value, label: t(`deploy.sureness.${value}`) }))}
        value={sureness}
        onChoose={(value) => change({ sureness: value })}
      />
      <p class="small">
        {sureness === 'any'
          ? t('deploy.surenessAny')
          : t('deploy.surenessMeaning', { share: Math.round(100 * LEAST_SURE[sureness]) })}
      </p>
      <Choice
        legend={t('deploy.confidence')}
        name="confidence"
        disabled={locked}
        options={CONFIDENCES.map((value) => ({ value, label: t(`deploy.confidence.${value}`) }))}
        value={confidence}
        onChoose={(value) => change({ confidence: value })}
      />
      <p class="small">{t(`deploy.confidenceMeaning.${confidence}`)}</p>
      {tried && <CalibrationChart calibration={tried.calibration} />}
      <Choice
        legend={t('deploy.mark')}
        name="mark"
        disabled={locked}
        options={MARKS.map((value) => ({ value, label: t(`deploy.mark.${value}`) }))}
        value={mark}
        onChoose={(value) => change({ mark: value })}
      />
      <p class="small">{t(mark === 'off' ? 'deploy.markOff' : 'deploy.markMeaning')}</p>
      {tried?.mark && <FoundMarkWords mark={tried.mark} />}
    </>
  );
}
