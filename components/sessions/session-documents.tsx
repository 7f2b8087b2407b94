import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink } from "@/components/ui/app-link";
import { Download } from "@/components/ui/icons";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { AttendanceView } from "@/lib/sessions/attendance/queries";

type Props = {
  session: { id: string; slug: string };
  view: AttendanceView;
  claim: FormAction;
  issue: FormAction;
};

/** What of a session can be had on paper: convening letters, the register, certificates; each only for whom it is. */
export function SessionDocuments({ session, view, claim, issue }: Props) {
  const t = useTranslations("attendance.documents");
  const links = useDocuments(session.id, view);
  const { may, protocol } = view;
  if (links.length === 0 && !may.claim && !may.issue && !may.setProtocol) return null;
  return (
    <section aria-labelledby="session-documents" className="no-print space-y-3">
      <h2 id="session-documents" className="text-h4">
        {t("title")}
      </h2>
      {protocol ? <Protocol {...protocol} /> : null}
      {links.length > 0 ? (
        <ul className="space-y-2">
          {links.map(({ url, label }) => (
            <li key={url} className="flex gap-2 [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0">
              <Download />
              <AppLink href={{ url }} download className="min-w-0 [overflow-wrap:anywhere]">
                {label}
              </AppLink>
            </li>
          ))}
        </ul>
      ) : null}
      {may.setProtocol ? (
        <p>
          <AppLink
            href={{
              pathname: "/area/programmes/[slug]/sessions/[id]/protocol",
              params: { slug: session.slug, id: session.id },
            }}
          >
            {t("setProtocol")}
          </AppLink>
        </p>
      ) : null}
      {may.claim ? (
        <ActionForm action={claim} hidden={{ id: session.id }} className="space-y-1.5">
          <SubmitButton variant="outline" size={40}>
            {t("claim")}
          </SubmitButton>
          <p className="text-meta text-muted">{t("claimNote")}</p>
        </ActionForm>
      ) : null}
      {may.issue ? (
        <ActionForm action={issue} hidden={{ id: session.id }} className="">
          <SubmitButton variant="outline" size={40}>
            {t("issue")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}

function Protocol({ number, date }: NonNullable<AttendanceView["protocol"]>) {
  const t = useTranslations("attendance.documents");
  const locale = useLocale() as Locale;
  return (
    <p>{date ? t("protocolOf", { number, day: formatDay(date, locale) }) : t("protocol", { number })}</p>
  );
}

function useDocuments(id: string, view: AttendanceView): { url: string; label: string }[] {
  const t = useTranslations("attendance.documents");
  const locale = useLocale();
  const { letters, certificates, may, bodies } = view;
  return [
    ...letters.map(({ organisationId, body }) => ({
      url: `/api/attendance/letter/${id}?${new URLSearchParams({ ...(organisationId ? { body: organisationId } : {}), locale })}`,
      label: letterLabel(body, letters.length === 1, t),
    })),
    ...(may.register
      ? [
          {
            url: `/api/attendance/register/${id}?locale=${locale}`,
            label: t(bodies.length > 0 ? "registerRecorded" : "registerToSign"),
          },
        ]
      : []),
    ...certificates.map(({ id: certificate, number, year, name, isOwn }) => ({
      url: `/api/attendance/certificate/${certificate}?locale=${locale}`,
      label: isOwn ? t("own", { number, year }) : t("certificate", { number, year, name }),
    })),
  ];
}

function letterLabel(
  body: string | null,
  isOnly: boolean,
  t: ReturnType<typeof useTranslations<"attendance.documents">>,
): string {
  if (isOnly) return t("letter");
  return body ? t("letterFor", { body }) : t("letterTeam");
}
