/** Parameters of a message: figures and names that it shows. */
export type ErrorParams = Record<string, string | number | Date>;

/** Does not exist, or is not visible to this actor: the two are never told apart. */
export class NotFoundError extends Error {
  constructor(readonly what = "thing") {
    super(`not found: ${what}`);
    this.name = "NotFoundError";
  }
}

/** Visible, but not allowed. */
export class ForbiddenError extends Error {
  constructor(readonly what = "act") {
    super(`forbidden: ${what}`);
    this.name = "ForbiddenError";
  }
}

/** Allowed, but for something this sensitive the person has to prove anew who they are. */
export class ProofNeededError extends ForbiddenError {
  constructor() {
    super("act without a recent proof");
    this.name = "ProofNeededError";
  }
}

/**
 * A rule of the domain refuses. `code` is the key of the message: "feature.code" stands in that feature's messages
 * under `errors`, a code without a dot in `errors.json`. With `field` the refusal is shown at that field.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly field?: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "DomainError";
  }
}

/** Somebody else changed the thing since the form was opened; says who and when. */
export class StaleError extends DomainError {
  constructor(params: { who: string; at: Date }) {
    super("stale", params);
    this.name = "StaleError";
  }
}

const away = ["tooBusy", "portal.storageAway", "portal.bundlesFull"];

/** The status and the seconds to wait when an error says that somebody may try again later; else null. */
export function passingRefusal(error: unknown): { status: 429 | 503 | 507; retryAfter: number } | null {
  if (!(error instanceof DomainError)) return null;
  const retryAfter = Number(error.params.seconds ?? 60);
  if (error.code === "tooManyAttempts") return { status: 429, retryAfter };
  if (error.code === "portal.bundlesRunning") return { status: 429, retryAfter };
  if (error.code === "portal.storageFull") return { status: 507, retryAfter: 600 };
  return away.includes(error.code) ? { status: 503, retryAfter } : null;
}

/** Throws ForbiddenError unless allowed. */
export function authorise(allowed: boolean, what?: string): asserts allowed is true {
  if (!allowed) throw new ForbiddenError(what);
}

/** The row, or NotFoundError. */
export function found<T>(row: T | null | undefined, what?: string): T {
  if (row === null || row === undefined) throw new NotFoundError(what);
  return row;
}

/**
 * Whether the database was asked for what cannot be in it: an identifier that is none, a number out of range, a text with
 * a zero byte. Such a thing does not exist.
 */
export function isUnreadable(error: unknown): boolean {
  return ["22P02", "22003", "22021"].includes(sqlState(error) ?? "");
}

/** SQLSTATE behind an error of the database client, where there is one ("23505", "23P01", …). */
export function sqlState(error: unknown): string | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }).meta;
  const code = (error as { code?: string }).code;
  if (code === "P2002") return "23505";
  if (code === "P2034") return "40001";
  return meta?.driverAdapterError?.cause?.originalCode;
}
