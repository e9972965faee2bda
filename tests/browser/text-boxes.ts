/** Finds, on the page it runs in, words that lie on other words or are cut off: by their boxes, line by line. */

interface Line {
  node: Text;
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Runs in the page, so it is whole in itself. Returns one sentence for each trouble. */
export function findTextTrouble(): string[] {
  /** Letters fill the middle of their line's box: above and below is room for accents. */
  const INK_MARGIN = 0.22;
  const TOLERANCE_PX = 1.5;
  const modal = document.querySelector('dialog[open]');
  const found: string[] = [];
  const lines: Line[] = [];

  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';

  /** The part of a line that can be seen; null where nothing can. A line that can't be scrolled to is a trouble. */
  function visiblePart(line: Line): Line | null {
    const seen = { ...line };
    let cutBy = '';
    for (let box = line.node.parentElement; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (box.classList.contains('unseen')) return null;
      const bounds = box.getBoundingClientRect();
      const name = `${box.tagName.toLowerCase()}.${box.getAttribute('class') ?? ''}`;
      if (style.overflowX !== 'visible') {
        const isCut = seen.left < bounds.left - TOLERANCE_PX || seen.right > bounds.right + TOLERANCE_PX;
        if (isCut && !scrolls(style.overflowX)) cutBy = name;
        seen.left = Math.max(seen.left, bounds.left);
        seen.right = Math.min(seen.right, bounds.right);
      }
      if (style.overflowY !== 'visible') {
        const ink = INK_MARGIN * (line.bottom - line.top);
        const isCut = seen.top < bounds.top - ink || seen.bottom > bounds.bottom + ink;
        if (isCut && !scrolls(style.overflowY)) cutBy = name;
        seen.top = Math.max(seen.top, bounds.top);
        seen.bottom = Math.min(seen.bottom, bounds.bottom);
      }
      /* What is scrolled away is out of sight, but not lost. */
      if (seen.bottom - seen.top < 1) break;
      /* What a dialog lies in cuts nothing off it. */
      if (box === modal) break;
    }
    if (cutBy !== '') found.push(`"${line.words}" is cut off by ${cutBy}`);
    return seen.right - seen.left > 1 && seen.bottom - seen.top > 1 ? seen : null;
  }

  const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || node.data.trim() === '' || parent.closest('script, style, noscript, option, title'))
      continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const line = visiblePart({ node, words: node.data.trim().slice(0, 40), left, right, top, bottom });
      if (line) lines.push(line);
    }
  }

  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      if (a.node === b.node) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const [marginA, marginB] = [a, b].map(({ top, bottom }) => (bottom - top) * INK_MARGIN);
      const down =
        Math.min(a.bottom - marginA, b.bottom - marginB) - Math.max(a.top + marginA, b.top + marginB);
      if (across > TOLERANCE_PX && down > TOLERANCE_PX) found.push(`"${a.words}" lies on "${b.words}"`);
    }
  });
  return [...new Set(found)];
}
