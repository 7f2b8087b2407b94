import type { Guard } from "./guard";

/** Guards that are no permission, version or transaction of a mutation. */
export const listed: Guard[] = [];
