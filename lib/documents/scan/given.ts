import type { ScanState } from "@/lib/platform/db/generated/enums";

const states: ScanState[] = ["NONE", "CLEAN"];

/** Files that may be given out: no scanner is set, or it found nothing. For versions and for attachments. */
export const givenOut = { object: { scan: { in: states } } };

/** Whether a file may be given out. */
export const isGivenOut = (scan: ScanState): boolean => states.includes(scan);
