/**
 * Keeps the place of whoever goes by keyboard: where what had the focus goes away, what came in its place gets it, a question before
 * all else. Without this the focus falls to the page, and a reader of screens begins at its top.
 */

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';
const QUESTION = '[role="alertdialog"]';

/** What lies around an element, from the inside out, each with the place among its children that leads there. */
type Way = { around: Element; at: number }[];

function wayTo(element: Element): Way {
  const way: Way = [];
  for (let child = element; child.parentElement; child = child.parentElement)
    way.push({ around: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  return way;
}

function firstIn(element: Element | undefined): HTMLElement | null {
  if (!element) return null;
  return element.matches(REACHABLE)
    ? (element as HTMLElement)
    : element.querySelector<HTMLElement>(REACHABLE);
}

/** What is nearest to a place whose element is gone. The answer that changes nothing is the last one of a question. */
function nearest(way: Way): HTMLElement | null {
  for (const { around, at } of way) {
    if (!around.isConnected) continue;
    const answers = around.querySelector(QUESTION)?.querySelectorAll<HTMLElement>('button') ?? [];
    const found = [...answers].at(-1) ?? firstIn(around.children[at]) ?? firstIn(around);
    if (found) return found;
  }
  return null;
}

/** Watches the focus for as long as the page lives. */
export function keepPlace(root: HTMLElement): void {
  let held: { element: Element; way: Way } | null = null;
  root.addEventListener('focusin', ({ target }) => {
    /* Whoever taps has no place to lose, and a field that took the focus would open a keyboard on the screen. */
    held =
      target instanceof Element && target.matches(':focus-visible')
        ? { element: target, way: wayTo(target) }
        : null;
  });
  new MutationObserver(() => {
    if (!held || held.element.isConnected) return;
    const { way } = held;
    held = null;
    if (document.activeElement === document.body) nearest(way)?.focus();
  }).observe(root, { childList: true, subtree: true });
}
