import type { Shown } from "@/tests/support/e2e-shown";

/** Pages of sensitive changes ask for a recent proof, and in a long run nobody's sign-in is young. */
export const provedAnew = "UPDATE sign_in SET proved_at = '2026-03-25'";

const heldBy = (account: string) =>
  `person_id = (SELECT id FROM person WHERE email = '${account}@demo.test')`;
const enrolled = (account: string) =>
  `INSERT INTO second_factor (person_id, secret, confirmed_at)
   SELECT id, 'x', '2026-03-01' FROM person WHERE email = '${account}@demo.test' ON CONFLICT DO NOTHING`;

/** In the middle of signing in, each by somebody who does nothing else here. */
export const midway: Shown[] = [
  ...[undefined, "with=recovery"].map((query) => ({
    page: "/sign-in/code" as const,
    as: "osservatore" as const,
    query,
    state: query && "recovery",
    meanwhile: `UPDATE sign_in SET pending_until = '2026-03-25' WHERE ${heldBy("osservatore")}`,
  })),
  {
    page: "/sign-in/second-factor",
    as: "rpd",
    meanwhile: `WITH proved AS (${provedAnew})
      UPDATE person SET is_demo = false WHERE email = 'rpd@demo.test'`,
  },
  {
    page: "/area/profile/second-factor/remove",
    as: "pia.sambuchi",
    meanwhile: `WITH proved AS (UPDATE sign_in SET second_factor_at = '2026-03-24', proved_at = '2026-03-25'
        WHERE ${heldBy("pia.sambuchi")})
      ${enrolled("pia.sambuchi")}`,
  },
];
