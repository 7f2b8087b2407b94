import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { TableForm } from "@/components/tables/table-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, pageNeeds, pageQuery, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { changeTableAction } from "@/lib/tables/actions";
import { getTable } from "@/lib/tables/queries";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getTable);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id } = await params;
  const t = await getTranslations({ locale, namespace: "tables" });
  return { title: pageTitle(t("change"), (await open(slug, id)).title) };
}

export default async function ChangeTablePage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  await onPage(getAreaProgramme(await requireActor(), slug));
  const table = await open(slug, id);
  pageNeeds(table.mayEdit);
  const t = await getTranslations("tables");
  const here = { pathname: "/area/programmes/[slug]/tables/[id]", params: { slug, id } } as const;
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("change")}
        crumbs={[
          { label: t("title"), href: { pathname: "/area/programmes/[slug]/tables", params: { slug } } },
          { label: table.title, href: here },
          { label: t("change") },
        ]}
      />
      <TableForm
        action={changeTableAction}
        hidden={{ id, version: table.version }}
        cancel={here}
        table={table}
      />
      <p>
        <AppLink href={{ pathname: "/area/programmes/[slug]/tables/[id]/remove", params: { slug, id } }}>
          {t("remove.link")}
        </AppLink>
      </p>
    </div>
  );
}
