import { useLocale, useTranslations } from "next-intl";
import { Document } from "@/components/sessions/minutes/minutes-rounds";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatLongDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { MinutesView } from "@/lib/sessions/minutes/queries";

/** Where the minutes stand and what comes next, in a sentence. */
export function MinutesNotice({ view }: { view: MinutesView }) {
  const t = useTranslations("minutes.notice");
  const locale = useLocale() as Locale;
  const { minutes, asked, rounds, session } = view;
  if (!minutes) return null;
  const current = rounds.find((one) => one.number === minutes.round);
  const said = (verdict: "APPROVED" | "OBJECTED") => asked.filter((one) => one.verdict === verdict).length;
  const term = minutes.termEndsAt ? formatLongDay(minutes.termEndsAt, locale) : "none";
  const figures = { approved: said("APPROVED"), asked: asked.length, objected: said("OBJECTED"), term };
  if (minutes.state === "DRAFT") {
    return (
      <Notice title={t("draft")}>{session.state === "CLOSED" ? t("draftClosed") : t("draftOpen")}</Notice>
    );
  }
  const answer = view.may.judge ? (
    <ButtonLink href={{ url: "#verdict-form" }} size={40} variant="outline">
      {t("answer")}
    </ButtonLink>
  ) : undefined;
  if (minutes.state === "PROPOSED") {
    return (
      <Notice title={t("proposed", { term })} action={answer}>
        {t("figures", figures)}
      </Notice>
    );
  }
  if (minutes.state === "OBJECTED") {
    return (
      <Notice tone="warning" title={t("objected", figures)} action={answer}>
        {t("objectedNote", figures)}
      </Notice>
    );
  }
  const title =
    minutes.state === "PUBLISHED" && minutes.publishedAt
      ? t("published", { when: formatLongDay(minutes.publishedAt, locale) })
      : t("approved");
  return (
    <Notice tone="success" title={title}>
      <Approval view={view} />
      {current?.pdfSha256 ? (
        <Document round={current.number} sha256={current.pdfSha256} id={session.id} />
      ) : null}
    </Notice>
  );
}

function Approval({ view: { minutes, rounds } }: { view: MinutesView }) {
  const t = useTranslations("minutes.notice");
  const current = rounds.find((one) => one.number === minutes?.round);
  if (!current) return minutes?.round === 0 ? <p>{t("neverProposed")}</p> : null;
  return (
    <>
      <p>{current.endedAs === "APPROVED_BY_ALL" ? t("byAll") : t("byTerm")}</p>
      {current.pdfSha256 ? null : <p className="text-muted">{t("pdfComing")}</p>}
    </>
  );
}
