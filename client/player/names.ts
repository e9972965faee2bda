/** Fun names to start from, so that nobody has to think of one. */

const FIRST = [
  'Captain',
  'Doctor',
  'Auntie',
  'Uncle',
  'Sir',
  'Lady',
  'Professor',
  'Agent',
  'Baron',
  'Cousin',
  'Grand',
  'Tiny',
] as const;
const LAST = [
  'Biscuit',
  'Pickle',
  'Mango',
  'Noodle',
  'Teapot',
  'Walnut',
  'Pudding',
  'Turnip',
  'Pebble',
  'Muffin',
  'Badger',
  'Otter',
  'Puffin',
  'Button',
  'Ginger',
  'Waffle',
] as const;

/** A name from two chances in 0..1: short enough for every label. */
export function suggestName(first: number, last: number): string {
  return `${FIRST[Math.floor(first * FIRST.length)]} ${LAST[Math.floor(last * LAST.length)]}`;
}
