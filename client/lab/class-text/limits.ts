/** How large a file of a host's may be. It stands alone, so that a page can say so before it has what reads files. */

/** A long novel with its markup; of a longer text only the beginning would be used anyway. */
export const MAX_FILE_BYTES = 5_000_000;
