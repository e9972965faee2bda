/** Short stories with a thread: somebody wants something, something gets in the way, and it ends somehow. */

import type { Random } from '../random.ts';
import { castStory, type Plot } from './plot.ts';
import { JOURNEY_PLOTS } from './plots-journeys.ts';
import { PEOPLE_PLOTS } from './plots-people.ts';
import { TROUBLE_PLOTS } from './plots-trouble.ts';
import { fill, type Slots } from './template.ts';
import type { World } from './types.ts';

const PLOTS: readonly Plot[] = [...TROUBLE_PLOTS, ...PEOPLE_PLOTS, ...JOURNEY_PLOTS];

/** One plot's beats with a fixed cast. */
function tellPlot(plot: Plot, slots: Slots, random: Random): string {
  return plot.beats.map((beat) => fill(random.pick(beat), slots)).join(' ');
}

/** The plots that are told in this world. */
export function plotsOf(world: World): Plot[] {
  return PLOTS.filter((plot) => world.plots.includes(plot.name));
}

/** How one story of each of the world's plots begins: its first few words, for a model to go on from. */
export function storyOpenings(world: World, random: Random, wordCount: number): string[] {
  return plotsOf(world).map((plot) =>
    fill(random.pick(plot.beats[0]), castStory(world, random)).split(' ').slice(0, wordCount).join(' '),
  );
}

/** Next story. */
export function storyGenerator(world: World, random: Random): () => string {
  const plots = plotsOf(world);
  return () => tellPlot(random.pick(plots), castStory(world, random), random);
}
