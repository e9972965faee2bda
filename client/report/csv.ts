/** A table as a file that spreadsheets open rightly in every country: no number has a decimal mark, and no text is taken for a formula. */

/** Numbers are rounded to whole ones: a point or a comma in them would mean something else in another country. */
export type Cell = string | number | null;

/** What stands between two cells; which of them a spreadsheet expects depends on the country it is set to. */
export type Separator = ',' | ';';

/** The separator that spreadsheets use where numbers are written so: where the comma is taken, it is the semicolon. */
export function separatorFor(locales?: string): Separator {
  const parts = new Intl.NumberFormat(locales).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/** What makes a cell a formula at its beginning, in wide letters too. */
const FORMULA = '=+\\-@\uff1d\uff0b\uff0d\uff20';
/** A cell may begin after any separator: whoever picks the wrong one must not run a formula either. */
const BEGINS_FORMULA = new RegExp(`(^|[,;|])( ?)(?=[${FORMULA}])`, 'g');
/** Spreadsheets make dates and numbers of such. */
const LOOKS_LIKE_NUMBER = /^[\d.,:/ %eE-]+$/;

/** In one line; an apostrophe at its beginning tells a spreadsheet that it is text. */
function textCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const safe = LOOKS_LIKE_NUMBER.test(line) ? `'${line}` : line.replace(BEGINS_FORMULA, "$1$2'");
  return `"${safe.replaceAll('"', '""')}"`;
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return textCell(cell);
  return cell === null || !Number.isFinite(cell) ? '' : String(Math.round(cell));
}

/** The whole file. Its first sign tells spreadsheets that it is UTF-8. */
export function csvOf(rows: readonly (readonly Cell[])[], separator: Separator): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(separator)}\r\n`).join('')}`;
}
