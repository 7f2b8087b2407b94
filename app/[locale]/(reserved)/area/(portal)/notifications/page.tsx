import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { NoticeFilters } from "@/components/notifications/notice-filters";
import { NoticeList } from "@/components/notifications/notice-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { CheckCheck, Settings2 } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { markNoticeReadAction, markNoticesReadAction } from "@/lib/notifications/centre/actions";
import { getKeptDays, listNoticeProgrammes, listNotices } from "@/lib/notifications/centre/queries";
import { noticeFiltersSchema } from "@/lib/notifications/centre/schema";
import type { Locale } from "@/lib/platform/i18n/routing";
import { readCursor } from "@/lib/platform/lists/cursor";
import { given, one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "notifications.centre" });
  return { title: t("title") };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const filters = noticeFiltersSchema.parse(query);
  const after = readCursor(one(query.after));
  const [t, page, programmes, days] = await onPage(
    Promise.all([
      getTranslations("notifications.centre"),
      listNotices(actor, filters, after ? { after } : {}),
      listNoticeProgrammes(actor),
      getKeptDays(actor),
    ]),
  );
  const here = "/area/notifications" as const;
  const isFiltered = Object.keys(given(filters)).length > 0;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {page.upTo ? (
              <ActionForm
                action={markNoticesReadAction}
                id="mark-all"
                className=""
                hidden={{ upTo: page.upTo, ...given(filters) }}
              >
                <SubmitButton variant="outline" size={40} icon={<CheckCheck />}>
                  {t("markAll")}
                </SubmitButton>
              </ActionForm>
            ) : null}
            <ButtonLink
              variant="outline"
              size={40}
              icon={<Settings2 />}
              href="/area/notifications/preferences"
            >
              {t("preferences")}
            </ButtonLink>
          </>
        }
      />
      <NoticeFilters filters={filters} programmes={programmes} />
      {page.rows.length === 0 ? (
        <EmptyState title={t(isFiltered ? "emptyFiltered" : "empty")}>
          {isFiltered ? null : t("emptyNext")}
        </EmptyState>
      ) : (
        <NoticeList rows={page.rows} filters={filters} at={actor.at} markRead={markNoticeReadAction} />
      )}
      <Pager
        next={page.next ? { pathname: here, query: { ...given(filters), after: page.next } } : undefined}
        summary={t("kept", { days })}
      />
    </div>
  );
}
