/** Why a store can't be opened, as a sentence for whoever starts the server. */
export class StoreError extends Error {}
