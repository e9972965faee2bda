/** One lab's story: what it chose, what came out for each kind of text, and the strings between the two. */

import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { KIND_STOCK } from '../kind-colors.ts';
import { alignPlanWords, dataPlanWords, fineTunePlanWords, scalePlanWords } from '../plan-words.ts';
import { kindResults } from './rank.ts';
import { strings } from './strings.ts';

/** How the model was aligned, and whether that was kept. */
function alignWords({ plans, alignment }: NonNullable<TeamView['debrief']>): string {
  const { trained, pairsUsed } = alignment;
  if (!trained) return t('debrief.alignNone');
  const plan = alignPlanWords({ kind: 'train', ...trained });
  return t(plans.align?.kind === 'undo' ? 'debrief.alignUndone' : 'debrief.alignKept', {
    plan,
    pairs: pairsUsed,
  });
}

function Choices({ team }: { team: TeamView }) {
  const plans = team.debrief?.plans;
  if (!plans) return null;
  const byClock = (stage: 'data' | 'scale' | 'fine-tune' | 'align'): string =>
    team.defaulted.includes(stage) ? ` (${t('plan.decidedDefault')})` : '';
  return (
    <dl class="chosen-plans">
      {plans.data && (
        <div>
          <dt>{t('debrief.choseData')}</dt>
          <dd>
            {dataPlanWords(plans.data)}
            {byClock('data')}
          </dd>
        </div>
      )}
      {plans.scale && (
        <div>
          <dt>{t('debrief.choseScale')}</dt>
          <dd>
            {scalePlanWords(plans.scale, plans.data?.vocabSize ?? 512, team.debrief?.prepared?.parameters)}
            {byClock('scale')}
          </dd>
        </div>
      )}
      {plans['fine-tune'] && (
        <div>
          <dt>{t('debrief.choseFineTune')}</dt>
          <dd>
            {fineTunePlanWords(plans['fine-tune'])}
            {byClock('fine-tune')}
          </dd>
        </div>
      )}
      {team.debrief && plans.align && (
        <div>
          <dt>{t('debrief.choseAlign')}</dt>
          <dd>
            {alignWords(team.debrief)}
            {byClock('align')}
          </dd>
        </div>
      )}
    </dl>
  );
}

export function TeamStory({ match, team }: { match: MatchView; team: TeamView }) {
  const results = kindResults(team);
  const most = Math.max(...results.map((result) => result.bitsPerByte), 0.1);
  return (
    <section>
      <h2>{t('debrief.chose')}</h2>
      <Choices team={team} />
      <h2>{t('debrief.perKind')}</h2>
      <ul class="bars">
        {results.map(({ kind, percent, bitsPerByte }) => (
          <li
            key={kind}
            aria-label={t('debrief.barTwin', {
              kind: t(`kind.${kind}`),
              guess: guessWords(bitsPerByte),
              share: percent,
            })}
          >
            <span>{t(`kind.${kind}`)}</span>
            <span class="bar-track">
              <i style={{ width: `${(100 * bitsPerByte) / most}%`, background: KIND_STOCK[kind] }} />
              <b>{guessWords(bitsPerByte)}</b>
            </span>
            <span class="small">{t('debrief.shareOfReading', { share: percent })}</span>
          </li>
        ))}
      </ul>
      <h2>{t('debrief.strings')}</h2>
      <ul class="strings">
        {strings(match, team).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
