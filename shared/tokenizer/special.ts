/** The special tokens: ids that no text encodes to. */

/** Ends every document. */
export const END = 0;
/** Opens a question in the chat template; first seen in fine-tuning. */
export const ASK = 1;
/** Opens the model's answer in the chat template. */
export const ANSWER = 2;
export const SPECIAL_COUNT = 3;
