import { useLocale, useTranslations } from "next-intl";
import { DeliverableChip } from "@/components/documents/state";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink } from "@/components/ui/app-link";
import { CalloutCard } from "@/components/ui/callout-card";
import { DataTable } from "@/components/ui/data-table";
import { Bell, ClockAlert } from "@/components/ui/icons";
import { daysLate } from "@/lib/documents/deliverables/due";
import type { Escalation as Facts } from "@/lib/documents/deliverables/reminders/queries";
import { formatDay, formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; escalation: Facts; now: Date; remind: FormAction };

/** Who is late and since when, whom one click reminds, and when they were reminded last. */
export function Escalation({ slug, escalation, now, remind }: Props) {
  const t = useTranslations("deliverables.escalation");
  const { overdue, toRemind, remindedToday } = escalation;
  if (overdue.length === 0 && toRemind === 0 && remindedToday === 0) return null;
  const bodies = [...new Set(overdue.map((one) => one.organisation.shortName))];
  return (
    <section id="escalation" className="scroll-mt-20 space-y-3 print:hidden">
      <CalloutCard tone={overdue.length > 0 ? "late" : "action"} compact>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <p className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
            <ClockAlert
              className={`mt-0.5 size-5 shrink-0 ${overdue.length > 0 ? "text-late" : "text-muted"}`}
            />
            <span>
              <strong className="font-semibold">{t("overdue", { count: overdue.length })}</strong>{" "}
              {bodies.join(", ")}
              {remindedToday > 0 ? (
                <span className="block text-meta text-muted">
                  {t("remindedToday", { count: remindedToday })}
                </span>
              ) : null}
            </span>
          </p>
          {toRemind > 0 ? (
            <ActionForm action={remind} id="remind-all" hidden={{ programme: slug }} className="">
              <SubmitButton size={40} icon={<Bell />}>
                {t("remindAll", { count: toRemind })}
              </SubmitButton>
            </ActionForm>
          ) : null}
        </div>
        {toRemind > 0 ? <p className="mt-2 text-meta text-muted">{t("whom")}</p> : null}
      </CalloutCard>
      {overdue.length > 0 ? (
        <details className="rounded border border-hairline px-4 py-3">
          <summary className="cursor-pointer font-semibold text-link">
            {t("list", { count: overdue.length })}
          </summary>
          <div className="mt-3">
            <OverdueTable slug={slug} rows={overdue} now={now} remind={remind} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function OverdueTable({ slug, rows, now, remind }: { rows: Facts["overdue"] } & Omit<Props, "escalation">) {
  const t = useTranslations("deliverables.escalation");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={t("caption")}
      hiddenCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "request",
          header: t("request"),
          rowHeader: true,
          cell: (row) => (
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/deliverables/[id]", params: { slug, id: row.id } }}
            >
              {row.organisation.shortName}: {row.request.position}. {row.request.title}
            </AppLink>
          ),
        },
        { key: "state", header: t("state"), cell: (row) => <DeliverableChip state={row.state} /> },
        {
          key: "since",
          header: t("since"),
          cell: (row) => t("sinceDay", { day: formatDay(row.dueAt, locale), days: daysLate(row.dueAt, now) }),
        },
        {
          key: "reminded",
          header: t("reminded"),
          cell: (row) => (row.remindedAt ? formatInstant(row.remindedAt, locale) : t("never")),
        },
        {
          key: "act",
          header: t("act"),
          cell: (row) =>
            row.isRemindedToday ? (
              <span className="text-muted">{t("done")}</span>
            ) : (
              <ActionForm
                action={remind}
                id={`remind-${row.id}`}
                hidden={{ programme: slug, body: row.organisation.id }}
                className=""
              >
                <SubmitButton variant="outline" size={32}>
                  {t("remindOne")}
                  <span className="sr-only"> {row.organisation.shortName}</span>
                </SubmitButton>
              </ActionForm>
            ),
        },
      ]}
    />
  );
}
