import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { RequestForm } from "@/components/documents/request-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { listTemplates } from "@/lib/documents/queries";
import { pageTitle } from "@/lib/platform/i18n/page-title";
import type { Locale } from "@/lib/platform/i18n/routing";
import { pageQuery, requireActor } from "@/lib/platform/request";
import { listBodies } from "@/lib/programmes/queries";
import { requestFromDecisionAction } from "@/lib/sessions/minutes/actions";
import { getDecision } from "@/lib/sessions/minutes/follow/queries";
import { sessionName } from "@/lib/sessions/session-row";

type Props = { params: Promise<{ locale: Locale; slug: string; id: string; decision: string }> };

const open = pageQuery(getDecision);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, id, decision } = await params;
  const t = await getTranslations({ locale, namespace: "minutes.request" });
  const { session } = await open(slug, id, decision);
  return { title: pageTitle(t("title"), sessionName(session, locale)) };
}

export default async function RequestFromDecisionPage({ params }: Props) {
  const { locale, slug, id, decision: decisionId } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const decision = await open(slug, id, decisionId);
  const programmeId = decision.session.programme.id;
  const [t, bodies, templates] = await Promise.all([
    getTranslations("minutes.request"),
    listBodies(actor, programmeId),
    listTemplates(actor, programmeId),
  ]);
  const place = { slug, id };
  return (
    <div className="space-y-6">
      <PageHead
        size="area"
        title={t("title")}
        crumbs={[
          {
            label: decision.session.title,
            href: { pathname: "/area/programmes/[slug]/sessions/[id]", params: place },
          },
          {
            label: t("minutes"),
            href: { pathname: "/area/programmes/[slug]/sessions/[id]/minutes", params: place },
          },
          { label: t("title") },
        ]}
      />
      <blockquote className="measure whitespace-pre-line border-action border-l-4 bg-ground px-4 py-3">
        {decision.text}
      </blockquote>
      {decision.requestId ? (
        <Notice
          title={t("done")}
          action={
            <ButtonLink
              size={40}
              href={{
                pathname: "/area/programmes/[slug]/deliverables/requests/[id]",
                params: { slug, id: decision.requestId },
              }}
            >
              {t("open")}
            </ButtonLink>
          }
        />
      ) : (
        <RequestForm
          slug={slug}
          action={requestFromDecisionAction}
          templates={templates}
          bodies={bodies.filter((body) => body.state === "SELECTED" || body.state === "ACTIVE")}
          from={{ decision: decision.id, ...proposedTexts(decision.text) }}
        />
      )}
    </div>
  );
}

/** The first line of a decision is the title of what is asked, as far as it fits; a longer one is its instructions. */
function proposedTexts(text: string): { title: string; instructions: string } {
  const [first = ""] = text.split("\n");
  const title = first.length <= 120 ? first : `${first.slice(0, 119).replace(/\s+\S*$/, "")}…`;
  return { title, instructions: title === text ? "" : text };
}
