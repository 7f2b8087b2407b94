import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdministrationMenu } from "@/components/people/administration-menu";
import { Activity, Building2, Cog, Mail, ScrollText, Users } from "@/components/ui/icons";
import { PageHead } from "@/components/ui/page-head";
import { countPortal } from "@/lib/people/administration/queries";
import { canAdminister, canReadLog } from "@/lib/people/policy";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { onPage, requireActor } from "@/lib/platform/request";
import { getPortalState } from "@/lib/platform/state/queries";
import { warningsOf } from "@/lib/platform/state/warnings";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "people.administration" });
  return { title: t("title") };
}

export default async function AdministrationPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const actor = await requireActor();
  // Whoever reads only the log has nothing else to choose here.
  if (canReadLog(actor) && !canAdminister(actor)) {
    redirect(getPathname({ href: "/area/administration/log", locale }));
  }
  const [t, counts, state] = await onPage(
    Promise.all([getTranslations("people.administration"), countPortal(actor), getPortalState(actor)]),
  );
  const { jobs, mails } = state.figures;
  return (
    <div className="space-y-6">
      <PageHead size="area" title={t("title")} lead={t("lead")} />
      <AdministrationMenu
        items={[
          {
            href: "/area/administration/people",
            icon: <Users />,
            title: t("people"),
            text: t("peopleLead"),
            note: t("peopleCount", { count: counts.people }),
          },
          {
            href: "/area/administration/organisations",
            icon: <Building2 />,
            title: t("organisations"),
            text: t("organisationsLead"),
            note: t("organisationsCount", { count: counts.organisations }),
          },
          {
            href: "/area/administration/mail",
            icon: <Mail />,
            title: t("mail"),
            text: t("mailLead"),
            note: t("deadMails", { count: mails.dead }),
          },
          {
            href: "/area/administration/jobs",
            icon: <Cog />,
            title: t("jobs"),
            text: t("jobsLead"),
            note: t("deadJobs", { count: jobs.dead }),
          },
          {
            href: "/area/administration/log",
            icon: <ScrollText />,
            title: t("log"),
            text: t("logLead"),
          },
          {
            href: "/area/administration/state",
            icon: <Activity />,
            title: t("portalState"),
            text: t("portalStateLead"),
            note: t("stateNote", { count: warningsOf(state).length }),
          },
        ]}
      />
    </div>
  );
}
