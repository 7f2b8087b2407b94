import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { HideFields } from "@/components/forum/hide-fields";
import { CaseDecision } from "@/components/forum/moderation/case-decision";
import { WarningForm } from "@/components/forum/moderation/warning-form";
import { useMoment } from "@/components/forum/moment";
import { AppLink } from "@/components/ui/app-link";
import { CircleCheck, EyeOff } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import { SectionHead } from "@/components/ui/section-head";
import type { FlagCase } from "@/lib/forum/flags/queries";

type Props = {
  slug: string;
  flagged: FlagCase;
  at: Date;
  mayWarn: boolean;
  actions: { uphold: FormAction; dismiss: FormAction; warn: FormAction };
};

/** One post that was flagged: the text, what is said against it, and what can be decided. */
export function CaseView({ slug, flagged, at, mayWarn, actions }: Props) {
  const t = useTranslations("moderation.case");
  const moment = useMoment(at);
  const { post } = flagged;
  const hidden = { id: flagged.id };
  return (
    <>
      <article className="max-w-[43rem] space-y-3 border-control border-l-4 pl-4 sm:pl-6">
        <p className="text-meta text-muted">{moment(post.createdAt)}</p>
        <Prose html={post.html} lang={post.lang} />
        <AppLink
          href={{
            pathname: "/area/programmes/[slug]/forum/threads/[id]/posts/[number]",
            params: { slug, id: post.thread.id, number: String(post.number) },
          }}
          className="inline-block py-1 font-semibold"
        >
          {t("toPost")}
        </AppLink>
      </article>
      <Flags flagged={flagged} at={at} />
      {post.author ? (
        <p className="measure">
          {t("warnings", { count: flagged.warnings })}{" "}
          {flagged.warnings > 0 ? (
            <AppLink
              href={{
                pathname: "/area/programmes/[slug]/moderation/warnings",
                params: { slug },
                query: { person: post.author.id },
              }}
            >
              {t("toWarnings")}
            </AppLink>
          ) : null}
        </p>
      ) : null}
      <CaseDecision decided={flagged} />
      {flagged.decidedAt ? null : (
        <>
          <Part title={t("hide")} note={post.number === 1 ? t("hideThreadNote") : t("hideNote")}>
            <ActionForm
              action={actions.uphold}
              id="uphold"
              hidden={hidden}
              fieldLabels={{ reason: t("hide") }}
            >
              <HideFields />
              <SubmitButton variant="danger" size={40} icon={<EyeOff />}>
                {t("hideDo")}
              </SubmitButton>
            </ActionForm>
          </Part>
          {mayWarn ? (
            <Part title={t("warn")} note={t("warnNote")}>
              <WarningForm action={actions.warn} hidden={hidden} />
            </Part>
          ) : null}
          <Part title={t("dismiss")} note={t("dismissNote")}>
            <ActionForm action={actions.dismiss} id="dismiss" hidden={hidden}>
              <SubmitButton variant="outline" size={40} icon={<CircleCheck />}>
                {t("dismissDo")}
              </SubmitButton>
            </ActionForm>
          </Part>
        </>
      )}
    </>
  );
}

function Flags({ flagged, at }: { flagged: FlagCase; at: Date }) {
  const t = useTranslations("moderation");
  const moment = useMoment(at);
  return (
    <section className="max-w-[43rem]">
      <SectionHead
        size="area"
        title={t("case.reasonsTitle")}
        note={t("case.flags", { count: flagged.flags.length })}
      />
      <ul className="divide-y divide-hairline">
        {flagged.flags.map(({ id, reason, text, createdAt }) => (
          <li key={id} className="py-3">
            <p className="font-semibold">{t(`reasons.${reason}`)}</p>
            {text ? <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p> : null}
            <p className="text-meta text-muted">{moment(createdAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="max-w-[43rem] space-y-4">
      <SectionHead size="area" title={title} />
      <p className="measure">{note}</p>
      {children}
    </section>
  );
}
