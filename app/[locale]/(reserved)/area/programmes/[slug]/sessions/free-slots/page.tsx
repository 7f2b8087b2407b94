import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SlotList, SlotQuestion } from "@/components/sessions/slot-list";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { fieldMessage } from "@/lib/platform/i18n/error-messages";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";
import { onPage, requireActor } from "@/lib/platform/request";
import { slotQuerySchema } from "@/lib/sessions/planning/schema";
import { getFreeSlots } from "@/lib/sessions/planning/slots/queries";

type Props = {
  params: Promise<{ locale: Locale; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "planning.slots" });
  return { title: t("title") };
}

export default async function FreeSlotsPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  const query = await searchParams;
  const session = one(query.session);
  const asked = slotQuerySchema.safeParse(query);
  const wasAsked = one(query.from) !== undefined;
  const [t, words, found] = await Promise.all([
    getTranslations("planning.slots"),
    getTranslations("sessions"),
    onPage(getFreeSlots(actor, slug, session, asked.success ? asked.data : null)),
  ]);
  const [issue] = asked.error?.issues ?? [];
  const list = { pathname: "/area/programmes/[slug]/sessions" as const, params: { slug } };
  const parts = found.hours.parts.map(({ from, to }) => `${from}-${to}`).join(", ");
  return (
    <div className="space-y-8">
      <PageHead
        size="area"
        title={t("title")}
        lead={found.session ? t("leadFor", { title: found.session.title }) : t("lead")}
        crumbs={[{ label: words("list.title"), href: list }, { label: t("title") }]}
      />
      <p className="measure text-meta text-muted">{t("hours", { parts, people: found.people })}</p>
      {wasAsked && issue ? <Notice tone="error" live title={await fieldMessage(locale, issue)} /> : null}
      <SlotQuestion
        page={{ pathname: "/area/programmes/[slug]/sessions/free-slots", params: { slug } }}
        session={session}
        asked={{ from: one(query.from), to: one(query.to), minutes: one(query.minutes) }}
      />
      {asked.success ? <SlotList slug={slug} found={found} /> : null}
    </div>
  );
}
