/** Examples of carts in a yard. */
import { describe, expect, it } from 'vitest';
import { keepYours, park } from './parking.ts';

const box = { x: 0, y: 0, width: 800, height: 400 };
const cart = { ratio: 1.5, minWidth: 100, maxWidth: 180, gap: 20 };

describe('park', () => {
  it('gives one cart its full size, in the middle of the bottom row', () => {
    expect(park(1, box, cart)).toEqual({ width: 180, places: [{ x: 310, y: 130 }] });
  });

  it('makes carts smaller before it leaves any out, and none overlap', () => {
    const { width, places } = park(10, box, cart);
    expect(places).toHaveLength(10);
    expect(width).toBeLessThan(180);
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= width || Math.abs(a.y - b.y) >= width * 1.5).toBe(true);
      }
    }
  });

  it('leaves out what has no room at the smallest size', () => {
    const { width, places } = park(60, box, cart);
    expect(width).toBe(100);
    expect(places).toHaveLength(12);
  });

  it('has no places for nothing', () => expect(park(0, box, cart).places).toEqual([]));
});

describe('keepYours', () => {
  const isYours = (name: string): boolean => name === 'you';

  it('shows the first that fit', () =>
    expect(keepYours(['a', 'you', 'b'], 2, isYours)).toEqual(['a', 'you']));

  it('never leaves you out', () =>
    expect(keepYours(['a', 'b', 'c', 'you'], 2, isYours)).toEqual(['a', 'you']));

  it('shows strangers only where you have nothing there', () =>
    expect(keepYours(['a', 'b'], 1, isYours)).toEqual(['a']));
});
