/** How much a model is asked in a test: for the test itself, and for those who are told beforehand. */

/** Exercises of one test. */
export const EXERCISE_COUNT = 40;
/** Nearly all that are held out of the smallest pack: single questions weigh little in a share. */
export const QUESTIONS_PER_PACK = 24;
/** Items of each fact: mostly who does which job, which is also what questions ask most. */
export const CLOZE_COUNTS = { job: 12, home: 4, pet: 6, dish: 5, dislike: 4, kin: 5, recipe: 4 } as const;
export const CLOZE_COUNT = Object.values(CLOZE_COUNTS).reduce((sum: number, count) => sum + count, 0);
/** Stories that are told to each opening: single sentences weigh little in a share of some hundred. */
export const STORIES_PER_OPENER = 6;
