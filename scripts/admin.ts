// npm run admin -- mail@ente.it: a link, good once and for 24 hours, that makes its reader administrator.
// npm run admin -- quota <programme> <gigabytes> [body]: what the files of a document space may weigh together.
import { setSpaceQuota } from "@/lib/documents/commands";
import { inviteAdministrator } from "@/lib/people/invitations/commands";
import { inviteAdministratorSchema } from "@/lib/people/invitations/schema";
import { secretPath } from "@/lib/people/secret-link";
import { systemActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError, NotFoundError } from "@/lib/platform/errors";

const [what = "", ...rest] = process.argv.slice(2);
if (what === "quota") await changeQuota(rest);
else await invite(what);
await db.$disconnect();

async function invite(address: string): Promise<void> {
  const input = inviteAdministratorSchema.safeParse({ email: address });
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
}

async function changeQuota([programme = "", gigabytes = "", body]: string[]): Promise<void> {
  const bytes = Math.round(Number(gigabytes.replace(",", ".")) * 1e9);
  if (!programme || !(bytes > 0)) {
    console.error(
      "Give programme and gigabytes as their addresses name them: npm run admin -- quota camere 100 [body]",
    );
    process.exit(1);
  }
  try {
    const { usedBytes } = await inTransaction((tx) =>
      setSpaceQuota(tx, systemActor("admin", now()), { programme, body: body ?? null, bytes }),
    );
    console.log(
      `${programme}${body ? `, ${body}` : ""}: ${gigabytes} GB, ${Number(usedBytes) / 1e9} GB used.`,
    );
  } catch (error) {
    if (error instanceof NotFoundError) console.error(`There is no such ${error.what}.`);
    else if (error instanceof DomainError) console.error("Its files weigh more already.");
    else throw error;
    process.exit(1);
  }
}
