/** The one source of the game's colors: read by Phaser scenes and tests, and mirrored by name in tokens.css. */

export type Theme = 'light' | 'dark';

/** Colors that words and papers use; every text color reaches 4.5:1 on every paper (contrast.test.ts). */
export interface Palette {
  paper: string;
  sheet: string;
  ink: string;
  muted: string;
  line: string;
  good: string;
  warn: string;
  bad: string;
  /** Text on a surface filled with `good`, `warn` or `bad`. */
  onSignal: string;
  /** The drawn outline: dark in both themes, since cut paper casts no light. */
  outline: string;
}

/** Paper stocks for scenery and props: never the color of text. */
export interface Stocks {
  sky: string;
  hill: string;
  hill2: string;
  wall: string;
  wall2: string;
  kraft: string;
  kraft2: string;
  brick: string;
  mustard: string;
  teal: string;
  plum: string;
  steel: string;
  steel2: string;
  glass: string;
  cream: string;
  blush: string;
}

export const PALETTE: Record<Theme, Palette> = {
  light: {
    paper: '#F7F2E8',
    sheet: '#FFFCF5',
    ink: '#1D2433',
    muted: '#5A6273',
    line: '#D9CFBC',
    good: '#0B7A52',
    warn: '#9A5200',
    bad: '#B3261E',
    onSignal: '#FFFFFF',
    outline: '#1D2433',
  },
  dark: {
    paper: '#1B2130',
    sheet: '#283042',
    ink: '#F6EFE2',
    muted: '#B4BCCB',
    line: '#465068',
    good: '#63CFA3',
    warn: '#F2B05E',
    bad: '#FF9A8D',
    onSignal: '#10141F',
    outline: '#0B0E16',
  },
};

export const STOCKS: Record<Theme, Stocks> = {
  light: {
    sky: '#CFE0DC',
    hill: '#A9C2AC',
    hill2: '#7FA38F',
    wall: '#EADCC0',
    wall2: '#DCC9A5',
    kraft: '#CFA873',
    kraft2: '#A87C4A',
    brick: '#D9825F',
    mustard: '#E8B544',
    teal: '#4E9A94',
    plum: '#8A5F86',
    steel: '#8E99A3',
    steel2: '#5C6873',
    glass: '#DDEBE6',
    cream: '#FBEBC2',
    blush: '#F6DCCB',
  },
  dark: {
    sky: '#3B4A63',
    hill: '#3C5358',
    hill2: '#33474B',
    wall: '#4A4656',
    wall2: '#3D3A4A',
    kraft: '#A98859',
    kraft2: '#7F5D38',
    brick: '#BF6F50',
    mustard: '#E2AF42',
    teal: '#42857F',
    plum: '#7C5679',
    steel: '#76818C',
    steel2: '#4B5661',
    glass: '#B5C6C4',
    cream: '#E6D6AE',
    blush: '#DDBFAE',
  },
};

/** The shapes teams wear; the order is the order in which teams are founded. */
export const TEAM_SHAPES = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'star',
  'hexagon',
  'cross',
  'drop',
] as const;

export type TeamShapeName = (typeof TEAM_SHAPES)[number];

/** A team's hue (Okabe and Ito, 2008: told apart with any color vision) and the text color that lies on it. */
export interface TeamHue {
  fill: string;
  onFill: string;
}

const DARK_TEXT = '#0B0E16';

export const TEAM_HUES: Record<Theme, Record<TeamShapeName, TeamHue>> = {
  light: {
    circle: { fill: '#E69F00', onFill: DARK_TEXT },
    square: { fill: '#F0E442', onFill: DARK_TEXT },
    triangle: { fill: '#D55E00', onFill: DARK_TEXT },
    diamond: { fill: '#56B4E9', onFill: DARK_TEXT },
    star: { fill: '#CC79A7', onFill: DARK_TEXT },
    hexagon: { fill: '#009E73', onFill: DARK_TEXT },
    cross: { fill: '#1D2433', onFill: '#FFFFFF' },
    drop: { fill: '#0072B2', onFill: '#FFFFFF' },
  },
  dark: {
    circle: { fill: '#E69F00', onFill: DARK_TEXT },
    square: { fill: '#F0E442', onFill: DARK_TEXT },
    triangle: { fill: '#E06A10', onFill: DARK_TEXT },
    diamond: { fill: '#56B4E9', onFill: DARK_TEXT },
    star: { fill: '#CC79A7', onFill: DARK_TEXT },
    hexagon: { fill: '#009E73', onFill: DARK_TEXT },
    /* Black paper would vanish on a dark table: the eighth hue turns to its own negative. */
    cross: { fill: '#D5DAE4', onFill: DARK_TEXT },
    drop: { fill: '#0072B2', onFill: '#FFFFFF' },
  },
};

/** The three voices: the house, people and documents, and (always mono) a model. */
export const FONTS = {
  title: 'Caprasimo, "Cooper Black", Rockwell, Georgia, "Liberation Serif", serif',
  read: '"Atkinson Hyperlegible", "Segoe UI", Helvetica, Arial, sans-serif',
  model: '"Space Mono", "DejaVu Sans Mono", Consolas, monospace',
} as const;

/** The theme the page shows now: `data-theme` on the root element wins over the system's wish. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A token's name as a CSS custom property: `hill2` becomes `--hill-2`, `onSignal` becomes `--on-signal`. */
export function cssName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d+)$/, '-$1')}`;
}

/** Every custom property of a theme with its color, as tokens.css must state it. */
export function cssTokens(theme: Theme): Record<string, string> {
  const entries = Object.entries({ ...PALETTE[theme], ...STOCKS[theme] }).map(([token, color]) => [
    cssName(token),
    color,
  ]);
  for (const shape of TEAM_SHAPES) {
    entries.push([`--team-${shape}`, TEAM_HUES[theme][shape].fill]);
    entries.push([`--on-team-${shape}`, TEAM_HUES[theme][shape].onFill]);
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Maps literal colors of the light theme (upper case) to the given theme; others stay, as documents stay white. */
export function recolorFor(theme: Theme): (literal: string) => string {
  const light: [string, string][] = Object.entries({ ...STOCKS.light, outline: PALETTE.light.outline });
  const shown: Record<string, string> = { ...STOCKS[theme], outline: PALETTE[theme].outline };
  const colors = new Map(light.map(([name, color]) => [color, shown[name]]));
  return (literal) => colors.get(literal) ?? literal;
}

/**
 * Contrast ratio of two `#RRGGBB` colors, 1 to 21 (WCAG 2.2, relative luminance).
 */
export function contrastRatio(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
