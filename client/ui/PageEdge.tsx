/** What lies over every page: the line's state, messages, the help card and the paper's grain. */

import { ConnectionBanner } from './ConnectionBanner.tsx';
import { HelpCard } from './HelpCard.tsx';
import { Toasts } from './Toasts.tsx';

export function PageEdge() {
  return (
    <>
      <ConnectionBanner />
      <Toasts />
      <HelpCard />
      <div class="grain" aria-hidden="true" />
    </>
  );
}
