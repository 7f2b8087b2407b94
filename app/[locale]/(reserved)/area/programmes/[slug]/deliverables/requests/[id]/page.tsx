import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RequestBodies } from "@/components/documents/request-bodies";
import { RequestFacts } from "@/components/documents/request-facts";
import { RequestMaterial } from "@/components/documents/request-material";
import { RequestReview } from "@/components/documents/request-review";
import { ButtonLink } from "@/components/ui/button";
import { Pencil } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { getRequest, listOfRequest } from "@/lib/documents/deliverables/requests/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string }> };

const open = pageQuery(getRequest);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const t = await getTranslations({ locale, namespace: "documents" });
  const request = await open(id);
  return { title: pageTitle(t("request.one"), request.title) };
}

export default async function RequestPage({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const request = await open(id);
  // By the identifier that was found: what stands in the address may be none.
  const [rows, t] = await Promise.all([listOfRequest(actor, request.id), getTranslations("documents")]);
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={request.title}
        crumbs={[
          {
            href: { pathname: "/area/programmes/[slug]/deliverables", params: { slug } },
            label: t("matrix.title"),
          },
          { label: request.title },
        ]}
        actions={
          canRequestDeliverables(actor, request.programmeId) ? (
            <ButtonLink
              size={40}
              variant="outline"
              icon={<Pencil />}
              href={{
                pathname: "/area/programmes/[slug]/deliverables/requests/[id]/edit",
                params: { slug, id },
              }}
            >
              {t("request.change")}
            </ButtonLink>
          ) : null
        }
      />
      <RequestFacts request={request} />
      <RequestReview request={request} />
      <RequestMaterial slug={slug} materials={request.materials} />
      <RequestBodies slug={slug} rows={rows} now={actor.at} />
    </div>
  );
}
