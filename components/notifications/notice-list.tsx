import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useMoment } from "@/components/forum/moment";
import { AppLink } from "@/components/ui/app-link";
import { Check } from "@/components/ui/icons";
import type { ShownNotice } from "@/lib/notifications/centre/queries";
import type { NoticeFilters } from "@/lib/notifications/centre/schema";
import { given } from "@/lib/platform/lists/query";

type Props = { rows: ShownNotice[]; filters: NoticeFilters; at: Date; markRead: FormAction };

/** What one was told, latest first; what was not read is marked by a dot and in words. */
export function NoticeList({ rows, filters, at, markRead }: Props) {
  const t = useTranslations("notifications");
  const moment = useMoment(at);
  return (
    <ul aria-label={t("centre.list")} className="border-hairline border-t">
      {rows.map((notice) => (
        <li
          key={notice.id}
          className="flex flex-wrap items-center gap-x-6 gap-y-1 border-hairline border-b py-3 sm:flex-nowrap"
        >
          <div className="flex min-w-0 flex-1 basis-60 items-start gap-3">
            <span
              aria-hidden="true"
              className={`mt-2 size-2.5 shrink-0 rounded-full ${notice.readAt ? "" : "bg-action"}`}
            />
            <div className="min-w-0">
              <Sentence notice={notice} />
              <p className="text-meta text-muted">
                {notice.readAt ? null : (
                  <span className="font-semibold text-ink">{t("centre.unread")}, </span>
                )}
                {t(`groups.${notice.group}`)}
                {notice.about ? `, ${notice.about.programme.shortTitle}` : null},{" "}
                <time dateTime={notice.latestAt.toISOString()}>{moment(notice.latestAt)}</time>
              </p>
            </div>
          </div>
          {notice.readAt ? null : (
            <ActionForm
              action={markRead}
              id={`read-${notice.id}`}
              hidden={{ id: notice.id, ...given(filters) }}
              className="no-print ml-5 sm:ml-0"
            >
              <SubmitButton variant="plain" size={40} icon={<Check />}>
                {t("centre.markOne")}
                <span className="sr-only">
                  {": "}
                  {sentenceOf(notice, t)}
                </span>
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Sentence({ notice }: { notice: ShownNotice }) {
  const t = useTranslations("notifications");
  const locale = useLocale();
  if (!notice.about) return <p className="text-muted">{t("centre.gone")}</p>;
  return (
    <p className={`break-words ${notice.readAt ? "" : "font-semibold"}`}>
      <AppLink href={{ url: `/api/notifications/${notice.id}?locale=${locale}` }}>
        {sentenceOf(notice, t)}
      </AppLink>
    </p>
  );
}

function sentenceOf(
  { kind, about, count }: ShownNotice,
  t: ReturnType<typeof useTranslations<"notifications">>,
): string {
  return about ? t(`told.${kind}`, { title: about.title, body: about.body ?? "", count }) : t("centre.gone");
}
