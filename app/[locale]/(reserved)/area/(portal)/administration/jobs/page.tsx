import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Select } from "@/components/form/select";
import { DoneNotice } from "@/components/people/done-notice";
import { JobTable } from "@/components/people/job-table";
import { ListFilters } from "@/components/ui/list-filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listJobs } from "@/lib/platform/jobs/queries";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const states = ["waiting", "running", "failed", "dead"] as const;
const filtersSchema = z.object({ state: z.enum(states).optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("jobs") };
}

export default async function JobsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const filters = filtersSchema.parse(query);
  const [t, page] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      listJobs(actor, filters, { after: one(query.after) }),
    ]),
  );
  const here = "/area/administration/jobs" as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("jobs")}
        lead={t("jobsLead")}
        crumbs={[{ label: t("title"), href: "/area/administration" }, { label: t("jobs") }]}
      />
      <DoneNotice done={one(query.done)} />
      <ListFilters action={getPathname({ href: here, locale })} reset={filters.state ? here : undefined}>
        <Select
          name="state"
          label={t("state")}
          placeholder={t("anyState")}
          defaultValue={filters.state}
          options={states.map((state) => ({ value: state, label: t(`jobList.state.${state}`) }))}
        />
      </ListFilters>
      <JobTable jobs={page.rows} />
      <Pager
        next={page.next ? { pathname: here, query: { ...given(filters), after: page.next } } : undefined}
      />
    </div>
  );
}
