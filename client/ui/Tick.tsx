/** A box to tick whose state the server keeps. */

import { useKept } from './use-kept.ts';

export interface TickProps {
  label: string;
  isTicked: boolean;
  onTick: (isTicked: boolean) => Promise<{ ok: boolean }>;
}

export function Tick({ label, isTicked, onTick }: TickProps) {
  const [shown, tick] = useKept(isTicked, onTick);
  return (
    <label class="tick">
      <input type="checkbox" checked={shown} onChange={({ currentTarget }) => tick(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
