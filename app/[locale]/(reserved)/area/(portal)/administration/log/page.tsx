import type { Metadata } from "next";
import { getMessages, getTranslations, setRequestLocale } from "next-intl/server";
import { LogFiltersForm } from "@/components/people/log-filters-form";
import { LogTable } from "@/components/people/log-table";
import { ListDownload } from "@/components/ui/list-download";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { SectionHead } from "@/components/ui/section-head";
import { logFiltersSchema } from "@/lib/people/administration/schema";
import { getLogChoices, listEvents } from "@/lib/people/log/queries";
import { sentencesOf } from "@/lib/people/log/sentences";
import { canAdminister } from "@/lib/people/policy";
import type { Locale } from "@/lib/platform/i18n/routing";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("log") };
}

export default async function LogPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const filters = logFiltersSchema.parse(query);
  const before = one(query.before);
  const [t, messages, choices, page] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      getMessages(),
      getLogChoices(actor, filters),
      listEvents(actor, filters, {
        before: before && /^\d{1,18}$/.test(before) ? BigInt(before) : undefined,
      }),
    ]),
  );
  const sentences = sentencesOf(messages);
  const here = "/area/administration/log" as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("log")}
        lead={t("logLead")}
        crumbs={
          canAdminister(actor)
            ? [{ label: t("title"), href: "/area/administration" }, { label: t("log") }]
            : undefined
        }
        note={choices.person ? t("logList.onlyPerson", { name: choices.person }) : undefined}
      />
      <LogFiltersForm filters={filters} sentences={sentences} programmes={choices.programmes} />
      <LogTable entries={page.rows} sentences={sentences} />
      <ListDownload list="events" filters={filters} />
      <Pager
        next={page.next ? { pathname: here, query: { ...given(filters), before: page.next } } : undefined}
      />
      <section aria-labelledby="reads" className="space-y-4">
        <SectionHead id="reads" size="area" title={t("readList.title")} />
        <p>{t("readList.lead")}</p>
        <ListDownload list="reads" filters={{}} />
      </section>
    </div>
  );
}
