/** Says so when the clock took what lay on the lab's sliders, though nobody had proposed it. */

import { t } from '../i18n/t.ts';
import type { Session } from '../session/session.ts';

export function startLastWord(owner: Session): void {
  let told: number | null = null;
  owner.watch(() => {
    const taken = owner.standpoint.value?.team.own?.takenUnsaid.length;
    if (taken === undefined) return;
    if (told !== null && taken > told) owner.toasts.show(t('proposal.lastWord'));
    told = taken;
  });
}
