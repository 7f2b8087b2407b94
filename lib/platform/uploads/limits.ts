/** Bytes of one part at most: what a browser holds in memory to make its digest. */
export const largestPart = 16 * 1024 ** 2;

/** Uploads of one person that may be on the way at once: their parts lie on the disk before they count for any space. */
export const mostUploads = 20;

const hour = 3_600_000;

/** How long the next part is waited for. */
export const patience = 24 * hour;

/** How long a whole file waits for a worker; then somebody has looked, or nobody will. */
export const longestWait = 7 * 24 * hour;
