/** Tables of text: rows of CSV or of JSON lines, of which one column is read. */

import Papa from 'papaparse';

export interface Table {
  columns: string[];
  rows: Readonly<Record<string, string>>[];
}

export type TableRead = { ok: true; table: Table } | { ok: false; line: number };

/** Longer than the name of a column. */
const LONGEST_NAME = 60;

const isNamed = (row: readonly string[]): boolean =>
  row.every((cell) => cell.trim() !== '' && cell.length <= LONGEST_NAME) && new Set(row).size === row.length;

/** The first row names the columns, unless it can't; then they are counted. */
export function readCsv(text: string): Table {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const width = Math.max(0, ...data.map(({ length }) => length));
  const [first] = data;
  const hasRest = data.length > 1 || width > 1;
  const hasNames = first !== undefined && hasRest && first.length === width && isNamed(first);
  const columns = hasNames ? first : Array.from({ length: width }, (_, at) => String(at + 1));
  const rows = (hasNames ? data.slice(1) : data).map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])),
  );
  return { columns, rows };
}

/** What lines without fields are read into. */
const WHOLE_LINE = 'text';

/** Each line is a string or an object; what is no string in it is no text. */
export function readJsonLines(text: string): TableRead {
  const rows: Map<string, string>[] = [];
  const columns = new Set<string>();
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return { ok: false, line: at + 1 };
    }
    const fields = typeof value === 'string' ? { [WHOLE_LINE]: value } : value;
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      return { ok: false, line: at + 1 };
    const texts = Object.entries(fields).flatMap(([name, field]): [string, string][] =>
      typeof field === 'string' ? [[name, field]] : [],
    );
    for (const [name] of texts) columns.add(name);
    rows.push(new Map(texts));
  }
  const names = [...columns];
  return {
    ok: true,
    table: {
      columns: names,
      rows: rows.map((row) => Object.fromEntries(names.map((name) => [name, row.get(name) ?? '']))),
    },
  };
}

export function textsIn({ rows }: Table, column: string): string[] {
  return rows
    .map((row) => (Object.hasOwn(row, column) ? row[column] : ''))
    .filter((cell) => cell.trim() !== '');
}

/** The column with the most text; null where there is none at all. */
export function fullestColumn(table: Table): string | null {
  const lengthOf = (column: string): number => textsIn(table, column).join('').length;
  const [fullest] = table.columns.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return fullest !== undefined && lengthOf(fullest) > 0 ? fullest : null;
}
