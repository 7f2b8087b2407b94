import { readFormAt } from "@/scripts/testing/plain-browser";
import type { PortalData } from "./portal";

/** Kinds of address that whoever has no account must not tell apart. */
export const addresses = {
  unknown: "nessuno.qui@demo.test",
  known: "osservatore@demo.test",
  disabled: "disattivata@demo.test",
  withoutPassword: "invitata.mai@demo.test",
} as const;

export type AddressKind = keyof typeof addresses;
export const kinds = Object.keys(addresses) as AddressKind[];

/** Makes whom the demonstration lacks: somebody disabled, somebody without a password, a known one who gets the newsletter. */
export async function addPeople(data: PortalData): Promise<void> {
  const insert = `insert into person (id, given_name, family_name, email, password_hash, disabled_at)
    select gen_random_uuid(), 'Prova', 'Prova', $1::text,
      case when $2::boolean then password_hash end, case when $2::boolean then now() end
    from person where email = 'osservatore@demo.test'`;
  await data.rows(insert, [addresses.disabled, true]);
  await data.rows(insert, [addresses.withoutPassword, false]);
  await data.rows(
    `insert into newsletter_subscription (id, email, lang, requested_at, confirmed_at)
     values (gen_random_uuid(), $1, 'it', now(), now())`,
    [addresses.known],
  );
}

/** The forms by which anybody may name an address. */
export const entries = {
  "sign-in": { path: "/accedi", fields: { password: "una password sbagliata" } },
  reset: { path: "/password", fields: {} },
  newsletter: { path: "/newsletter", fields: { programme: "" } },
} as const;

export type Entry = keyof typeof entries;

/** Reads the form once: what is sent afterwards is one request. */
export async function opened(origin: string, entry: Entry): Promise<(email: string) => Promise<Response>> {
  const { path, fields } = entries[entry];
  const send = await readFormAt(origin, { path, fields: { ...fields, email: "" } });
  return (email) => send({ ...fields, email });
}

/** All that an answer shows, without what differs from one answer to the next for everybody. */
export async function shown(answer: Response, email: string): Promise<object> {
  const { date: _date, "x-request-id": _id, ...headers } = Object.fromEntries(answer.headers);
  const nonce = /nonce-([^']+)/.exec(headers["content-security-policy"] ?? "")?.[1];
  const plain = (text: string) => {
    const told = text.replaceAll(email, "ADDRESS");
    return nonce ? told.replaceAll(nonce, "NONCE") : told;
  };
  return {
    status: answer.status,
    cookies: answer.headers.getSetCookie(),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, plain(value)])),
    body: plain(await answer.text()),
  };
}
