import "server-only";
import { closeLine, putIntoDigest } from "@/lib/notifications/centre/commands";
import { mailOf } from "@/lib/notifications/letters/mail";
import { lettersFor } from "@/lib/notifications/letters/queries";
import { findLine } from "@/lib/notifications/merging/queries";
import { isMergeable } from "@/lib/notifications/merging/window";
import { listPaces } from "@/lib/notifications/preferences/queries";
import { rulesFor } from "@/lib/notifications/rules";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { queueMail } from "@/lib/platform/mail/queue";

/**
 * Writes the one mail of a line to which nothing is added any more. What was read on the page meanwhile needs none, nor what
 * can be read no more. The mail's key is the line's: run twice, it is one mail.
 */
export async function mailLine(actor: Actor, { notificationId }: { notificationId: string }): Promise<void> {
  authorise(actor.kind === "system");
  // From here on a further event begins a line of its own, so that what is counted below is what there is.
  await inTransaction((tx) => closeLine(tx, actor, notificationId));
  const line = await findLine(actor, notificationId);
  const [first] = line?.events ?? [];
  if (!line || !first || line.readAt !== null || !isMergeable(line.kind)) return;
  const pace = (await listPaces(actor, [line.personId])).get(line.personId)?.[line.group];
  if (pace === "NEVER") return;
  if (pace === "DAILY" || pace === "WEEKLY")
    return inTransaction((tx) => putIntoDigest(tx, actor, notificationId));
  const { kind } = line;
  const rule = rulesFor({ ...first, data: first.data as Record<string, unknown> }).find(
    ({ template }) => template === kind,
  );
  const letters = rule ? await lettersFor(actor, first, rule) : [];
  const own = letters.find(({ person }) => person.id === line.personId);
  if (!own) return;
  const count = line.events.length;
  const mail = mailOf(actor, { ...own, kind, group: line.group }, `line:${notificationId}`);
  await inTransaction((tx) =>
    queueMail(
      tx,
      count === 1
        ? mail
        : {
            ...mail,
            template: kind === "posted" ? "notifications.postedMore" : "notifications.deliverableMessageMore",
            params: { ...mail.params, count },
          },
    ),
  );
}
