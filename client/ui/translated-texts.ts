/**
 * Keeps words live on a page that the browser translates. Translators put an element of their own in the place of a text
 * node; what the page then writes goes to a node that nobody sees, so a count stands still. Here the node comes back as
 * soon as its words change, and is translated anew.
 */

/** What Chrome, Edge and the usual extensions wrap a translation in. */
const TRANSLATION = 'FONT';

/** Watches all text below `root` for as long as the page lives. */
export function keepTextsLive(root: Node): void {
  const translations = new WeakMap<Node, ChildNode>();

  const changes = new MutationObserver((records) => {
    for (const { target } of records) {
      const translation = translations.get(target);
      translations.delete(target);
      if (translation?.isConnected) translation.replaceWith(target);
    }
  });

  const swaps = new MutationObserver((records) => {
    for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      const translation = [...addedNodes, previousSibling, nextSibling].find(
        (node) => node?.nodeName === TRANSLATION,
      );
      for (const node of translation ? removedNodes : []) {
        if (node.nodeType !== Node.TEXT_NODE || node.isConnected) continue;
        translations.set(node, translation as ChildNode);
        changes.observe(node, { characterData: true });
      }
    }
  });
  swaps.observe(root, { childList: true, subtree: true });
}
