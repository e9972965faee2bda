/** The words of a web page, read tag by tag: no page is made of it, so nothing in it runs and nothing is fetched. */

import { Parser } from 'htmlparser2';

/** What stands in these is no writing, or not the page's own. */
const UNREAD = new Set(
  'script style noscript template svg iframe object head nav form select button'.split(' '),
);
/** Around each of these a new paragraph begins. */
const BLOCKS = new Set(
  'p div section article header footer main aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd tr table blockquote figure figcaption pre hr'.split(
    ' ',
  ),
);

export function wordsOfHtml(html: string): string {
  let words = '';
  let unread = 0;
  let preformatted = 0;
  const step = (tag: string, by: 1 | -1): void => {
    if (UNREAD.has(tag)) unread += by;
    if (tag === 'pre') preformatted += by;
    if (tag === 'br' && by > 0) words += '\n';
    if (BLOCKS.has(tag)) words += '\n\n';
  };
  const parser = new Parser({
    onopentagname: (tag) => step(tag, 1),
    onclosetag: (tag) => step(tag, -1),
    ontext(text) {
      if (unread === 0) words += preformatted > 0 ? text : text.replace(/\s+/gu, ' ');
    },
  });
  parser.end(html);
  return words;
}
