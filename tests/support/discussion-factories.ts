import { db } from "@/lib/platform/db";
import { moment } from "@/tests/support/factories";
import { aSession } from "@/tests/support/session-factories";

/** A convened session with one point on its agenda; the point. */
export async function aPoint(
  programmeId: string,
  facts: Parameters<typeof aSession>[1] & { point?: string } = {},
): Promise<{ id: string; sessionId: string }> {
  const { point = "Criticità emerse", ...session } = facts;
  const { id: sessionId } = await aSession(programmeId, { state: "CONVENED", ...session });
  return db.agendaItem.create({
    data: { sessionId, position: 0, title: point },
    select: { id: true, sessionId: true },
  });
}

/** A deliverable of a body in a programme, due a week after the tests' moment. */
export async function anOwed(
  programmeId: string,
  organisationId: string,
  title = "Piano di comunicazione",
): Promise<{ id: string }> {
  const position = (await db.deliverableRequest.count({ where: { programmeId } })) + 1;
  const dueAt = new Date(moment.getTime() + 7 * 86_400_000);
  const { id: requestId } = await db.deliverableRequest.create({
    data: { programmeId, position, title, dueAt },
    select: { id: true },
  });
  return db.deliverable.create({
    data: { requestId, organisationId, dueAt, stateSince: moment },
    select: { id: true },
  });
}
