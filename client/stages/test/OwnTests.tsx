/** Tests that labs write themselves: prompts and a rule, and how the models of all labs do in them. */

import {
  MAX_RULE_TEXT,
  needsText,
  OWN_RULES,
  SHORT_WORDS,
  type OwnRule,
} from '../../../shared/evals/own-eval.ts';
import { duelOf, testOf } from '../../../shared/game/stages/test/shown.ts';
import { MOST_OWN_EVALS, MOST_OWN_PROMPTS } from '../../../shared/game/stages/test/state.ts';
import type { ShownOwnEval } from '../../../shared/game/stages/test/view.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { hueOf } from '../../ui/team.ts';
import { useBusy } from '../decision.ts';
import { EvalBar } from './Board.tsx';
import { points } from './found.ts';

const draft = seatSignal<{ prompts: string; rule: OwnRule }>({
  prompts: '',
  rule: { kind: 'contains', text: '' },
});

const ruleName = (kind: OwnRule['kind']): string => t(`own.rule.${kind}`, { count: SHORT_WORDS });

const ruleWords = ({ kind, text }: OwnRule): string =>
  t(needsText(kind) ? 'own.ruleText' : 'own.ruleAlone', { rule: ruleName(kind), text });

const ownOf = (standpoint: Standpoint): ShownOwnEval[] =>
  (duelOf(standpoint.match)?.ownEvals ?? []).filter(({ byTeamId }) => byTeamId === standpoint.team.id);

/** From these shares on, and below them, a test tells no models apart. */
const SATURATED = { high: 0.95, low: 0.05 };

/** What a test tells no more, where all models do alike in it. */
function saturation(scores: readonly number[]): string | null {
  if (scores.length < 2) return null;
  if (scores.every((score) => score >= SATURATED.high)) return t('own.allPass');
  return scores.every((score) => score <= SATURATED.low) ? t('own.allFail') : null;
}

function OwnTest({ match, own, seed }: { match: MatchView; own: ShownOwnEval; seed: number }) {
  const by = match.teams.find(({ id }) => id === own.byTeamId)?.name ?? '';
  const teams = playingTeams(match);
  const worn = saturation(Object.values(own.scores).map(({ score }) => score));
  return (
    <Paper cut="sheet" seed={seed} class="own-test">
      <h2>{t('own.by', { team: by })}</h2>
      <p class="small">{ruleWords(own.rule)}</p>
      <ul class="own-prompts" lang="en">
        {own.prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      <ul class="eval-board of-labs">
        {teams.map((team) => {
          const open = own.scores[team.id];
          return (
            <li key={team.id}>
              <span class="eval-name">{team.name}</span>
              {open ? (
                <>
                  <EvalBar result={{ open, sealed: null }} color={hueOf(team.look)} />
                  <b class="eval-score">{points(open.score)} %</b>
                </>
              ) : (
                <span class="muted">{t('test.wallOpen')}</span>
              )}
            </li>
          );
        })}
      </ul>
      {worn && <p class="warn">{worn}</p>}
    </Paper>
  );
}

/** The button that stays in sight, whatever is scrolled. */
export function OwnBar({ standpoint }: { standpoint: Standpoint }) {
  const [busy, start] = useBusy();
  const left = MOST_OWN_EVALS - ownOf(standpoint).length;
  const { prompts, rule } = draft.value;
  const lines = prompts.split('\n');
  return (
    <Button
      class="wide"
      testId="own-test"
      disabled={busy.value || left <= 0 || prompts.trim() === ''}
      onPress={() =>
        start(async () => {
          const reply = await send({ type: 'test/own-eval', prompts: lines, rule });
          if (reply.ok) draft.value = { ...draft.value, prompts: '' };
        })
      }
    >
      {t('own.give', { left })}
    </Button>
  );
}

export function OwnTests({ standpoint }: { standpoint: Standpoint }) {
  const { match, team } = standpoint;
  const { prompts, rule } = draft.value;
  if (!testOf(team).examined) return <p>{t('test.measuring')}</p>;
  return (
    <>
      <p>{t('own.lead')}</p>
      <label class="field">
        <span>{t('own.prompts', { most: MOST_OWN_PROMPTS })}</span>
        <textarea
          rows={3}
          lang="en"
          value={prompts}
          onInput={({ currentTarget }) => (draft.value = { ...draft.value, prompts: currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{t('own.rule')}</span>
        <select
          class="select"
          value={rule.kind}
          onChange={({ currentTarget }) =>
            (draft.value = {
              ...draft.value,
              rule: { ...rule, kind: currentTarget.value as OwnRule['kind'] },
            })
          }
        >
          {OWN_RULES.map((kind) => (
            <option key={kind} value={kind}>
              {ruleName(kind)}
            </option>
          ))}
        </select>
      </label>
      {needsText(rule.kind) && (
        <label class="field">
          <span>{t('own.words')}</span>
          <input
            type="text"
            lang="en"
            autocomplete="off"
            maxLength={MAX_RULE_TEXT}
            value={rule.text}
            onInput={({ currentTarget }) =>
              (draft.value = { ...draft.value, rule: { ...rule, text: currentTarget.value } })
            }
          />
        </label>
      )}
      {(duelOf(match)?.ownEvals ?? []).map((own, index) => (
        <OwnTest key={own.id} match={match} own={own} seed={index} />
      ))}
    </>
  );
}
