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

type Paper = { url: string; label: string };

/** What of a session can be had on paper: convening letters, the register, certificates; each only for whom it is. */
export function SessionDocuments({ session, view, claim, issue }: Props) {
  const t = useTranslations("attendance.documents");
  const { letters, register, own, others } = usePapers(session.id, view);
  const { may, protocol } = view;
  const hasPapers = letters.length + register.length + own.length + others.length > 0;
  if (!hasPapers && !may.claim && !may.issue && !may.setProtocol) return null;
  return (
    <section aria-labelledby="session-documents" className="no-print space-y-3">
      <h2 id="session-documents" className="text-h4">
        {t("title")}
      </h2>
      {protocol ? <Protocol {...protocol} /> : null}
      <Papers papers={[...own, ...register, ...(letters.length === 1 ? letters : [])]} />
      {letters.length > 1 ? <Folded title={t("letters")} papers={letters} /> : null}
      {others.length > 0 ? <Folded title={t("certificates")} papers={others} /> : null}
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

function Papers({ papers }: { papers: Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <ul className="space-y-2">
      {papers.map(({ url, label }) => (
        <li key={url} className="flex gap-2 [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0">
          <Download />
          <AppLink href={{ url }} download className="min-w-0 [overflow-wrap:anywhere]">
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** Many of a kind, one a body or person, out of the way until they are asked for. */
function Folded({ title, papers }: { title: string; papers: Paper[] }) {
  const t = useTranslations("attendance.documents");
  return (
    <details>
      <summary className="cursor-pointer font-semibold text-link">
        {t("folded", { title, count: papers.length })}
      </summary>
      <div className="mt-2">
        <Papers papers={papers} />
      </div>
    </details>
  );
}

function Protocol({ number, date }: NonNullable<AttendanceView["protocol"]>) {
  const t = useTranslations("attendance.documents");
  const locale = useLocale() as Locale;
  return (
    <p>{date ? t("protocolOf", { number, day: formatDay(date, locale) }) : t("protocol", { number })}</p>
  );
}

function usePapers(
  id: string,
  view: AttendanceView,
): Record<"letters" | "register" | "own" | "others", Paper[]> {
  const t = useTranslations("attendance.documents");
  const locale = useLocale();
  const certificate = ({ number, year, ...one }: AttendanceView["certificates"][number]): Paper => ({
    url: `/api/attendance/certificate/${one.id}?locale=${locale}`,
    label: one.isOwn ? t("own", { number, year }) : t("certificate", { number, year, name: one.name }),
  });
  const letter = ({ organisationId, body }: AttendanceView["letters"][number]): Paper => {
    const query = new URLSearchParams({ ...(organisationId ? { body: organisationId } : {}), locale });
    const named = body ? t("letterFor", { body }) : t("letterTeam");
    return {
      url: `/api/attendance/letter/${id}?${query}`,
      label: view.letters.length === 1 ? t("letter") : named,
    };
  };
  const register = {
    url: `/api/attendance/register/${id}?locale=${locale}`,
    label: t(view.bodies.length > 0 ? "registerRecorded" : "registerToSign"),
  };
  return {
    letters: view.letters.map(letter),
    register: view.may.register ? [register] : [],
    own: view.certificates.filter((one) => one.isOwn).map(certificate),
    others: view.certificates.filter((one) => !one.isOwn).map(certificate),
  };
}
