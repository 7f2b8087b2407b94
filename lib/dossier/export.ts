import "server-only";
import { deliverablesList } from "@/lib/documents/deliverables/export";
import { officialFiles, officialTables } from "@/lib/documents/packing/official/export";
import { canTakeDossier } from "@/lib/dossier/policy";
import type { Actor } from "@/lib/platform/actor";
import type { BundleFile, BundleTable } from "@/lib/platform/bundle/bundle";
import type { NamedBundle } from "@/lib/platform/bundle/send";
import { authorise } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/routing";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translator";
import type { Cell, ExportableList } from "@/lib/platform/lists/definition";
import { romeDay } from "@/lib/platform/rome-time";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { sessionsList } from "@/lib/sessions/export";
import { listApprovedMinutes, type MinutesCursor } from "@/lib/sessions/minutes/approval/queries";

/**
 * A programme's official file as one archive: the spaces of all bodies, what was sent with its receipts and registers,
 * approved minutes, and the registers of versions, decisions, requests, deliverables and sessions. Each part is asked for
 * by the actor's own rights.
 */
export async function makeDossier(actor: Actor, slug: string, locale: Locale): Promise<NamedBundle> {
  const programme = await getAreaProgramme(actor, slug);
  authorise(canTakeDossier(actor, programme.id), "dossier");
  const [t, documents, sessions] = await Promise.all([
    translatorFor(locale, "dossier"),
    translatorFor(locale, "documents"),
    translatorFor(locale, "sessions"),
  ]);
  return {
    filename: `fascicolo-${slug}-${romeDay(actor.at)}.zip`,
    subject: { kind: "dossier", id: programme.id },
    bundle: {
      title: t("index.title", { programme: programme.title }),
      lead: t("index.lead"),
      madeAt: actor.at,
      locale,
      files: dossierFiles(actor, programme.id, { t, documents }),
      tables: [
        ...officialTables(actor, programme.id, { t: documents, locale }),
        tableOf({ name: "consegne", title: t("tables.deliverables") }, deliverablesList, {
          actor,
          filters: [{ programme: slug }],
          words: { t: documents, locale },
        }),
        tableOf({ name: "incontri", title: t("tables.sessions") }, sessionsList, {
          actor,
          filters: [
            { programme: slug, when: "past" },
            { programme: slug, when: "upcoming" },
          ],
          words: { t: sessions, locale },
          without: "export.reply",
        }),
      ],
    },
  };
}

async function* dossierFiles(
  actor: Actor,
  programmeId: string,
  { t, documents }: { t: Translate; documents: Translate },
): AsyncGenerator<BundleFile> {
  yield* officialFiles(actor, programmeId, documents);
  let after: MinutesCursor | undefined;
  do {
    const { rows, next } = await listApprovedMinutes(actor, programmeId, { after, size: 100 });
    for (const { pdf, minutes, number, endedAt } of rows) {
      if (!pdf) continue;
      const { title, startsAt } = minutes.session;
      yield {
        folders: [t("folders.minutes")],
        filename: `${romeDay(startsAt)} ${title} - ${t("round", { number })}.pdf`,
        title,
        kind: t("minutes"),
        body: "",
        version: number,
        author: "",
        at: endedAt ?? startsAt,
        size: Number(pdf.size),
        sha256: pdf.sha256,
        isWithheld: false,
      };
    }
    after = next;
  } while (after);
}

type Source = {
  actor: Actor;
  /** one after the other */
  filters: readonly Record<string, string>[];
  words: { t: Translate; locale: Locale };
  /** header of a column about the reader alone */
  without?: string;
};

/** A list of the portal, with its own columns and rights, as a register. */
function tableOf(
  about: Pick<BundleTable, "name" | "title">,
  list: ExportableList,
  { actor, filters, words, without }: Source,
): BundleTable {
  const left = list.headers.findIndex(({ key }) => key === without);
  const kept = <One>(row: readonly One[]) => row.filter((_one, index) => index !== left);
  return { ...about, headers: kept(list.headers).map(({ key }) => words.t(key)), rows: rows() };

  async function* rows(): AsyncGenerator<Cell[]> {
    for (const given of filters)
      for await (const page of list.pages(actor, given, words)) yield* page.map(kept);
  }
}
