import { renderMarkdown } from "@/lib/platform/markdown";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { minutesAgo } from "./calendar";
import type { Edition } from "./programme";

const dayLong = 24 * 60;

const published = [
  {
    title: "Da quest’anno le relazioni hanno un indice comune",
    text: "Buongiorno a tutti,\n\nper confrontare le relazioni finali usiamo **lo stesso indice**:\n\n- che cosa si è provato\n- con quali persone\n- che cosa resta\n\nIl modello è fra i documenti del programma.",
    daysAgo: 12,
    mustAcknowledge: true,
    readers: ["referente.a", "staff.a", "referente.b", "osservatore"],
    acknowledged: ["referente.a", "referente.b"],
    before:
      "Buongiorno a tutti,\n\nper confrontare le relazioni finali usiamo lo stesso indice. Il modello arriva nei prossimi giorni.",
  },
  {
    title: "Assistenza sospesa per la festa del patrono",
    text: "Lunedì prossimo l’assistenza non risponde. Le discussioni restano aperte.",
    daysAgo: 3,
    mustAcknowledge: false,
    readers: ["referente.b"],
    acknowledged: [],
    before: null,
  },
] as const;

/** Writes announcements: one to be acknowledged that was changed since, one that few have read, one that waits, one withdrawn. */
export async function seedAnnouncements(
  { tx, now }: Seeding,
  edition: Edition,
  cast: Cast,
): Promise<HistoryEntry[]> {
  const { days } = edition;
  const by = must(cast.people, "coordinatore");
  const history: HistoryEntry[] = [];
  const written = (title: string, text: string, at: Date) => {
    const { html, version } = renderMarkdown(text);
    return {
      id: identifier(at),
      programmeId: edition.id,
      authorId: by,
      title,
      markdown: text,
      html,
      rendererVersion: version,
      isForAll: true,
      createdAt: at,
      submissionKey: identifier(at),
    };
  };
  const record = (id: string, verb: string, at: Date, who = by) =>
    history.push({
      kind: `announcements.${verb}`,
      at,
      by: who,
      subject: { kind: "announcement", id },
    } as HistoryEntry);
  for (const { title, text, daysAgo, mustAcknowledge, readers, acknowledged, before } of published) {
    const at = minutesAgo(days, daysAgo * dayLong);
    const editedAt = before ? minutesAgo(days, (daysAgo - 1) * dayLong) : null;
    const row = written(title, text, at);
    const current = before ? 2 : 1;
    await tx.announcement.create({
      data: {
        ...row,
        state: "PUBLISHED",
        publishAt: at,
        mustAcknowledge,
        editedAt,
        version: current,
        ...(before && editedAt
          ? { revisions: { create: { number: 1, title, markdown: before, replacedAt: editedAt } } }
          : {}),
      },
      select: { id: true },
    });
    record(row.id, "published", at);
    if (editedAt) record(row.id, "changed", editedAt);
    const readAt = minutesAgo(days, (daysAgo - 2) * dayLong);
    await tx.announcementReading.createMany({
      data: readers.map((account) => {
        const has = (acknowledged as readonly string[]).includes(account);
        return {
          announcementId: row.id,
          personId: must(cast.people, account),
          firstAt: readAt,
          acknowledgedAt: has ? readAt : null,
          acknowledgedVersion: has ? current : null,
        };
      }),
    });
    for (const account of acknowledged) record(row.id, "acknowledged", readAt, must(cast.people, account));
  }
  const wroteAt = minutesAgo(days, 60);
  const waiting = written(
    "Si aprono le iscrizioni all’incontro finale",
    "Le iscrizioni si aprono oggi.",
    wroteAt,
  );
  await tx.announcement.create({
    data: {
      ...waiting,
      state: "SCHEDULED",
      publishAt: new Date(now.getTime() + 30 * 86_400_000),
      byMail: true,
    },
    select: { id: true },
  });
  record(waiting.id, "scheduled", wroteAt);
  const at = minutesAgo(days, 20 * dayLong);
  const withdrawnAt = minutesAgo(days, 19 * dayLong);
  const withdrawn = written("Cambio di data del laboratorio", "Il laboratorio si sposta a giovedì.", at);
  await tx.announcement.create({
    data: { ...withdrawn, state: "WITHDRAWN", publishAt: at, withdrawnAt, version: 2 },
    select: { id: true },
  });
  record(withdrawn.id, "published", at);
  record(withdrawn.id, "withdrawn", withdrawnAt);
  return history;
}
