import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Band } from "@/components/layout/band";
import { CodeForm } from "@/components/people/code-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { presentSignIn } from "@/lib/people/providers/browser";
import { safeNextAddress, withNext } from "@/lib/people/sign-in/next-address";
import { awaitsCode } from "@/lib/people/sign-in/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { one } from "@/lib/platform/lists/query";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.code" });
  return { title: t("title"), robots: { index: false } };
}

export default async function CodePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [t, query] = await Promise.all([getTranslations("people.code"), searchParams]);
  const next = safeNextAddress(one(query.next)) ?? undefined;
  const start = withNext("/sign-in", next);
  // Too late, or never begun: the sign-in page says which.
  if (!(await awaitsCode(visitorActor(now()), await presentSignIn()))) {
    redirect(getPathname({ href: start, locale }));
  }
  const recovery = one(query.with) === "recovery";
  return (
    <Band>
      <div className="space-y-8">
        <PageHead title={t("title")} lead={t(recovery ? "leadRecovery" : "lead")} />
        <CodeForm next={next} recovery={recovery} />
        <p className="measure text-muted">
          {t("lost")} <AppLink href={start}>{t("restart")}</AppLink>
        </p>
      </div>
    </Band>
  );
}
