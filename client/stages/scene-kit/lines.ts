/** Breaks a model's words into lines of a fixed-width face. */

/**
 * At most `lines` lines of at most `columns` characters, broken at spaces where there are any; what does not fit is
 * cut with an ellipsis.
 */
export function wrapLines(text: string, columns: number, lines: number): string[] {
  const wrapped: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > columns) {
      wrapped.push(line);
      line = '';
    }
    while (rest.length > columns) {
      wrapped.push(rest.slice(0, columns));
      rest = rest.slice(columns);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  kept[lines - 1] = `${kept[lines - 1].slice(0, columns - 1).trimEnd()}…`;
  return kept;
}
