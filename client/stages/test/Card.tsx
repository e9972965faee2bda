/** A model card: what went out, what it does better and worse, and who signed it; made from what was measured. */

import { testOf } from '../../../shared/game/stages/test/shown.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { cardLines } from './found.ts';

export function ModelCard({ team, seed = 1 }: { team: TeamView; seed?: number }) {
  const lines = cardLines(testOf(team), team.name, team.defaulted.includes('test'));
  return (
    <Paper cut="sheet" seed={seed} class="model-card">
      <h2>{t('test.cardOf', { team: team.name })}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Paper>
  );
}
