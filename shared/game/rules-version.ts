/** Which rules wrote a match down. To be raised whenever the same moves would make another match, or a match has another shape. */
export const RULES_VERSION = 10;
