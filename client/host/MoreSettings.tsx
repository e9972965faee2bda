/** What a host may choose beyond the first questions: years, compute, which stages, the seconds of each stage, a seed; and all of it as a link or a file. */

import type { Signal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { OPTIONAL_STAGES, unknownTo, usuallyLeftOut } from '../../shared/game/left-out.ts';
import { stageSeconds } from '../../shared/game/presets.ts';
import {
  COMPUTE_SHARES,
  GENERATION_RANGE,
  GENERATIONS,
  STAGE_SECONDS_RANGE,
} from '../../shared/game/settings.ts';
import { MAX_SEED, TIMED_STAGES, type MatchOptions } from '../../shared/game/match-options.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { MAX_FILE_BYTES, optionsFile, optionsInFile, optionsLink } from './match-options.ts';

const FILE_NAME = 'loss-leaders.json';

interface NumberFieldProps {
  label: string;
  /** Undefined where it is left to the preset, or to chance. */
  value: number | undefined;
  usual: string;
  range: readonly [number, number];
  onChange: (value: number | undefined) => void;
}

function NumberField({ label, value, usual, range: [min, max], onChange }: NumberFieldProps) {
  return (
    <label class="field number-field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={value ?? ''}
        placeholder={usual}
        onInput={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? undefined : Number(currentTarget.value))
        }
      />
    </label>
  );
}

/** Copies, saves and opens settings. `onProblem` is told what is wrong with a file. */
function Keep({
  options,
  onProblem,
}: {
  options: Signal<MatchOptions>;
  onProblem: (text: string | null) => void;
}) {
  const copied = useSignal<string | null>(null);
  const link = optionsLink(location.origin, options.value);
  const copy = async (): Promise<void> => {
    /* A page on plain http may not write there: then the link is shown, to be copied by hand. */
    const isCopied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    copied.value = isCopied ? t('host.linkCopied') : link;
  };
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([optionsFile(options.value)], { type: 'application/json' }));
    const anchor = Object.assign(document.createElement('a'), { href: url, download: FILE_NAME });
    anchor.click();
    URL.revokeObjectURL(url);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read =
      file.size > MAX_FILE_BYTES
        ? { ok: false as const, field: file.name }
        : optionsInFile(await file.text());
    if (read.ok) options.value = read.value;
    onProblem(read.ok ? null : t('host.badSettings', { field: read.field }));
  };
  return (
    <>
      <div class="row keep-settings">
        <Button onPress={() => void copy()}>{t('host.copyLink')}</Button>
        <Button onPress={save}>{t('host.saveFile')}</Button>
        <label class="link file-link">
          {t('host.openFile')}
          <input
            class="unseen"
            type="file"
            accept="application/json,.json"
            onChange={({ currentTarget }) => {
              void open(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {copied.value !== null && (
        <p class="small settings-link" role="status">
          {copied.value}
        </p>
      )}
    </>
  );
}

export function MoreSettings({
  options,
  onProblem,
}: {
  options: Signal<MatchOptions>;
  onProblem: (text: string | null) => void;
}) {
  const {
    preset,
    generations = GENERATIONS[preset],
    computeShare = 1,
    leftOut = usuallyLeftOut(preset),
    seed,
    stageSeconds: own,
  } = options.value;
  const usual = stageSeconds(preset);
  const change = (changes: Partial<MatchOptions>): void => {
    const next = { ...options.value, ...changes };
    const kept = Object.entries(next).filter(([, value]) => value !== undefined);
    options.value = Object.fromEntries(kept) as unknown as MatchOptions;
  };
  const setSeconds = (stage: Stage, seconds: number | undefined): void => {
    const { [stage]: _before, ...others } = own ?? {};
    const next = seconds === undefined ? others : { ...others, [stage]: seconds };
    change({ stageSeconds: Object.keys(next).length === 0 ? undefined : next });
  };
  const setPlayed = (stage: Stage, isPlayed: boolean): void => {
    const others = leftOut.filter((other) => other !== stage);
    change({ leftOut: isPlayed ? others : [...others, stage] });
  };
  const isTimed = (stage: Stage): boolean =>
    ![...leftOut, ...unknownTo(preset)].includes(stage) && (usual[stage] !== null || generations > 1);
  const [fewest, most] = GENERATION_RANGE;
  return (
    <details class="more-settings">
      <summary>{t('host.more')}</summary>
      <Choice
        legend={t('host.years')}
        name="years"
        options={Array.from({ length: most - fewest + 1 }, (_, index) => ({
          value: fewest + index,
          label: String(fewest + index),
        }))}
        value={generations}
        onChoose={(value) => change({ generations: value })}
      />
      <Choice
        legend={t('host.compute')}
        name="compute"
        options={COMPUTE_SHARES.map((value) => ({ value, label: t(`host.compute.${value}`) }))}
        value={computeShare}
        onChoose={(value) => change({ computeShare: value })}
      />
      <fieldset class="stages-played">
        <legend>{t('host.stages')}</legend>
        {OPTIONAL_STAGES.filter((stage) => !unknownTo(preset).includes(stage)).map((stage) => (
          <label key={stage} class="tick">
            <input
              type="checkbox"
              checked={!leftOut.includes(stage)}
              onChange={({ currentTarget }) => setPlayed(stage, currentTarget.checked)}
            />
            <span>{t(`stage.${stage}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="stage-times">
        <legend>{t('host.seconds')}</legend>
        {TIMED_STAGES.filter(isTimed).map((stage) => (
          <NumberField
            key={stage}
            label={t(`stage.${stage}`)}
            value={own?.[stage]}
            usual={String(usual[stage] ?? '–')}
            range={STAGE_SECONDS_RANGE}
            onChange={(seconds) => setSeconds(stage, seconds)}
          />
        ))}
      </fieldset>
      <NumberField
        label={t('host.seed')}
        value={seed}
        usual={t('host.seedDrawn')}
        range={[0, MAX_SEED]}
        onChange={(value) => change({ seed: value })}
      />
      <p class="small">{t('host.seedAbout')}</p>
      <Keep options={options} onProblem={onProblem} />
    </details>
  );
}
