import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Globe, ListTree, Lock, Send } from "@/components/ui/icons";
import type { MinutesView } from "@/lib/sessions/minutes/queries";

type Props = { view: MinutesView; start: FormAction; publish: FormAction };

/** What is to be done with the minutes now: propose, publish, take over new points of the agenda. */
export function MinutesActs({ view, start, publish }: Props) {
  const t = useTranslations("minutes.acts");
  const { session, minutes, may, missing } = view;
  const params = { slug: session.programme.slug, id: session.id };
  if (!minutes || !(may.publish || may.propose || (may.write && missing > 0))) return null;
  const isClosed = session.state === "CLOSED";
  return (
    <section aria-label={t("title")} className="no-print flex flex-wrap gap-3">
      {may.publish ? (
        <ActionForm action={publish} hidden={{ id: session.id, version: minutes.version }} className="">
          <SubmitButton size={40} icon={<Globe />}>
            {t("publish")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {may.propose && isClosed ? (
        <ButtonLink
          href={{ pathname: "/area/programmes/[slug]/sessions/[id]/minutes/propose", params }}
          size={40}
          icon={<Send />}
        >
          {minutes.state === "OBJECTED" ? t("proposeAgain") : t("propose")}
        </ButtonLink>
      ) : null}
      {may.propose && !isClosed ? (
        <ButtonLink
          href={{ pathname: "/area/programmes/[slug]/sessions/[id]/close", params }}
          size={40}
          variant="outline"
          icon={<Lock />}
        >
          {t("closeFirst")}
        </ButtonLink>
      ) : null}
      {may.write && missing > 0 ? (
        <ActionForm action={start} hidden={{ id: session.id }} className="">
          <SubmitButton size={40} variant="outline" icon={<ListTree />}>
            {t("takeOver", { count: missing })}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </section>
  );
}

/** Before the minutes are begun: the one button that makes a part for each point of the agenda. */
export function MinutesBeginning({ view, start }: Omit<Props, "publish">) {
  const t = useTranslations("minutes.acts");
  if (!view.may.begin) return <EmptyState title={t("notBegun")}>{t("notBegunNote")}</EmptyState>;
  return (
    <EmptyState
      title={t("begin")}
      action={
        <ActionForm action={start} hidden={{ id: view.session.id }} className="">
          <SubmitButton icon={<ListTree />}>{t("beginButton")}</SubmitButton>
        </ActionForm>
      }
    >
      {t("beginNote")}
    </EmptyState>
  );
}
