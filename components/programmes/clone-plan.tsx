import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { SectionHead } from "@/components/ui/section-head";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import { showSourceDate } from "@/lib/platform/source-date";
import type { Moved, MoveNote } from "@/lib/programmes/clone";
import type { EditionPlan } from "@/lib/programmes/queries";

/** Every date of the old programme and where it goes, with the reason where a day was skipped. */
export function ClonePlan({ edition }: { edition: EditionPlan }) {
  const { plan } = edition;
  const t = useTranslations("programmes.clone");
  const locale = useLocale() as Locale;
  const note = useNote();
  const day = useDay();
  const moment = (at: Date) => formatInstant(at, locale);
  const moves = [
    ...plan.sessions.map(({ id, title, starts }) => ({ id, title, what: t("session"), ...starts })),
    ...plan.requests.flatMap(({ id, title, due, cutOff }) => [
      { id, title, what: t("due"), ...due },
      ...(cutOff ? [{ id: `${id}-cut-off`, title, what: t("cutOff"), ...cutOff }] : []),
    ]),
  ].sort((a, b) => a.moved.getTime() - b.moved.getTime());
  const own = { id: edition.source.id, title: t("programme"), begin: edition.begin, end: edition.end };
  const bounds = [own, ...plan.phases].flatMap(({ id, title, begin, end }) => [
    ...(begin ? [{ id: `${id}-begin`, title, what: t("phaseBegin"), ...begin }] : []),
    ...(end ? [{ id: `${id}-end`, title, what: t("phaseEnd"), ...end }] : []),
  ]);
  return (
    <div className="space-y-8">
      <Notice tone={plan.start.note ? "warning" : "info"} title={t("start", { day: day(plan.start.day) })}>
        {plan.start.note ? note(plan.start.note) : t("startKept")}
      </Notice>
      <section aria-labelledby="moved" className="space-y-3">
        <SectionHead id="moved" size="area" title={t("moments")} />
        <DataTable<{ id: string; title: string; what: string } & Moved>
          caption={t("moments")}
          hiddenCaption
          rows={moves}
          rowKey={(row) => row.id}
          empty={<p className="text-muted">{t("noMoments")}</p>}
          columns={[
            { key: "title", header: t("what"), rowHeader: true, cell: (row) => row.title },
            { key: "kind", header: t("kind"), cell: (row) => row.what },
            { key: "old", header: t("old"), cell: (row) => moment(row.old) },
            { key: "new", header: t("new"), cell: (row) => <strong>{moment(row.moved)}</strong> },
            { key: "note", header: t("note"), cell: (row) => (row.note ? note(row.note) : null) },
          ]}
        />
      </section>
      {bounds.length > 0 ? (
        <section aria-labelledby="bounds" className="space-y-3">
          <SectionHead id="bounds" size="area" title={t("phases")} />
          <DataTable
            caption={t("phases")}
            hiddenCaption
            rows={bounds}
            rowKey={(row) => row.id}
            columns={[
              { key: "title", header: t("what"), rowHeader: true, cell: (row) => row.title },
              { key: "kind", header: t("kind"), cell: (row) => row.what },
              { key: "old", header: t("old"), cell: (row) => showSourceDate(row.old, locale) },
              {
                key: "new",
                header: t("new"),
                cell: (row) => <strong>{showSourceDate(row.moved, locale)}</strong>,
              },
            ]}
          />
        </section>
      ) : null}
    </div>
  );
}

function useDay() {
  const words = useFormatter();
  return (iso: string) =>
    words.dateTime(new Date(`${iso}T12:00:00Z`), {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
    });
}

function useNote() {
  const t = useTranslations("programmes.clone");
  const day = useDay();
  return (note: MoveNote) => {
    if (note.reason === "holiday") return t("holiday", { day: day(note.from), name: note.holiday });
    return t(note.reason, { day: day(note.from) });
  };
}
