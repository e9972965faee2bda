/** How much time one press gives a stage, wherever a host may press. */

export const EXTENSION_SECONDS = 60;
