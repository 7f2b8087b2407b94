// npm run admin -- mail@ente.it: a link, good once and for 24 hours, that makes its reader administrator.
import { inviteAdministrator } from "@/lib/people/invitations/commands";
import { inviteAdministratorSchema } from "@/lib/people/invitations/schema";
import { secretPath } from "@/lib/people/secret-link";
import { systemActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

const input = inviteAdministratorSchema.safeParse({ email: process.argv[2] });
if (!input.success) {
  console.error("Give the administrator's address: npm run admin -- name@example.org");
  process.exit(1);
}

const { email } = input.data;
const { token } = await inTransaction((tx) =>
  inviteAdministrator(tx, systemActor("admin", now()), { email }),
);
console.log(
  `Link for ${email}, good once and for 24 hours:\n\n  ${env().siteUrl}${secretPath("/invitation/[token]", token, "it")}\n`,
);
await db.$disconnect();
