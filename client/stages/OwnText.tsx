/** Federated training for a player: a text to train on that stays here, how much noise covers it, and what that has cost. */

import { t } from '../i18n/t.ts';
import { DELTA, epsilonOf, NOISE_LEVELS } from '../../shared/lm/federated/privacy-account.ts';
import type { Player } from '../../shared/game/match.ts';
import { LEAST_LETTERS, MAX_OWN_BYTES, OWN_SHARE } from '../../shared/data/own-text.ts';
import { addOwnText, noiseLevel, ownText, removeOwnText, spent } from '../lab/own-text.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Slider } from '../ui/Slider.tsx';
import { Term } from '../ui/Term.tsx';
import { useBusy } from './decision.ts';
import { OwnTextField } from './OwnTextField.tsx';
import { formatBytes, formatQuantity } from '../i18n/quantity.ts';

/** What is being typed; emptied as soon as the engine has it. */
const draft = seatSignal('');

/** Above these a promise of privacy counts for less, by custom of the field. */
export const STRONG_EPSILON = 1;
export const FAIR_EPSILON = 10;

/** How good a promise this epsilon is, as the end of a text key. */
function promiseOf(epsilon: number): 'strong' | 'fair' | 'weak' | 'none' {
  if (!Number.isFinite(epsilon)) return 'none';
  if (epsilon <= STRONG_EPSILON) return 'strong';
  return epsilon <= FAIR_EPSILON ? 'fair' : 'weak';
}

function Paste() {
  const [busy, start] = useBusy();
  const found = ownText.value;
  return (
    <>
      <OwnTextField draft={draft} />
      {found && !found.ok && (
        <p class="problem" role="alert">
          {t(`ownText.problem.${found.problem}`, {
            least: LEAST_LETTERS,
            most: MAX_OWN_BYTES,
          })}
        </p>
      )}
      <Button
        testId="own-text-add"
        disabled={busy.value}
        onPress={() =>
          start(async () => {
            const owner = session.peek();
            await addOwnText(owner, draft.peek());
            if (ownText.of(owner).peek()?.ok) draft.of(owner).value = '';
          })
        }
      >
        {busy.value ? t('ownText.adding') : t('ownText.add')}
      </Button>
    </>
  );
}

function Kept({ bytes, leftOut }: { bytes: number; leftOut: number }) {
  return (
    <Paper cut="slip" class="own-kept">
      <p role="status">
        {t('ownText.kept', { size: formatBytes(bytes), share: Math.round(100 * OWN_SHARE) })}
      </p>
      {leftOut > 0 && <p class="small">{t('ownText.leftOut', { count: leftOut })}</p>}
      <Button tone="plain" testId="own-text-remove" onPress={() => void removeOwnText(session.peek())}>
        {t('ownText.remove')}
      </Button>
    </Paper>
  );
}

/** How much noise covers what the player wrote, and the privacy spent so far. */
export function Privacy() {
  const level = noiseLevel.value;
  const { updates, tokens, rho } = spent.value;
  const epsilon = epsilonOf(rho, DELTA);
  return (
    <section class="own-privacy" aria-label={t('ownText.noise')}>
      <Slider
        label={t('ownText.noise')}
        value={NOISE_LEVELS.indexOf(level)}
        max={NOISE_LEVELS.length - 1}
        valueText={t(`ownText.noise.${level}`)}
        onInput={(index) => (noiseLevel.value = NOISE_LEVELS[index])}
      />
      <p class="small">{t(`ownText.noiseAbout.${level}`)}</p>
      {updates === 0 && <p class="small">{t('ownText.nothingSpent')}</p>}
      {updates > 0 && (
        <p class="small" data-testid="privacy-spent">
          {t('ownText.spent', { updates, tokens: formatQuantity(tokens) })}{' '}
          <b>
            {t('ownText.epsilon', {
              epsilon: Number.isFinite(epsilon) ? formatQuantity(epsilon) : t('ownText.endless'),
              delta: String(DELTA),
            })}
          </b>{' '}
          {t(`ownText.promise.${promiseOf(epsilon)}`, { fair: FAIR_EPSILON })}
        </p>
      )}
      <p class="small">
        <Term name="federated" /> · <Term name="epsilon" /> · <Term name="clipping" />
      </p>
    </section>
  );
}

export function OwnText({ members }: { members: readonly Player[] }) {
  const found = ownText.value;
  const count = members.filter(({ addsOwnText }) => addsOwnText).length;
  return (
    <div class="own-box">
      {found?.ok ? <Kept bytes={found.bytes} leftOut={found.leftOut} /> : <Paste />}
      {count > 0 && <p class="small">{t('ownText.team', { count })}</p>}
      <Privacy />
    </div>
  );
}
