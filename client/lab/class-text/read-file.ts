/** Reads what a host brings, in the formats that text comes in, into documents; what can't be read is named. */

import { chaptersOfEpub } from './epub.ts';
import { wordsOfHtml } from './html.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { fullestColumn, readCsv, readJsonLines, textsIn, type Table } from './table.ts';

export type FileProblem = 'file_too_big' | 'encoding' | 'binary' | 'bad_line' | 'no_book' | 'empty_column';

export type FileRead =
  /** `columns` are those of a table, one of which was read; none of other files. */
  | { ok: true; documents: string[]; columns: string[]; column: string | null }
  | { ok: false; problem: FileProblem; line?: number; columns?: string[]; column?: string };

/** As a file's first bytes say, else UTF-8; null where it is neither. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readTable(table: Table, wanted: string | null): FileRead {
  const { columns } = table;
  const column = wanted ?? fullestColumn(table);
  const documents = column === null ? [] : textsIn(table, column);
  return documents.length === 0
    ? { ok: false, problem: 'empty_column', columns, column: column ?? columns[0] ?? '' }
    : { ok: true, documents, columns, column };
}

const startsWith = (bytes: Uint8Array, letters: string): boolean =>
  Array.from(letters).every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** Reads a file by what its name says it is; `column` is that of a table which is wanted, or null for the fullest. */
export function readFile(name: string, bytes: Uint8Array, column: string | null = null): FileRead {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, problem: 'file_too_big' };
  if (startsWith(bytes, 'PK')) {
    const chapters = chaptersOfEpub(bytes);
    return chapters
      ? { ok: true, documents: chapters, columns: [], column: null }
      : { ok: false, problem: 'no_book' };
  }
  const text = decode(bytes);
  if (text === null) return { ok: false, problem: bytes.includes(0) ? 'binary' : 'encoding' };
  if (startsWith(bytes, '%PDF')) return { ok: false, problem: 'binary' };
  switch (name.toLowerCase().split('.').at(-1)) {
    case 'csv':
    case 'tsv':
      return readTable(readCsv(text), column);
    case 'jsonl':
    case 'ndjson': {
      const read = readJsonLines(text);
      return read.ok ? readTable(read.table, column) : { ok: false, problem: 'bad_line', line: read.line };
    }
    case 'html':
    case 'htm':
    case 'xhtml':
      return { ok: true, documents: [wordsOfHtml(text)], columns: [], column: null };
    default:
      return { ok: true, documents: [text], columns: [], column: null };
  }
}
