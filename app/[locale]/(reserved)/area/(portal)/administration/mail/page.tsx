import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Select } from "@/components/form/select";
import { DoneNotice } from "@/components/people/done-notice";
import { MailTable } from "@/components/people/mail-table";
import { ListDownload } from "@/components/ui/list-download";
import { ListFilters } from "@/components/ui/list-filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { countMails, listMails } from "@/lib/platform/mail/queries";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const states = ["QUEUED", "SENT", "KEPT", "FAILED", "DEAD", "RETURNED", "UNREACHABLE"] as const;
const filtersSchema = z.object({ state: z.enum(states).optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("mail") };
}

export default async function MailPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const filters = filtersSchema.parse(query);
  const [t, page, counts] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      listMails(actor, filters, { after: readCursor(one(query.after)) }),
      countMails(actor),
    ]),
  );
  const here = "/area/administration/mail" as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("mail")}
        lead={t("mailLead")}
        crumbs={[{ label: t("title"), href: "/area/administration" }, { label: t("mail") }]}
      />
      <DoneNotice done={one(query.done)} />
      <ListFilters action={getPathname({ href: here, locale })} reset={filters.state ? here : undefined}>
        <Select
          name="state"
          label={t("state")}
          placeholder={t("anyState")}
          defaultValue={filters.state}
          options={states.map((state) => ({
            value: state,
            label: `${t(`mailList.state.${state}`)} (${counts[state] > 99 ? "99+" : counts[state]})`,
          }))}
        />
      </ListFilters>
      {counts.KEPT > 0 ? <p className="measure text-meta text-muted">{t("mailList.keptNote")}</p> : null}
      <MailTable mails={page.rows} />
      <ListDownload list="mails" filters={filters} />
      <Pager
        next={page.next ? { pathname: here, query: { ...given(filters), after: page.next } } : undefined}
      />
    </div>
  );
}
