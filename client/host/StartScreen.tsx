/** Where a host begins: how long, how many labs, and one button. */

import '../stages/survey.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import type { MatchOptions } from '../../shared/game/match-options.ts';
import { LEVELS } from '../../shared/game/level.ts';
import { PRESETS, TEAM_COUNT_RANGE } from '../../shared/game/settings.ts';
import { errorText } from '../session/errors.ts';
import { postJson } from '../session/http.ts';
import { spacedCode } from './JoinCard.tsx';
import { optionsInLink } from './match-options.ts';
import { MoreSettings } from './MoreSettings.tsx';
import { recentSeats, type Seat } from '../session/seat.ts';
import { goodbye, openSeat } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { EntryCard } from '../ui/EntryCard.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Slider } from '../ui/Slider.tsx';

/** What a host rehearses with: bots in all labs, and minutes instead of an hour. */
const REHEARSAL: MatchOptions = { preset: 'rehearsal', level: 'first', teamCount: 3, bots: true };
const STANDARD: MatchOptions = { preset: 'workshop', level: 'first', teamCount: 3 };

export function StartScreen() {
  const linked = useMemo(() => optionsInLink(location.search), []);
  const options = useSignal<MatchOptions>(linked?.ok ? linked.value : STANDARD);
  const { preset, level, teamCount, survey = true } = options.value;
  const change = (changes: Partial<MatchOptions>): void =>
    void (options.value = { ...options.value, ...changes });
  const farewell = goodbye.peek();
  const problem = useSignal<string | null>(
    farewell
      ? errorText(farewell)
      : linked && !linked.ok
        ? t('host.badSettings', { field: linked.field })
        : null,
  );
  const busy = useSignal(false);

  const create = async (chosen: MatchOptions): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    const body = { version: PROTOCOL_VERSION, ...chosen };
    const reply = await postJson<CreateMatchReply>(ROUTES.createMatch, body);
    if (reply.ok) {
      const { code, roomId, hostToken } = reply.value;
      const opened = await openSeat({ role: 'host', code, roomId, token: hostToken, playerId: null });
      if (!opened.ok) problem.value = errorText(opened.error);
    } else problem.value = errorText(reply.error);
    busy.value = false;
  };

  const resume = async (known: Seat): Promise<void> => {
    const opened = await openSeat(known);
    if (!opened.ok) problem.value = errorText(opened.error);
  };

  return (
    <EntryCard
      shapes={teamCount}
      problem={problem.value}
      busy={busy.value}
      submitText={t('host.create')}
      onSubmit={() => void create({ survey, ...options.value })}
      links={
        <a class="host-link" href="check.html">
          {t('check.link')}
        </a>
      }
      below={
        <>
          {recentSeats('host').map((known) => (
            <Button key={known.code} class="wide" onPress={() => void resume(known)}>
              {t('host.resume', { code: spacedCode(known.code) })}
            </Button>
          ))}
          <Button tone="plain" class="wide" testId="rehearse" onPress={() => void create(REHEARSAL)}>
            {t('host.rehearse')}
          </Button>
        </>
      }
    >
      <h2 class="title-face">{t('host.title')}</h2>
      <p class="small">{t('host.lead')}</p>
      <Choice
        legend={t('host.preset')}
        name="preset"
        options={PRESETS.map((value) => ({ value, label: t(`host.preset.${value}`) }))}
        value={preset}
        onChoose={(value) => change({ preset: value })}
      />
      <Choice
        legend={t('host.level')}
        name="level"
        options={LEVELS.map((value) => ({ value, label: t(`host.level.${value}`) }))}
        value={level}
        onChoose={(value) => change({ level: value })}
      />
      <Slider
        label={t('host.teams')}
        value={teamCount}
        min={TEAM_COUNT_RANGE[0]}
        max={TEAM_COUNT_RANGE[1]}
        valueText={t('host.teamsValue', { count: teamCount })}
        onInput={(value) => change({ teamCount: value })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={survey}
          onChange={(event) => change({ survey: event.currentTarget.checked })}
        />
        <span>{t('survey.create')}</span>
      </label>
      <MoreSettings options={options} onProblem={(text) => (problem.value = text)} />
    </EntryCard>
  );
}
