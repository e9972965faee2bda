/** The card that brings people in: its picture and its words name one address, the one that the host has chosen. */

import { toChildArray, type ComponentChildren, type VNode } from 'preact';
import { expect, it } from 'vitest';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { JoinCard } from './JoinCard.tsx';

/** All elements of a drawn card, with what stands in each. */
function elementsIn(children: ComponentChildren): VNode<Record<string, unknown>>[] {
  return toChildArray(children).flatMap((child) => {
    if (typeof child !== 'object') return [];
    const element = child as VNode<Record<string, unknown>>;
    return [element, ...elementsIn(element.props.children as ComponentChildren)];
  });
}

it('shows the chosen address in words, in the picture and to those who hear the page', () => {
  const match = { code: 'GOAT47', joinOrigins: ['http://192.168.1.7:2567', 'http://10.0.0.5:2567'] };
  const elements = elementsIn(JoinCard({ match: match as MatchView }));
  const picture = elements.find(({ type }) => type === 'img');
  expect(new URL(String(picture?.props.src), 'http://localhost').searchParams.get('origin')).toBe(
    'http://192.168.1.7:2567',
  );
  expect(picture?.props.alt).toMatch(/^http:\/\/192\.168\.1\.7:2567\/.*GOAT47/);
  const words = elements.find(({ props }) => props.class === 'address');
  expect(words?.props.children).toBe('192.168.1.7:2567');
});
