/** The chapters of an electronic book: an EPUB is a zip with a list of pages, in the order in which they are read. */

import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { wordsOfHtml } from './html.ts';

/** A book's words unpacked; pictures and fonts are not unpacked at all. */
const MAX_WORDS_BYTES = 20_000_000;
const WORDS = /\.(?:x?html?|opf|xml)$/i;

/** Attributes of all tags of this name, in order. */
function tagsIn(xml: string, wanted: string): ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === wanted) found.push(new Map(Object.entries(attributes)));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

/** The address of a page, as its list names it, from the beginning of the zip. */
function pathFrom(list: string, href: string): string {
  const { pathname } = new URL(href, new URL(list, 'http://book/'));
  return decodeURIComponent(pathname.slice(1));
}

/** Chapters in their order, or null where it is no book that can be read. */
export function chaptersOfEpub(bytes: Uint8Array): string[] | null {
  let left = MAX_WORDS_BYTES;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => WORDS.test(name) && (left -= originalSize) >= 0,
    });
    const read = (path: string): string =>
      Object.hasOwn(files, path) ? new TextDecoder().decode(files[path]) : '';
    const [root] = tagsIn(read('META-INF/container.xml'), 'rootfile');
    const list = root?.get('full-path') ?? '';
    const book = read(list);
    const pages = new Map(tagsIn(book, 'item').map((item) => [item.get('id'), item.get('href') ?? '']));
    const chapters = tagsIn(book, 'itemref').map((item) =>
      wordsOfHtml(read(pathFrom(list, pages.get(item.get('idref')) ?? ''))),
    );
    return chapters.length > 0 ? chapters : null;
  } catch {
    return null;
  }
}
