import { createHash } from "node:crypto";
import { hashOfRecoveryCode } from "@/lib/people/second-factor/recovery-codes";
import { newTotpSecret, totpPurpose } from "@/lib/people/second-factor/totp";
import { seal } from "@/lib/platform/secret-box";
import { codeOf } from "../../totp";
import { accounts } from "../accounts";
import type { Demo, Row, Rows } from "./row";

const person = (account: string) => `(select id from person where email = '${account}@demo.test')`;
const but = (account: string) => accounts.filter((one) => one !== account);
const idOf = (demo: Demo, account: string) => demo.row<"id">(`select ${person(account)} as id`);

/** A factor that counts; its codes are never asked for here, so that any text will do for the secret. */
const confirmed = (account: string) =>
  `insert into second_factor (person_id, secret, confirmed_at) values (${person(account)}, 'x', '2026-03-01')
   on conflict (person_id) do update set secret = 'x', confirmed_at = '2026-03-01'`;

/** In a long run the sign-ins of the beginning would no longer be good for sensitive changes. */
async function proveEverybody(demo: Demo): Promise<void> {
  await demo.row("update sign_in set proved_at = '2026-03-24T20:00Z' returning id");
}

const own = (row: Omit<Row, "right" | "also">): Row => ({
  right: "osservatore",
  also: but("osservatore"),
  ...row,
});

const recoveryCode = "ABCD-EFGH-IJKL-MNOP";
const link = "un segreto di prova per la posta";

/** One's own second factor, address and proof, in the order in which one comes to them. */
export const peopleAccess: Rows = {
  "people.beginSecondFactor": own({
    input: async (demo) => {
      await proveEverybody(demo);
      return {};
    },
  }),
  "people.confirmSecondFactor": {
    right: "osservatore",
    input: async (demo) => {
      const { id } = await idOf(demo, "osservatore");
      const secret = newTotpSecret();
      const { at } = await demo.row<"at">(
        `update second_factor set candidate = $1 where person_id = $2
         returning to_char(candidate_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
        [seal(secret, totpPurpose(id)), id],
      );
      return { code: codeOf(secret, new Date(at)) };
    },
  },
  "people.renewRecoveryCodes": { right: "osservatore", input: async () => ({}) },
  "people.removeSecondFactor": { right: "osservatore", input: async () => ({}) },
  "people.proveAgain": own({
    input: async (demo) => {
      await proveEverybody(demo);
      return { password: "sperimenta" };
    },
  }),
  "people.requestEmail": {
    right: "staff.b",
    also: but("staff.b"),
    input: async (demo) => {
      // The address of a demonstration's account cannot be changed.
      await demo.row("update person set is_demo = false where email = 'staff.b@demo.test' returning id");
      return { email: "nuovo.indirizzo@ente.test" };
    },
  },
  "people.confirmEmail": {
    right: "nobody",
    also: accounts,
    input: async (demo) => {
      await demo.row(
        `update email_change set token_hash = $1 where email = 'nuovo.indirizzo@ente.test' returning person_id`,
        [createHash("sha256").update(link).digest("hex")],
      );
      return { token: link };
    },
  },
  "people.resetSecondFactor": {
    right: "amministratore",
    input: async (demo) => {
      await demo.row(`${confirmed("pia.sambuchi")} returning person_id`);
      return { ...(await idOf(demo, "pia.sambuchi")), reason: "LOST" };
    },
  },
  "people.endSignInsOf": {
    right: "amministratore",
    input: (demo) =>
      demo.row<"id">(
        `insert into sign_in (id, person_id, created_at, last_seen_at, expires_at)
         values (gen_random_uuid(), ${person("pia.sambuchi")}, '2026-03-24T07:00Z', '2026-03-24T07:30Z', '2026-03-25')
         returning person_id as id`,
      ),
  },
};

/** The last of all: whoever tries it holds a sign-in that awaits its code, and is somebody new afterwards. */
export const completion: Rows = {
  "people.completeSignIn": {
    right: "rpd",
    input: async (demo) => {
      await demo.row(
        `insert into recovery_code (id, person_id, code_hash, created_at)
         values (gen_random_uuid(), ${person("rpd")}, $1, '2026-03-01') returning id`,
        [hashOfRecoveryCode(recoveryCode)],
      );
      await demo.row(
        `update sign_in set pending_until = '2026-03-24T20:00Z' where person_id = ${person("rpd")} and ended_at is null returning id`,
      );
      return { code: recoveryCode };
    },
  },
};
