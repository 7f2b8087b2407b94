import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Board } from "@/components/documents/board";
import { Escalation } from "@/components/documents/escalation";
import { WideContent } from "@/components/layout/area-shell";
import { PrintButton } from "@/components/layout/print-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { buildMatrix } from "@/lib/documents/deliverables/matrix";
import { canRequestDeliverables } from "@/lib/documents/deliverables/policy";
import { getMatrix } from "@/lib/documents/deliverables/queries";
import { remindBodiesAction } from "@/lib/documents/deliverables/reminders/actions";
import { findEscalation } from "@/lib/documents/deliverables/reminders/queries";
import { matrixFiltersSchema } from "@/lib/documents/deliverables/schema";
import { readsAllBodies } from "@/lib/documents/queries";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getAreaProgramme } from "@/lib/programmes/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "documents" });
  return { title: t("matrix.title") };
}

export default async function DeliverablesPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const programme = await onPage(getAreaProgramme(actor, slug));
  const filters = matrixFiltersSchema.parse(await searchParams);
  const [t, data, escalation] = await Promise.all([
    getTranslations("documents"),
    getMatrix(actor, programme.id),
    findEscalation(actor, programme.id),
  ]);
  const matrix = buildMatrix(data.cells, filters, actor.at);
  const mayAsk = canRequestDeliverables(actor, programme.id);
  const add = mayAsk ? (
    <ButtonLink
      size={40}
      icon={<Plus />}
      href={{ pathname: "/area/programmes/[slug]/deliverables/requests/new", params: { slug } }}
    >
      {t("matrix.add")}
    </ButtonLink>
  ) : null;
  return (
    <WideContent>
      <div className="space-y-5">
        <PageHead
          size="area"
          title={t("matrix.title")}
          note={t("matrix.summary", {
            bodies: matrix.bodies.length,
            requests: data.requests.length,
            deliverables: data.cells.length,
          })}
          actions={
            <>
              {data.requests.length > 0 ? <PrintButton label={t("matrix.print")} /> : null}
              {add}
            </>
          }
        />
        {data.requests.length === 0 ? (
          <EmptyState title={t("matrix.empty")} action={add}>
            {mayAsk ? t("matrix.emptyNext") : t("matrix.emptyWait")}
          </EmptyState>
        ) : (
          <Board
            slug={slug}
            data={data}
            matrix={matrix}
            filters={filters}
            isOwn={!readsAllBodies(actor, programme.id)}
            now={actor.at}
            caption={t("matrix.caption", { programme: programme.shortTitle })}
            escalation={
              escalation ? (
                <Escalation slug={slug} escalation={escalation} now={actor.at} remind={remindBodiesAction} />
              ) : null
            }
          />
        )}
      </div>
    </WideContent>
  );
}
