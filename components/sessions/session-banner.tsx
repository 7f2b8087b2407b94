import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { SessionView } from "@/lib/sessions/view/queries";

/** What a reader must know before the rest: draft, cancelled and why, held and not closed, reopened and why. */
export function SessionBanner({ session, mayManage }: { session: SessionView; mayManage?: boolean }) {
  const t = useTranslations("sessions.view");
  const { phase, state } = session;
  if (phase === "DRAFT") return <Notice title={t("draft")}>{t("draftNote")}</Notice>;
  if (phase === "CANCELLED") {
    return (
      <Notice tone="error" title={t("cancelled")}>
        {session.cancelReason}
      </Notice>
    );
  }
  if (state === "CONVENED" && session.reopenReason)
    return <Notice title={t("reopened")}>{session.reopenReason}</Notice>;
  if (phase === "HELD" && mayManage) return <Notice title={t("toClose")}>{t("toCloseNote")}</Notice>;
  return null;
}
