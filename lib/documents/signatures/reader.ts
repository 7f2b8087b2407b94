/** A store that is away is asked again for some days, as the scanner is. */
export const attempts = 25;

/** The one job that reads the signatures of some bytes. */
export const jobKey = (sha256: string): string => `read-signatures:${sha256}`;
