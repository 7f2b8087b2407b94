import { randomUUID } from "node:crypto";
import { submitFormAt } from "@/scripts/testing/plain-browser";
import type { PortalData } from "./portal";

/** Kinds of address that must not be told apart by whoever has no account. */
export const addresses = {
  known: "osservatore@demo.test",
  unknown: "nessuno.qui@demo.test",
  disabled: "disattivata@demo.test",
  withoutPassword: "invitata.mai@demo.test",
} as const;

export type AddressKind = keyof typeof addresses;
export const kinds = Object.keys(addresses) as AddressKind[];

/** Makes the people whom the demonstration lacks: one disabled, one without a password. */
export async function addPeople(data: PortalData): Promise<void> {
  const insert = `insert into person (id, given_name, family_name, email, password_hash, disabled_at)
    select gen_random_uuid(), 'Prova', 'Prova', $1,
      case when $2 then password_hash end, case when $2 then now() end
    from person where email = 'osservatore@demo.test'`;
  await data.rows(insert, [addresses.disabled, true]);
  await data.rows(insert, [addresses.withoutPassword, false]);
}

/** The forms that anybody may send with an address. */
export const entries = {
  "sign-in": (email: string) => ({
    path: "/accedi",
    fields: { email, password: "una password sbagliata" },
  }),
  reset: (email: string) => ({ path: "/password", fields: { email } }),
} as const;

export type Entry = keyof typeof entries;

/** What an answer shows: status, headers and body, without what differs from answer to answer for everybody. */
export async function answerTo(
  origin: string,
  entry: Entry,
  email: string,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const answer = await submitFormAt(origin, entries[entry](email));
  const body = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  const { date: _date, "x-request-id": _id, ...constant } = headers;
  const nonce = /nonce-([^']+)/.exec(headers["content-security-policy"] ?? "")?.[1] ?? randomUUID();
  const plain = (text: string) => text.replaceAll(nonce, "NONCE").replaceAll(email, "ADDRESS");
  return {
    status: answer.status,
    headers: Object.fromEntries(Object.entries(constant).map(([name, value]) => [name, plain(value)])),
    body: plain(body),
  };
}

/** Milliseconds of one attempt; the form is read before, so that only the answer to the sending counts. */
export async function timed(send: () => Promise<Response>): Promise<number> {
  const start = performance.now();
  const answer = await send();
  await answer.arrayBuffer();
  return performance.now() - start;
}
