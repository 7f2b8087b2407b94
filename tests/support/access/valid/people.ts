import { createHash } from "node:crypto";
import { accounts } from "../accounts";
import { peopleAccess } from "./people-access";
import { type Demo, everybodyElse, type Row, type Rows } from "./row";

const body = async (demo: Demo, slug = "valfiorita") =>
  demo.edition<"programmeId" | "organisationId">(
    `select $1::uuid as "programmeId", id as "organisationId" from organisation where slug = '${slug}'`,
  );
const person = (account: string) => `(select id from person where email = '${account}@demo.test')`;

const byAdministrator = (sql: string): Row => ({
  right: "amministratore",
  input: (demo) => demo.row<string>(sql),
});
const everySignedIn = (row: Omit<Row, "right" | "also">): Row => ({
  right: "osservatore",
  also: accounts.filter((one) => one !== "osservatore"),
  ...row,
});

/** The invitation that `people.invite` made. */
const invitation = "select id from account_invitation where email = 'nuova@ente.test' and revoked_at is null";
const managesInvitation = {
  right: "referente.a",
  also: ["coordinatore", "amministratore"],
  hiddenFrom: everybodyElse.members,
  input: (demo: Demo) => demo.row<"id">(invitation),
} as const satisfies Row;

const secret = "un segreto di prova lungo abbastanza";
const tokenHash = createHash("sha256").update(secret).digest("hex");
const newPassword = "valigia pergola 81 nuvola";

const organisation = { name: "Ente di prova", shortName: "Prova", kind: "AGENCY" };

export const people: Rows = {
  "people.invite": {
    right: "referente.a",
    also: ["coordinatore", "amministratore"],
    hiddenFrom: everybodyElse.members,
    input: async (demo) => ({ ...(await body(demo)), email: "nuova@ente.test", role: "STAFF", locale: "it" }),
  },
  "people.resendInvitation": managesInvitation,
  "people.revokeInvitation": managesInvitation,
  "people.acceptInvitation": {
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      const { programmeId, organisationId } = await body(demo);
      await demo.row(
        `insert into account_invitation (id, token_hash, email, role, programme_id, organisation_id, expires_at)
         values (gen_random_uuid(), $1, 'arriva@ente.test', 'STAFF', $2, $3, '2026-05-01') returning id`,
        [tokenHash, programmeId, organisationId],
      );
      return { token: secret, givenName: "Nuova", familyName: "Persona", password: newPassword };
    },
  },
  "people.changeProfile": everySignedIn({
    input: async () => ({ givenName: "Teodora", familyName: "Ulmari Rossi", locale: "it" }),
  }),
  "people.renewFeed": everySignedIn({ input: async () => ({}) }),
  "people.endOtherSignIns": everySignedIn({
    input: async (demo) => {
      await demo.row(
        `insert into sign_in (id, person_id, created_at, last_seen_at, expires_at)
         values (gen_random_uuid(), ${person("osservatore")}, '2026-03-24T07:00Z', '2026-03-24T07:30Z', '2026-03-25') returning id`,
      );
      return {};
    },
  }),
  "people.endSignIn": {
    right: "osservatore",
    also: ["amministratore"],
    hiddenFrom: accounts.filter((one) => one !== "osservatore" && one !== "amministratore"),
    input: (demo) =>
      demo.row<"id">(
        `insert into sign_in (id, person_id, created_at, last_seen_at, expires_at)
         values (gen_random_uuid(), ${person("osservatore")}, '2026-03-24T07:00Z', '2026-03-24T07:30Z', '2026-03-25') returning id`,
      ),
  },
  "people.createOrganisation": { right: "amministratore", input: async () => organisation },
  "people.changeOrganisation": {
    right: "amministratore",
    input: async (demo) => ({
      ...(await demo.row<"id" | "version">("select id, version from organisation where slug = 'torrealta'")),
      ...organisation,
    }),
  },
  "people.addRepresentation": {
    right: "amministratore",
    input: async (demo) => ({
      ...(await demo.row<"id" | "representedId">(
        `select a.id, b.id as "representedId" from organisation a, organisation b
         where a.slug = 'unione-camerale-valfiorita' and b.slug = 'torrealta'`,
      )),
      source: "Statuto",
    }),
  },
  "people.removeRepresentation": byAdministrator("select id from representation limit 1"),
  "people.grantRole": {
    right: "amministratore",
    input: async (demo) => ({
      ...(await demo.row<"personId">(`select ${person("pia.sambuchi")} as "personId"`)),
      role: "PRIVACY_OFFICER",
    }),
  },
  "people.endRole": byAdministrator(
    `select id from role_assignment where role = 'PRIVACY_OFFICER' and person_id = ${person("pia.sambuchi")}`,
  ),
  "people.endProgrammeRole": {
    right: "coordinatore",
    also: ["amministratore"],
    hiddenFrom: everybodyElse.members,
    input: (demo) =>
      demo.row<"id">(
        `select id from role_assignment where person_id = ${person("pia.sambuchi")} and role = 'STAFF'`,
      ),
  },
  "people.disablePerson": byAdministrator(`select ${person("pia.sambuchi")} as id`),
  "people.enablePerson": byAdministrator(`select ${person("pia.sambuchi")} as id`),
  "people.retryMail": byAdministrator(
    `insert into mail (id, dedupe_key, template, locale, to_address, params, state)
     values (gen_random_uuid(), 'access', 'password-reset', 'it', 'x@ente.test', '{}', 'DEAD') returning id`,
  ),
  "people.retryJob": {
    right: "amministratore",
    input: async (demo) => {
      const { id } = await demo.row<"id">(
        "select id from graphile_worker.add_job('notify', '{}'::json, run_at => '2100-01-01', max_attempts => 1)",
      );
      return demo.row<"id">(
        "update graphile_worker._private_jobs set attempts = max_attempts where id = $1 returning id",
        [id],
      );
    },
  },
  "people.requestReset": {
    right: "nobody",
    also: accounts,
    input: async () => ({ email: "staff.b@demo.test" }),
  },
  "people.resetPassword": {
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      await demo.row(
        `insert into password_reset (id, token_hash, person_id, expires_at)
         values (gen_random_uuid(), $1, ${person("gemma.roverelli")}, '2026-05-01') returning id`,
        [tokenHash],
      );
      return { token: secret, password: newPassword };
    },
  },
  "people.changePassword": {
    right: "staff.b",
    also: accounts.filter((one) => one !== "staff.b"),
    input: async (demo) => {
      // The password of a demonstration's account cannot be changed.
      await demo.row("update person set is_demo = false where email = 'staff.b@demo.test' returning id");
      return { presentPassword: "sperimenta", password: newPassword };
    },
  },
  ...peopleAccess,
  "people.signIn": {
    right: "nobody",
    also: accounts,
    input: async () => ({ email: "osservatore@demo.test", password: "sperimenta" }),
  },
  "people.signOut": {
    right: "esperto",
    also: [...accounts.filter((one) => one !== "esperto"), "nobody"],
    input: async () => ({}),
  },
};
