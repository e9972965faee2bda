/** Files that a host may bring: read into documents, or refused with the one thing that is wrong. */

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from './limits.ts';
import { readFile, type FileRead } from './read-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
/** Longer than any column's name. */
const LONG = 'The rain is a guest that walks on the roof with a thousand feet.';
const documentsIn = (read: FileRead): string[] => (read.ok ? read.documents : [read.problem]);

/** Its list names the chapters in another order than they are read in. */
const BOOK = zipSync({
  'META-INF/container.xml': strToU8(
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/list.opf"/></rootfiles></container>',
  ),
  'book/list.opf': strToU8(
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="b" href="two.xhtml"/><item id="a" href="ch/one%201.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
  ),
  'book/two.xhtml': strToU8('<html><body><p>Second.</p></body></html>'),
  'book/ch/one 1.xhtml': strToU8('<html><body><p>First &amp; best.</p></body></html>'),
});

const PAGE = `<!doctype html><head><title>T</title></head><script>window.ran = 1</script><style>p{}</style>
<h1>Rain</h1><p>It   falls,<br>it <b>walks</b>.<p>&lt;b&gt; stays</p><img src=x onerror="ran = 1"><nav>Home</nav>`;

describe('a file of the class', () => {
  it('is a book, whose chapters come in their order', () => {
    expect(documentsIn(readFile('a.epub', BOOK)).map((chapter) => chapter.trim())).toEqual([
      'First & best.',
      'Second.',
    ]);
  });

  it('is a page, of which only the writing is read', () => {
    const [words] = documentsIn(readFile('a.html', utf8(PAGE)));
    expect(
      words
        .split(/\n\n+/)
        .map((part) => part.trim())
        .filter(Boolean),
    ).toEqual(['Rain', 'It falls,\nit walks.', '<b> stays']);
  });

  it.each([
    ['a note in UTF-8', 'a.txt', utf8('Ñandú. Straße.'), ['Ñandú. Straße.']],
    ['one with a mark at its beginning', 'a.txt', utf8('\ufeffRain.'), ['Rain.']],
    ['one in UTF-16', 'a.txt', wide('Ñandú.'), ['Ñandú.']],
    [
      'the fullest column of a table',
      'a.csv',
      utf8('day,poem\n1,"Rain,\nrain"\n2,Snow'),
      ['Rain,\nrain', 'Snow'],
    ],
    ['a table without names', 'a.csv', utf8(`${LONG}\nSnow`), [LONG, 'Snow']],
    ['a table by tabs', 'a.tsv', utf8('day\tpoem\n1\tRain falls'), ['Rain falls']],
    [
      'lines of JSON',
      'a.jsonl',
      utf8('{"poem":"Rain falls","day":1}\n\n{"poem":"Snow"}\n'),
      ['Rain falls', 'Snow'],
    ],
    ['lines that are strings', 'a.jsonl', utf8('"Rain"\n"Snow"'), ['Rain', 'Snow']],
    [
      'names that objects have anyway',
      'a.jsonl',
      utf8('{"constructor":"Rain"}\n{"__proto__":"Snow"}'),
      ['Rain'],
    ],
  ])('is read: %s', (_what, name, bytes, documents) => {
    expect(documentsIn(readFile(name, bytes))).toEqual(documents);
  });

  it.each([
    [
      'in an old encoding',
      'a.txt',
      new Uint8Array(Buffer.from('Straße, señor', 'latin1')),
      { problem: 'encoding' },
    ],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0, 0xff, 0xfe, 0]), { problem: 'binary' }],
    ['a PDF', 'a.txt', utf8('%PDF-1.7 obj'), { problem: 'binary' }],
    ['of 50 MB', 'a.txt', new Uint8Array(50_000_000), { problem: 'file_too_big' }],
    ['a zip that is no book', 'a.epub', utf8('PK\u0003\u0004 nothing'), { problem: 'no_book' }],
    ['with a broken line', 'a.jsonl', utf8('{"a":"Rain"}\n{"a":'), { problem: 'bad_line', line: 2 }],
    ['with a line that is a number', 'a.jsonl', utf8('{"a":"Rain"}\n17'), { problem: 'bad_line', line: 2 }],
    ['a table of nothing', 'a.csv', utf8('day,poem\n,\n ,'), { problem: 'empty_column' }],
    ['empty lines of JSON', 'a.jsonl', utf8('{"day":1}'), { problem: 'empty_column' }],
  ])('is refused: %s', (_what, name, bytes, problem) => {
    expect(readFile(name, bytes)).toMatchObject({ ok: false, ...problem });
  });

  it('has the column that is asked for, and says so where that is empty', () => {
    const bytes = utf8('title,poem,note\nRain,Rain is a guest,\nSnow,Snow is a sheet,');
    expect(documentsIn(readFile('a.csv', bytes, 'title'))).toEqual(['Rain', 'Snow']);
    expect(readFile('a.csv', bytes, 'note')).toEqual({
      ok: false,
      problem: 'empty_column',
      columns: ['title', 'poem', 'note'],
      column: 'note',
    });
  });

  it('is as long as it may be at most', () => {
    expect(readFile('a.txt', utf8('r'.repeat(MAX_FILE_BYTES))).ok).toBe(true);
    expect(readFile('a.txt', utf8('r'.repeat(MAX_FILE_BYTES + 1))).ok).toBe(false);
  });
});
