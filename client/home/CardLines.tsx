/** What a model card says, line by line. */

import type { ModelCard } from '../../shared/home/home-model.ts';

export function CardLines({ card }: { card: ModelCard }) {
  return (
    <dl class="chosen-plans">
      {card.lines.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
