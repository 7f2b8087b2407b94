import type { AudienceRole } from "@/lib/platform/access-map";
import { type PortalData, type PortalProcess, signIn } from "../portal";

/** The programme of the demonstration in which everything happens, and one in which its people hold nothing. */
export const runningEdition = "camere-nuova-edizione";
export const elsewhere = "cip-bologna";

/** The accounts that are tried, with the role that each holds. */
export const roles = {
  amministratore: "administrator",
  rpd: "signed-in",
  manager: "programme-manager",
  coordinatore: "coordinator",
  esperto: "expert",
  osservatore: "observer",
  "referente.a": "referent",
  "staff.a": "staff",
  "referente.b": "referent",
  "staff.b": "staff",
  "coordinatore.altrove": "coordinator",
  "referente.altrove": "referent",
} as const satisfies Record<string, AudienceRole>;

export type Account = keyof typeof roles;
export const accounts = Object.keys(roles) as Account[];
/** An account, or somebody without one. */
export type Who = Account | "nobody";
export const everybody: readonly Who[] = [...accounts, "nobody"];

/** People of another programme: nothing of the running edition that is not public exists for them. */
export const strangers = ["coordinatore.altrove", "referente.altrove"] as const satisfies Account[];
/** The other body's people. */
export const otherBody = ["referente.b", "staff.b"] as const satisfies Account[];

/** Cookie headers by account; nobody has none. */
export type Cookies = Record<Who, string>;

/** Adds the people of another programme, with the demonstration's password. */
export async function addStrangers(data: Pick<PortalData, "rows">): Promise<void> {
  for (const [account, role] of [
    ["coordinatore.altrove", "COORDINATOR"],
    ["referente.altrove", "REFERENT"],
  ]) {
    await data.rows(
      `with added as (
         insert into person (id, given_name, family_name, email, password_hash, is_demo)
         select gen_random_uuid(), 'Altra', 'Persona', $1, password_hash, true
         from person where email = 'coordinatore@demo.test' returning id)
       insert into role_assignment (id, person_id, role, programme_id, organisation_id, from_at)
       select gen_random_uuid(), added.id, $2::role, programme.id,
              case when $2 = 'REFERENT' then programme.promoter_id end, '2012-01-01'
       from added, programme where slug = $3`,
      [`${account}@demo.test`, role, elsewhere],
    );
  }
}

/** Signs everybody in, one after the other: checking a password takes a core. */
export async function signInAll(portal: Pick<PortalProcess, "url">): Promise<Cookies> {
  const cookies: Partial<Cookies> = { nobody: "" };
  for (const account of accounts) cookies[account] = await signIn(portal, account);
  return cookies as Cookies;
}
