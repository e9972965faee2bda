/** Cut paper behind words: a stretched outline, never quite square, with the one soft shadow. */

import type { ComponentChildren, JSX } from 'preact';

/** Corners in percent of the box; several cuts of each, so that neighbours differ. */
const CUTS = {
  sheet: [
    'M.7.5 99.4 0 100 99.5 52 100 0 99.3Z',
    'M.2 0 99.8.6 99.3 99.6 48 99.2.6 100Z',
    'M0 .7 60 0 100 .4 99.6 99.3.4 99.9Z',
  ],
  slip: [
    'M.8 2.500 99.5 0 100 97 55 100 0 97.5Z',
    'M0 1.500 99 3 99.6 99.3.7 98Z',
    'M1 0 100 2 99 98.500 40 97.5.3 100Z',
  ],
  slab: [
    'M.8 5 99.3.5 100 95 60 99.500 0 97Z',
    'M0 2 99.500 4 99.2 99 .5 96Z',
    'M.5 0 100 3.500 99.4 97 42 95.500 0 99.500Z',
  ],
  signpost: ['M0 4 93 1 100 51 92.500 98 .6 97Z'],
  tab: ['M4 6 96 2 100 100 0 100Z'],
} as const;

type PaperCut = keyof typeof CUTS;

export interface PaperBackProps {
  cut?: PaperCut;
  /** Any number; picks one of the hand-made cuts. */
  seed?: number;
  fill?: string;
}

/** Only the paper: lies behind the words of its (positioned, isolated) parent. */
export function PaperBack({ cut = 'sheet', seed = 0, fill = 'var(--sheet)' }: PaperBackProps) {
  const paths = CUTS[cut];
  return (
    <svg class="bg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={paths[Math.abs(seed) % paths.length]} fill={fill} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

export interface PaperProps extends PaperBackProps {
  class?: string;
  style?: JSX.CSSProperties;
  children: ComponentChildren;
}

/** A box of words on cut paper. */
export function Paper({ cut, seed, fill, class: className = '', style, children }: PaperProps) {
  return (
    <div class={`paper ${className}`} style={style}>
      <PaperBack cut={cut} seed={seed} fill={fill} />
      {children}
    </div>
  );
}
