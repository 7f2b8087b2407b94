/** How signed envelopes are stored. */
export const envelope = "application/pkcs7-mime";
const pdf = "application/pdf";

/** Whether files of that kind bear signatures: envelopes always, PDF at times. */
export const bearsSignatures = (mimeType: string): boolean => mimeType === envelope || mimeType === pdf;

/** One larger than this is not read: it is taken apart whole, in memory. */
export const maxSignedBytes = 50_000_000;
