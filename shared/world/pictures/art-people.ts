/**
 * People in letters: each letter is a pixel with a part to play (see `PARTS` in parts.ts), a dot is none. What a folk wears
 * changes the rows of the figure; what people do is seen by what they hold.
 */

/** From hat to boots; the coat is `o`, the legs `p`. */
const FIGURE: readonly string[] = [
  '...###...',
  '..#ccc#..',
  '.#ccccc#.',
  '#ccccccc#',
  '.#hsssh#.',
  '.#sksks#.',
  '.#sssss#.',
  '..#####..',
  '.#ooooo#.',
  '#sooooos#',
  '.#ooooo#.',
  '.#pp#pp#.',
  '.##...##.',
];

/** Rows of the figure by what the folk wears: one for each of the world's `CLOTHES`. */
const WORN: Readonly<Record<string, (rows: readonly string[]) => string[]>> = {
  'tall hats': (rows) => [rows[0], rows[1], rows[1], rows[1], ...rows.slice(2)],
  'wide boots': (rows) => [...rows.slice(0, 11), '.#bb#bb#.', '#bbb#bbb#'],
  'long scarves': (rows) => [
    ...rows.slice(0, 7),
    '.#aaaaa#.',
    '.#aaooo#.',
    '#saaooos#',
    '.#aaooo#.',
    ...rows.slice(11),
  ],
  'striped socks': (rows) => [...rows.slice(0, 10), '.#rr#rr#.', '.#ww#ww#.', '.#rr#rr#.'],
  'green coats': (rows) => [
    ...rows.slice(0, 8),
    '.#ggggg#.',
    '#sgggggs#',
    '.#ggggg#.',
    '.#ggggg#.',
    ...rows.slice(12),
  ],
};

/** What a person of these jobs holds; every world has these four. */
const HELD: Readonly<Record<string, readonly string[]>> = {
  baker: ['.###.', '#aaa#', '#aba#', '#aaa#', '.###.'],
  mayor: ['.###.', '#yyy#', '#yky#', '#yyy#', '.###.', '.r.r.'],
  teacher: ['#####', '#mmm#', '#mwm#', '#mmm#', '#####'],
  doctor: ['..#..', '#####', '#wrw#', '#rrr#', '#wrw#', '#####'],
};

export const DRAWN_JOBS: readonly string[] = Object.keys(HELD);

/** Column and distance from the ground of what is held. */
const HAND_COLUMN = 8;
const HAND_HEIGHT = 1;

/** A person of a job in a folk's clothes, as rows of letters of equal length. Throws on clothes that aren't in the lexicon. */
export function personArt(job: string, clothes: string): string[] {
  const wear = WORN[clothes];
  if (!wear) throw new Error(`no picture of people with ${clothes}`);
  const rows = wear(FIGURE).map((row) => [...row.padEnd(HAND_COLUMN + 5, '.')]);
  const held = HELD[job];
  const top = rows.length - HAND_HEIGHT - held.length;
  held.forEach((letters, y) =>
    [...letters].forEach((letter, x) => {
      if (letter !== '.') rows[top + y][HAND_COLUMN + x] = letter;
    }),
  );
  return rows.map((row) => row.join(''));
}
