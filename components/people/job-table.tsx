import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { retryJobAction } from "@/lib/people/administration/actions";
import { formatInstant } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { JobRow, JobState } from "@/lib/platform/jobs/queries";

const tones: Record<JobState, StateTone> = {
  waiting: "todo",
  running: "running",
  failed: "correct",
  dead: "late",
};

/** What the worker has still to do, and what did not succeed. */
export function JobTable({ jobs }: { jobs: JobRow[] }) {
  const t = useTranslations("people.administration.jobList");
  const locale = useLocale() as Locale;
  const nameOf = (name: string) => {
    const key = `names.${name}` as "names.notify";
    return t.has(key) ? t(key) : name;
  };
  return (
    <DataTable
      caption={t("job")}
      hiddenCaption
      rows={jobs}
      rowKey={(one) => one.id}
      empty={
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      }
      columns={[
        { key: "name", header: t("job"), rowHeader: true, cell: (one) => nameOf(one.name) },
        {
          key: "state",
          header: t("stateLabel"),
          cell: (one) => (
            <>
              <StateChip tone={tones[one.state]}>{t(`state.${one.state}`)}</StateChip>
              {one.error ? <span className="block text-meta text-muted">{one.error}</span> : null}
            </>
          ),
        },
        {
          key: "attempts",
          header: t("attempts"),
          numeric: true,
          cell: (one) => t("attemptsOf", { made: one.attempts, most: one.maxAttempts }),
        },
        { key: "created", header: t("created"), cell: (one) => formatInstant(one.createdAt, locale) },
        { key: "runAt", header: t("runAt"), cell: (one) => formatInstant(one.runAt, locale) },
        {
          key: "actions",
          header: t("retry"),
          hiddenHeader: true,
          cell: (one) =>
            one.state === "dead" ? (
              <ActionForm action={retryJobAction} hidden={{ id: one.id }} className="">
                <SubmitButton
                  variant="outline"
                  size={32}
                  aria-label={t("retryOf", { name: nameOf(one.name) })}
                >
                  {t("retry")}
                </SubmitButton>
              </ActionForm>
            ) : null,
        },
      ]}
    />
  );
}
