/** "What if?": a lab picks one of its decisions, guesses, and sees what came of a training with that one changed. */

import './what-if.css';
import { useSignal } from '@preact/signals';
import type { Change } from '../../../shared/game/changes.ts';
import { OUTCOMES, trialsOf, type Outcome } from '../../../shared/game/stages/debrief/verdict.ts';
import {
  MOST_ASKED,
  type ShownAnswer,
  type WhatIfView,
} from '../../../shared/game/stages/debrief/what-if.ts';
import type { ScoredKind } from '../../../shared/world/document.ts';
import { formatList } from '../../i18n/format.ts';
import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import { send, session } from '../../session/current.ts';
import { seatSignal } from '../../session/per-seat.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { useBusy } from '../decision.ts';
import { askedOf, changeWords, offerOf } from './what-if-words.ts';

const picked = seatSignal<Change | null>(null);
const guessed = seatSignal<Outcome | null>(null);
/** Questions whose answers this player looks at without a guess. */
const unguessed = seatSignal<readonly Change[]>([]);

interface GuessProps {
  name: string;
  value: Outcome | null;
  onChoose: (outcome: Outcome) => void;
}

function Guess({ name, value, onChoose }: GuessProps) {
  return (
    <>
      <Choice
        legend={t('whatIf.guess')}
        name={name}
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`whatIf.outcome.${outcome}`) }))}
        value={value}
        onChoose={onChoose}
      />
      {value === null && <p class="small">{t('whatIf.pickGuess')}</p>}
    </>
  );
}

/** How far the widest interval reaches on each side of the drawing. */
const reachOf = ({ low, high }: ShownAnswer): number => 1.1 * Math.max(Math.abs(low), Math.abs(high), 0.05);

/** The difference as a mark with its interval: better on the left of the middle, worse on the right. */
function Scale({ answer }: { answer: ShownAnswer }) {
  const reach = reachOf(answer);
  const along = (value: number): string => `${50 + (50 * value) / reach}%`;
  const { low, high, difference, outcome } = answer;
  return (
    <div class="what-if-scale" aria-hidden="true">
      <span>{t('whatIf.better')}</span>
      <span class={`what-if-track ${outcome}`}>
        <i style={{ left: along(low), width: `${(50 * (high - low)) / reach}%` }} />
        <b style={{ left: along(difference) }} />
      </span>
      <span>{t('whatIf.worse')}</span>
    </div>
  );
}

/** The kind of text whose guessing the change moved most. */
function mostMoved({ asWas, changed }: ShownAnswer): ScoredKind {
  const kinds = Object.keys(asWas.perKind) as ScoredKind[];
  const move = (kind: ScoredKind): number => Math.abs(changed.perKind[kind] - asWas.perKind[kind]);
  return kinds.reduce((most, kind) => (move(kind) > move(most) ? kind : most));
}

function Answer({ change, answer }: { change: Change; answer: ShownAnswer }) {
  const { outcome, low, high, runs, asWas, changed } = answer;
  const kind = mostMoved(answer);
  const { share } = trialsOf(change);
  const near = (difference: number): string => guessWords(asWas.bitsPerByte + difference);
  return (
    <>
      <p>
        <b data-testid="what-if-outcome">{t(`whatIf.found.${outcome}`)}</b>
      </p>
      <Scale answer={answer} />
      <p>
        {t('whatIf.figures', {
          asWas: guessWords(asWas.bitsPerByte),
          changed: guessWords(changed.bitsPerByte),
        })}{' '}
        {t('whatIf.kind', {
          kind: t(`kind.${kind}`).toLowerCase(),
          before: guessWords(asWas.perKind[kind]),
          after: guessWords(changed.perKind[kind]),
        })}
      </p>
      <p class="small">
        {t('whatIf.interval', { runs, low: near(low), high: near(high) })}{' '}
        {share < 1 ? t('whatIf.short', { parts: Math.round(1 / share) }) : t('whatIf.whole')}
      </p>
    </>
  );
}

function Asked({ standpoint, asked }: { standpoint: Standpoint; asked: WhatIfView }) {
  const { match, me, team } = standpoint;
  const { change, guesses, answer } = asked;
  const [busy, start] = useBusy();
  const own = useSignal<Outcome | null>(null);
  const guess = own.value;
  const { plans } = offerOf(match, team);
  if (!plans) return null;
  const mayLook = Object.hasOwn(guesses, me.id) || unguessed.value.includes(change);
  const said = match.players.flatMap(({ id, name }) => {
    const outcome = Object.hasOwn(guesses, id) ? guesses[id] : null;
    return outcome ? [t('whatIf.said', { name, guess: t(`whatIf.outcome.${outcome}`).toLowerCase() })] : [];
  });
  return (
    <Paper cut="slip" seed={change.length} class="what-if">
      <h3>{t('whatIf.title', { change: changeWords(plans, change) })}</h3>
      {mayLook ? (
        <>
          {said.length > 0 && <p class="small">{t('whatIf.guesses', { guesses: formatList(said) })}</p>}
          <div aria-live="polite">
            {answer === null && <p>{t('whatIf.training')}</p>}
            {answer === 'broken' && <p>{t('whatIf.broken')}</p>}
            {answer !== null && answer !== 'broken' && <Answer change={change} answer={answer} />}
          </div>
        </>
      ) : (
        <>
          <p>{t('whatIf.guessFirst')}</p>
          <Guess name={`guess-${change}`} value={guess} onChoose={(outcome) => (own.value = outcome)} />
          <div class="row">
            <Button
              testId="what-if-guess"
              disabled={busy.value || guess === null}
              onPress={() => start(async () => guess && send({ type: 'debrief/guess', change, guess }))}
            >
              {t('whatIf.sendGuess')}
            </Button>
            <Button tone="plain" onPress={() => (unguessed.value = [...unguessed.value, change])}>
              {t('whatIf.noGuess')}
            </Button>
          </div>
        </>
      )}
    </Paper>
  );
}

/** What may still be asked. */
function Question({ standpoint }: { standpoint: Standpoint }) {
  const { match, team } = standpoint;
  const [busy, start] = useBusy();
  const { plans, offered, isShapeLeftOut } = offerOf(match, team);
  const asked = askedOf(team);
  const open = offered.filter((change) => !asked.some((one) => one.change === change));
  const change = open.find((one) => one === picked.value) ?? open[0];
  const guess = guessed.value;
  const left = MOST_ASKED - asked.length;
  if (!plans || !change) return <p>{t('whatIf.nothing')}</p>;
  if (left <= 0) return <p>{t('whatIf.allAsked', { most: MOST_ASKED })}</p>;
  /** The next question waits for a guess of its own. */
  const ask = async (outcome: Outcome): Promise<void> => {
    const own = guessed.of(session.peek());
    const reply = await send({ type: 'debrief/what-if', change, guess: outcome });
    if (reply.ok) own.value = null;
  };
  return (
    <>
      <p>{t('whatIf.lead')}</p>
      <label class="field">
        <span>{t('whatIf.pick')}</span>
        <select
          class="select"
          data-testid="what-if-pick"
          value={change}
          onChange={({ currentTarget }) => {
            picked.value = currentTarget.value as Change;
            guessed.value = null;
          }}
        >
          {open.map((one) => (
            <option key={one} value={one}>
              {changeWords(plans, one)}
            </option>
          ))}
        </select>
      </label>
      <Guess name="what-if" value={guess} onChoose={(outcome) => (guessed.value = outcome)} />
      <Button
        testId="what-if-ask"
        disabled={busy.value || guess === null || asked.some(({ answer }) => answer === null)}
        onPress={() => guess && start(() => ask(guess))}
      >
        {t('whatIf.ask', { left })}
      </Button>
      {isShapeLeftOut && <p class="small">{t('whatIf.shape')}</p>}
    </>
  );
}

export function WhatIf({ standpoint }: { standpoint: Standpoint }) {
  const { team } = standpoint;
  const results = team.debrief?.results;
  if (!results) return <p>{t('debrief.waiting')}</p>;
  return (
    <section class="what-ifs">
      <Question standpoint={standpoint} />
      <p class="small">{t('whatIf.match', { guess: guessWords(results.pretrained.bitsPerByte) })}</p>
      {askedOf(team)
        .toReversed()
        .map((asked) => (
          <Asked key={asked.change} standpoint={standpoint} asked={asked} />
        ))}
    </section>
  );
}
