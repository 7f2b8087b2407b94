import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ConfirmPage } from "@/components/form/confirm-page";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { removeTableAction } from "@/lib/tables/actions";
import { getTable } from "@/lib/tables/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getTable);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "tables.remove" });
  return { title: pageTitle(t("title"), (await open(slug, id)).title) };
}

export default async function RemoveTablePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  await onPage(getAreaProgramme(await requireActor(), slug));
  const { title, version, seats, mayEdit } = await open(slug, id);
  pageNeeds(mayEdit);
  const [t, all] = await Promise.all([getTranslations("tables.remove"), getTranslations("tables")]);
  const here = { pathname: "/area/programmes/[slug]/tables/[id]", params: { slug, id } } as const;
  return (
    <ConfirmPage
      title={t("title")}
      crumbs={[
        { label: all("title"), href: { pathname: "/area/programmes/[slug]/tables", params: { slug } } },
        { label: title, href: here },
        { label: t("title") },
      ]}
      action={removeTableAction}
      hidden={{ id, version }}
      confirm={{ label: t("confirm") }}
      cancel={{ href: here, label: t("cancel") }}
    >
      <p>{t("text", { title, people: seats.length })}</p>
      <p className="text-muted">{t("undo")}</p>
    </ConfirmPage>
  );
}
