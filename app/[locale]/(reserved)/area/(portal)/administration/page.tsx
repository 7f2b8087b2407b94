import { Building2, Cog, Mail, ScrollText, Users } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdministrationMenu } from "@/components/people/administration-menu";
import { PageHead } from "@/components/ui/page-head";
import { countPortal } from "@/lib/people/administration/queries";
import { canAdminister, canReadLog } from "@/lib/people/policy";
import { getPathname } from "@/lib/platform/i18n/navigation";
import type { Locale } from "@/lib/platform/i18n/routing";
import { listJobs } from "@/lib/platform/jobs/queries";
import { countMails } from "@/lib/platform/mail/queries";
import { onPage, requireActor } from "@/lib/platform/request";

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
  const [t, counts, mails, dead] = await onPage(
    Promise.all([
      getTranslations("people.administration"),
      countPortal(actor),
      countMails(actor),
      listJobs(actor, { state: "dead" }, { size: 200 }),
    ]),
  );
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
            note: t("deadMails", { count: mails.DEAD }),
          },
          {
            href: "/area/administration/jobs",
            icon: <Cog />,
            title: t("jobs"),
            text: t("jobsLead"),
            note: t("deadJobs", { count: dead.rows.length }),
          },
          {
            href: "/area/administration/log",
            icon: <ScrollText />,
            title: t("log"),
            text: t("logLead"),
          },
        ]}
      />
    </div>
  );
}
