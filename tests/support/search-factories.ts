import { db } from "@/lib/platform/db";
import { inTheTrash } from "@/tests/support/document-factories";
import { anOrganisation, aPerson, aRole, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aSession } from "@/tests/support/session-factories";

/** A programme with the word in everything that can hold it, in every state of visibility. */
export async function aProgrammeFullOf(
  word: string,
  programme: { id: string },
  organisationId: string,
): Promise<void> {
  for (const state of ["DRAFT", "CONVENED", "CLOSED", "CANCELLED"] as const)
    for (const audience of ["PUBLIC", "PROGRAMME"] as const)
      await aSession(programme.id, { title: `Incontro ${word}`, state, audience });
  const spaces = [
    await db.documentSpace.create({ data: { programmeId: programme.id }, select: { id: true } }),
    await db.documentSpace.create({
      data: { programmeId: programme.id, organisationId },
      select: { id: true },
    }),
  ];
  for (const { id: spaceId } of spaces)
    for (const isPublic of [true, false])
      for (const removed of [{}, await inTheTrash(spaceId)])
        await db.document.create({
          data: { spaceId, kind: "INFORMATION", title: `Nota ${word}`, isPublic, ...removed },
        });
  for (const publishedAt of [null, moment])
    await db.outcome.create({
      data: { programmeId: programme.id, title: `Esito ${word}`, text: "x", textHtml: "x", publishedAt },
    });
  for (const withdrawnAt of [null, moment]) {
    const { id: documentId } = await db.document.create({
      data: { spaceId: spaces[0]?.id ?? "", kind: "INFORMATION", title: `Altro ${word}` },
      select: { id: true },
    });
    await db.reuseItem.create({
      data: {
        slug: documentId,
        programmeId: programme.id,
        documentId,
        title: `Scheda ${word}`,
        abstract: "x",
        subjects: ["training"],
        authors: ["x"],
        publishedAt: moment,
        modifiedAt: moment,
        ...(withdrawnAt ? { state: "WITHDRAWN", withdrawnAt, withdrawalReason: "MISTAKE" } : {}),
      },
    });
  }
  await fillForum(word, programme.id);
  await fillMinutes(word, programme.id);
  const { id: personId } = await aPerson({ familyName: word });
  await aRole(personId, "STAFF", { programmeId: programme.id, organisationId });
  const left = await aPerson({ familyName: word });
  await aRole(left.id, "STAFF", { programmeId: programme.id, organisationId, toAt: moment });
  await anOrganisation({ name: `Ente ${word}` });
}

async function fillForum(word: string, programmeId: string): Promise<void> {
  for (const isPublic of [true, false]) {
    const category = await aCategory(programmeId, { isPublic });
    for (const hiddenAt of [undefined, moment]) {
      const thread = await aThread(category.id, { hiddenAt, title: "Altro" });
      await aPost(thread.id, 2, { markdown: `Uno ${word}` });
      await aPost(thread.id, 3, { markdown: `Uno ${word}`, hiddenAt: moment });
    }
    await aThread(category.id, { title: `Titolo ${word}` });
    for (const hiddenAt of [null, moment]) {
      const thread = await aThread(category.id, { title: "Chiesto spesso" });
      const answer = await aPost(thread.id, 2, { markdown: "Così.", hiddenAt });
      await db.thread.update({ where: { id: thread.id }, data: { acceptedPostId: answer.id } });
      await db.faqEntry.create({
        data: {
          section: {
            create: { programmeId, position: await nextPosition(programmeId), title: "x" },
          },
          thread: { connect: { id: thread.id } },
          post: { connect: { id: answer.id } },
          question: `Domanda ${word}?`,
          addedAt: moment,
        },
      });
    }
  }
}

async function fillMinutes(word: string, programmeId: string): Promise<void> {
  for (const state of ["DRAFT", "PUBLISHED"] as const)
    for (const audience of ["PUBLIC", "PROGRAMME"] as const) {
      const { id: sessionId } = await aSession(programmeId, {
        title: "Riunione",
        state: "CLOSED",
        audience,
      });
      const publishedAt = state === "PUBLISHED" ? moment : null;
      await db.sessionMinutes.create({
        data: { sessionId, text: `Si parla di ${word}`, state, publishedAt },
      });
    }
}

const nextPosition = (programmeId: string) => db.faqSection.count({ where: { programmeId } });
