/** When two plans say the same. */

/** Plain data as one text in which the order of keys doesn't count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** True when two plans, with or without their stages, say the same. */
export function isSamePlan<Plan>(a: Plan, b: Plan): boolean {
  return canonical(a) === canonical(b);
}
