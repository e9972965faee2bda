/** The types of build.mjs, for its test. */

export function generateFiles(): Promise<{ path: string; text: string }[]>;
