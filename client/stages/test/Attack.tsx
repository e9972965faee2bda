/** The duel: choose a rival and a goal, write what to say to its model, and see what came of everybody's attacks. */

import { ATTACK_GOALS, type AttackGoal } from '../../../shared/evals/attacks.ts';
import { MAX_PROBE, PROBES } from '../../../shared/game/stages/test/state.ts';
import type { ShownProbe } from '../../../shared/game/stages/test/view.ts';
import { duelOf, testOf } from '../../../shared/game/stages/test/shown.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useBusy } from '../decision.ts';

const draft = seatSignal<{ teamId: string; goal: AttackGoal; text: string | null }>({
  teamId: '',
  goal: 'leak',
  text: null,
});

const nameOf = (match: MatchView, id: string): string =>
  match.teams.find((team) => team.id === id)?.name ?? '';

/** One attack, with what the model said. */
export function ProbeSlip({ match, probe, seed }: { match: MatchView; probe: ShownProbe; seed: number }) {
  const by = nameOf(match, probe.byTeamId);
  return (
    <Paper cut="slip" seed={seed} class="probe-slip">
      <p class="small">
        {t('duel.between', { by, target: nameOf(match, probe.teamId) })} · {t(`duel.goal.${probe.goal}`)}
        {probe.isHardened && ` · ${t('duel.afterHardening')}`}
      </p>
      <p>
        <b lang="en">{probe.text}</b>
      </p>
      {probe.told.map((told, index) => (
        <p key={index} class="model-voice" lang="en">
          {told || '…'}
        </p>
      ))}
      <p class={probe.hit ? 'bad' : 'good'}>{t(probe.hit ? 'duel.hit' : 'duel.held')}</p>
    </Paper>
  );
}

/** Whom the draft is for, and what it says; null while there is nobody to attack. */
function aimOf({ match, team }: Standpoint) {
  const duel = duelOf(match);
  const rivals = playingTeams(match).filter((other) => other.id !== team.id && testOf(other).examined);
  const target = rivals.find(({ id }) => id === draft.value.teamId) ?? rivals[0];
  const own = duel?.counts[team.id];
  if (!target || !own) return null;
  const { goal } = draft.value;
  const openings = testOf(target).examined?.openings[goal] ?? [];
  /* Another way to begin each time, so that nobody asks the same all the while. */
  const opening = openings[(PROBES - own.left) % openings.length] ?? '';
  const text = draft.value.text ?? opening;
  return { duel, rivals, target, own, goal, text };
}

/** The button that stays in sight, whatever is scrolled. */
export function AttackBar({ standpoint }: { standpoint: Standpoint }) {
  const [busy, start] = useBusy();
  const aim = aimOf(standpoint);
  if (!aim) return null;
  const { target, goal, text, own } = aim;
  return (
    <Button
      class="wide"
      testId="attack"
      disabled={busy.value || own.left === 0}
      onPress={() => start(() => send({ type: 'test/probe', teamId: target.id, goal, text }))}
    >
      {t('duel.attack', { left: own.left })}
    </Button>
  );
}

export function Attack({ standpoint }: { standpoint: Standpoint }) {
  const aim = aimOf(standpoint);
  if (!aim) return <p>{t('duel.nobody')}</p>;
  const { duel, rivals, target, own, goal, text } = aim;
  const { match } = standpoint;
  return (
    <>
      <p>{t('duel.lead')}</p>
      <label class="field">
        <span>{t('duel.whom')}</span>
        <select
          class="select"
          value={target.id}
          onChange={({ currentTarget }) => (draft.value = { ...draft.value, teamId: currentTarget.value })}
        >
          {rivals.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Choice
        legend={t('duel.what')}
        name="goal"
        options={ATTACK_GOALS.map((value) => ({ value, label: t(`duel.goal.${value}`) }))}
        value={goal}
        onChoose={(value) => (draft.value = { ...draft.value, goal: value, text: null })}
      />
      <p class="small">{t(`duel.about.${goal}`)}</p>
      <label class="field">
        <span>{t('duel.say')}</span>
        <input
          type="text"
          lang="en"
          autocomplete="off"
          maxLength={MAX_PROBE}
          value={text}
          onInput={({ currentTarget }) => (draft.value = { ...draft.value, text: currentTarget.value })}
        />
      </label>
      <p class="small" role="status">
        {t('duel.own', { points: own.points, met: own.met, fell: own.fell })}
        {own.metHardened > 0 && ` ${t('duel.hardened', { met: own.metHardened, fell: own.fellHardened })}`}
      </p>
      {duel?.newest.map((probe, index) => (
        <ProbeSlip key={probe.id} match={match} probe={probe} seed={index} />
      ))}
    </>
  );
}
