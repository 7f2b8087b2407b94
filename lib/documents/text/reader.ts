/** Raised whenever a file may give another text than before: what an older reader read is read again by a job. */
export const readerVersion = 1;

/** A store that is away is asked again for some days, as the scanner is. */
export const attempts = 25;

/** The one job that reads some bytes. */
export const jobKey = (sha256: string): string => `read-text:${sha256}`;
