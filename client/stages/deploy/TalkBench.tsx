/** What the product remembers of a talk: the choice, and how each way of it answers what is asked later, as far as it was tried. */

import {
  MEMORIES,
  WINDOW_TURNS,
  type DeployPlan,
  type Memory,
} from '../../../shared/game/stages/deploy/state.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { Choice } from '../../ui/Choice.tsx';
import { deployDraft } from './draft.ts';
import { triedOf } from './Measured.tsx';

const percent = (share: number): number => Math.round(100 * share);

/** One way of it, with everything else as it stands on the workbench. */
function Row({ shop, plan, memory }: { shop: ShopView; plan: DeployPlan; memory: Memory }) {
  const tried = triedOf(shop, { ...plan, memory, forgets: memory !== 'none' && plan.forgets });
  return (
    <tr class={memory === plan.memory ? 'chosen' : ''}>
      <th scope="row">{t(`deploy.memory.${memory}`)}</th>
      {tried ? (
        <>
          <td>{percent(tried.followShare)}&nbsp;%</td>
          <td>{percent(tried.recalledShare)}&nbsp;%</td>
          <td>{percent(tried.keptShare)}&nbsp;%</td>
          <td>{Math.round(tried.promptTokens)}</td>
        </>
      ) : (
        <td colSpan={4}>{t('deploy.memoryUntried')}</td>
      )}
    </tr>
  );
}

export function TalkBench({ locked, shop }: { locked: boolean; shop: ShopView }) {
  const plan = deployDraft.value;
  const change = (part: Partial<DeployPlan>): void => void (deployDraft.value = { ...plan, ...part });
  return (
    <>
      <Choice
        legend={t('deploy.memory')}
        name="memory"
        disabled={locked}
        options={MEMORIES.map((value) => ({ value, label: t(`deploy.memory.${value}`) }))}
        value={plan.memory}
        onChoose={(memory) => change({ memory, forgets: memory !== 'none' && plan.forgets })}
      />
      <p class="small">{t(`deploy.memoryMeaning.${plan.memory}`, { turns: WINDOW_TURNS })}</p>
      {plan.memory !== 'none' && (
        <>
          <Choice
            legend={t('deploy.forgets')}
            name="forgets"
            disabled={locked}
            options={[
              { value: 'off', label: t('deploy.forgets.off') },
              { value: 'on', label: t('deploy.forgets.on') },
            ]}
            value={plan.forgets ? 'on' : 'off'}
            onChoose={(value) => change({ forgets: value === 'on' })}
          />
          <p class="small">{t('deploy.forgetsMeaning')}</p>
        </>
      )}
      <table class="talk-table small">
        <caption>{t('deploy.memoryTable')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('deploy.row.followShare')}</th>
            <th scope="col">{t('deploy.row.recalledShare')}</th>
            <th scope="col">{t('deploy.row.keptShare')}</th>
            <th scope="col">{t('deploy.row.readTokens')}</th>
          </tr>
        </thead>
        <tbody>
          {MEMORIES.map((memory) => (
            <Row key={memory} shop={shop} plan={plan} memory={memory} />
          ))}
        </tbody>
      </table>
    </>
  );
}
