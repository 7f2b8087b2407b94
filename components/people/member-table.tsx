import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import type { Member } from "@/lib/people/members/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = { slug: string; caption: string; members: Member[] };

/** People with their role; who may, sees addresses and ends roles. */
export function MemberTable({ slug, caption, members }: Props) {
  const t = useTranslations("people");
  const locale = useLocale() as Locale;
  const withEmail = members.some((one) => one.email !== null);
  const withActions = members.some((one) => one.canEnd);
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={members}
      rowKey={(one) => one.assignmentId}
      columns={[
        { key: "name", header: t("members.name"), rowHeader: true, cell: (one) => one.name },
        { key: "role", header: t("members.role"), cell: (one) => t(`roles.${one.role}`) },
        ...(withEmail
          ? [
              {
                key: "email",
                header: t("members.email"),
                cell: (one: Member) =>
                  one.email ? <AppLink href={{ url: `mailto:${one.email}` }}>{one.email}</AppLink> : null,
              },
            ]
          : []),
        { key: "since", header: t("members.since"), cell: (one) => formatDay(one.fromAt, locale) },
        ...(withActions
          ? [
              {
                key: "actions",
                header: t("members.actions"),
                hiddenHeader: true,
                cell: (one: Member) =>
                  one.canEnd ? (
                    <AppLink
                      href={{
                        pathname: "/area/programmes/[slug]/bodies",
                        params: { slug },
                        query: { end: one.assignmentId },
                      }}
                      aria-label={t("members.endOf", { name: one.name })}
                      className="py-1"
                    >
                      {t("members.end")}
                    </AppLink>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
