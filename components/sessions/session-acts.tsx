import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import {
  CalendarX,
  CirclePlay,
  Lock,
  LockOpen,
  Pencil,
  ScrollText,
  Send,
  UserCheck,
} from "@/components/ui/icons";
import type { MemberSessionView } from "@/lib/sessions/view/queries";

type Act =
  | "live"
  | "edit"
  | "convene"
  | "recordPast"
  | "attendance"
  | "openMinutes"
  | "close"
  | "cancel"
  | "reopen";

const base = "/area/programmes/[slug]/sessions/[id]";
const pages = {
  live: { pathname: `${base}/live`, icon: <CirclePlay /> },
  edit: { pathname: `${base}/edit`, icon: <Pencil /> },
  convene: { pathname: `${base}/convene`, icon: <Send /> },
  recordPast: { pathname: `${base}/close`, icon: <Lock /> },
  attendance: { pathname: `${base}/attendance`, icon: <UserCheck /> },
  openMinutes: { pathname: `${base}/minutes`, icon: <ScrollText /> },
  close: { pathname: `${base}/close`, icon: <Lock /> },
  cancel: { pathname: `${base}/cancel`, icon: <CalendarX /> },
  reopen: { pathname: `${base}/reopen`, icon: <LockOpen /> },
} as const satisfies Record<Act, { pathname: string; icon: ReactNode }>;

type Props = { session: MemberSessionView; now: Date };

/** What the reader may do with a session at this moment; the first is the one that is due. */
export function SessionActs({ session, now }: Props) {
  const t = useTranslations("sessions.view");
  const words = useTranslations("live.page");
  const acts = actsFor(session, now);
  if (acts.length === 0) return null;
  const params = { slug: session.programme.slug, id: session.id };
  return (
    <section aria-label={t("actions")} className="no-print flex flex-wrap gap-3">
      {acts.map((act, index) => (
        <ButtonLink
          key={act}
          href={{ pathname: pages[act].pathname, params }}
          size={40}
          icon={pages[act].icon}
          variant={variantOf(act, index === 0)}
        >
          {act === "live" ? words(session.live === "run" ? "open" : "follow") : t(act)}
        </ButtonLink>
      ))}
    </section>
  );
}

function variantOf(act: Act, isFirst: boolean) {
  if (act === "cancel") return "danger";
  return isFirst ? "primary" : "outline";
}

function actsFor({ state, may, live, startsAt, endsAt }: MemberSessionView, now: Date): Act[] {
  const begun = startsAt <= now;
  const acts: Act[] = live ? ["live"] : [];
  if (state === "DRAFT" && may.manage) acts.push(endsAt <= now ? "recordPast" : "convene", "edit", "cancel");
  if (state === "CLOSED" && may.readMinutes) acts.push("openMinutes");
  if (state !== "CONVENED") return state === "CLOSED" && may.manage ? [...acts, "reopen"] : acts;
  if (begun && may.manage) acts.push("close", "attendance");
  if (begun && may.readMinutes) acts.push("openMinutes");
  if (may.manage) acts.push("edit", "cancel");
  return acts;
}
