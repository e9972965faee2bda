import { describe, expect, it } from 'vitest';
import { agreeing, OUTER_MOMENTUM, outerStep, type Contribution } from './outer-step.ts';

const change = (values: number[], tokens = 100): Contribution => ({
  delta: Float32Array.from(values),
  tokens,
});
const zero = new Float32Array(2);

describe('the outer step', () => {
  it("takes one worker's change as it is, to the bit, and forgets its velocity", () => {
    const weights = Float32Array.from([0.1, 0.2]);
    const delta = Float32Array.from([0.3, -0.7]);
    const step = outerStep(weights, [{ delta, tokens: 5 }], Float32Array.from([9, 9]));
    expect(step.weights).toEqual(weights.map((weight, i) => weight + delta[i]));
    expect(step.velocity).toBeNull();
  });

  it('averages by tokens', () => {
    const { velocity } = outerStep(zero, [change([1, 0], 300), change([0, 1], 100)], null);
    expect([...(velocity ?? [])]).toEqual([0.75, 0.25]);
  });

  it('looks ahead along its velocity (Nesterov)', () => {
    const first = outerStep(zero, [change([1, 0]), change([1, 0])], null);
    expect(first.weights[0]).toBeCloseTo(1 + OUTER_MOMENTUM);
    const second = outerStep(zero, [change([1, 0]), change([1, 0])], first.velocity);
    expect(second.weights[0]).toBeCloseTo(1 + OUTER_MOMENTUM * (1 + OUTER_MOMENTUM));
  });

  it('shortens a change that is much longer than the others', () => {
    const { velocity } = outerStep(zero, [change([1, 0]), change([1, 0]), change([90, 0])], null);
    expect(velocity?.[0]).toBeCloseTo((1 + 1 + 2) / 3);
  });
});

describe('agreement', () => {
  it('leaves out who points away from the others, however many tokens it claims', () => {
    const honest = [change([1, 0.4]), change([1, -0.4]), change([1, 0])];
    expect(agreeing([...honest, change([-1, 0], 250)])).toEqual([0, 1, 2]);
    expect(agreeing(honest)).toEqual([0, 1, 2]);
  });

  it('believes neither of two that contradict each other, and one that is alone', () => {
    expect(agreeing([change([1, 0]), change([-1, 0.1])])).toEqual([]);
    expect(agreeing([change([1, 0], 900), change([-1, 0.1])])).toEqual([0]);
    expect(agreeing([change([-1, 0])])).toEqual([0]);
    expect(agreeing([])).toEqual([]);
  });
});
