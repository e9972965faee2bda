/** Checks that tokens.css repeats tokens.ts, and that every text color can be read on every paper, in both themes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio, cssName, cssTokens, PALETTE, STOCKS, TEAM_HUES, TEAM_SHAPES } from './tokens.ts';
import type { Theme } from './tokens.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes: Theme[] = ['light', 'dark'];

/** The color declarations inside the block that follows `marker`. */
function declarations(marker: string): Record<string, string> {
  const start = css.indexOf(marker);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  const pairs = block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\s*;/gi);
  return Object.fromEntries([...pairs].map(([, name, color]) => [name, color.toUpperCase()]));
}

describe('tokens.css', () => {
  it('states the light theme as tokens.ts does', () => {
    expect(declarations(':root {')).toEqual(cssTokens('light'));
  });

  it('states the dark theme twice: when the system asks for it, and when the page does', () => {
    expect(declarations(":root:not([data-theme='light'])")).toEqual(cssTokens('dark'));
    expect(declarations(":root[data-theme='dark']")).toEqual(cssTokens('dark'));
  });

  it('writes names as CSS does', () => {
    expect(cssName('hill2')).toBe('--hill-2');
    expect(cssName('onSignal')).toBe('--on-signal');
  });
});

describe.each(themes)('contrast in the %s theme', (theme) => {
  const palette = PALETTE[theme];

  it.each(['ink', 'muted', 'good', 'warn', 'bad'] as const)('%s can be read on paper and sheet', (text) => {
    expect(contrastRatio(palette[text], palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(palette[text], palette.sheet)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['good', 'warn', 'bad'] as const)('text can be read on a button filled with %s', (fill) => {
    expect(contrastRatio(palette.onSignal, palette[fill])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(TEAM_SHAPES)('text can be read on the hue of the %s team', (shape) => {
    const hue = TEAM_HUES[theme][shape];
    expect(contrastRatio(hue.onFill, hue.fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('ink can be read on the walls it may be written on', () => {
    expect(contrastRatio(palette.ink, STOCKS[theme].wall)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(palette.ink, STOCKS[theme].wall2)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a color on itself', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21);
    expect(contrastRatio('#D55E00', '#D55E00')).toBe(1);
  });
});
