import { sqlState } from "@/lib/platform/errors";

/** Why the database gave no answer: it cannot be reached, or every connection or row that was needed is taken. */
export type Outage = "away" | "busy";

const awayCodes = /^(?:P1001|P1002|P1017|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/;
// The driver has no codes for these.
const awayTexts = /^(?:Connection terminated|Client has encountered a connection error|Connection ended)/;
// What a query in SQL of ours fails with: the client then has the one code P2010 for whatever happened.
const awayKinds = /^(?:DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/;
const awayStates = /^(?:08|57P0[1-3])/;
const busyCodes = /^(?:P1008|P2024|P2028|P2034|P2037)$/;
const busyTexts = /^(?:timeout exceeded when trying to connect|Query read timeout)/;
/** too many connections, no memory or disk, canceled by a timeout of ours, a lock not given, idle for too long, a deadlock */
const busyStates = /^(?:53|57014|55P03|25P0[34]|40001|40P01)/;

/** Whether an error comes from a database that gives no answer, and why; null for every other error. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Object)) return null;
  const { code, message = "", cause } = error as { code?: unknown; message?: string; cause?: unknown };
  const named = typeof code === "string" ? code : "";
  const state = sqlState(error) ?? named;
  if (
    awayKinds.test(driverKind(error)) ||
    awayCodes.test(named) ||
    awayStates.test(state) ||
    awayTexts.test(message)
  )
    return "away";
  if (busyCodes.test(named) || busyStates.test(state) || busyTexts.test(message)) return "busy";
  return cause === undefined || cause === error ? null : outageOf(cause);
}

function driverKind(error: object): string {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { kind?: string } } } };
  return meta?.driverAdapterError?.cause?.kind ?? "";
}
