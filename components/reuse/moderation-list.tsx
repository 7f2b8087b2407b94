import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { AppLink } from "@/components/ui/app-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Eye, Undo2 } from "@/components/ui/icons";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Declaration } from "@/lib/reuse/declarations/queries";

type Actions = { show: FormAction; refuse: FormAction; reconsider: FormAction };

const tones: Record<Declaration["state"], StateTone> = {
  PENDING: "todo",
  WAITING: "sent",
  SHOWN: "approved",
  REFUSED: "cancelled",
  WITHDRAWN: "archived",
};

/** Declarations to be read and decided on, each with what can be done with it now. */
export function ModerationList({ declarations, actions }: { declarations: Declaration[]; actions: Actions }) {
  const t = useTranslations("reuse.moderation");
  if (declarations.length === 0) return <EmptyState title={t("none")}>{t("noneNext")}</EmptyState>;
  return (
    <ul className="max-w-[52rem] divide-y divide-hairline border-hairline border-y">
      {declarations.map((one) => (
        <li key={one.id} className="space-y-4 py-6">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h2 className="text-h4 [overflow-wrap:anywhere]">{one.organisationName}</h2>
            <StateChip tone={tones[one.state]}>{t(`states.${one.state}`)}</StateChip>
          </div>
          <DeclarationFacts declaration={one} />
          <Decision declaration={one} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function DeclarationFacts({ declaration: one }: { declaration: Declaration }) {
  const t = useTranslations("reuse.moderation");
  const locale = useLocale() as Locale;
  const by = one.decidedBy;
  const decided = one.decidedAt ? formatDay(one.decidedAt, locale) : null;
  return (
    <>
      <DefinitionList
        look="rows"
        items={[
          {
            term: t("about"),
            value: (
              <AppLink href={{ pathname: "/reuse/[slug]", params: { slug: one.item.slug } }}>
                <span lang={one.item.lang}>{one.item.title}</span>
              </AppLink>
            ),
          },
          {
            term: t("purpose"),
            value: (
              <span lang={one.lang} className="whitespace-pre-line [overflow-wrap:anywhere]">
                {one.purpose}
              </span>
            ),
          },
          {
            term: t("page"),
            value: one.url ? (
              <AppLink href={{ url: one.url }} rel="nofollow ugc noreferrer" className="break-all">
                {one.url}
              </AppLink>
            ) : null,
          },
          { term: t("contact"), value: <Contact declaration={one} /> },
          { term: t("why"), value: one.refusalReason },
        ]}
      />
      <p className="text-meta text-muted">
        {t("received", { date: formatDay(one.createdAt, locale) })}
        {decided ? (
          <>
            {". "}
            {by
              ? t("decided", { date: decided, name: `${by.givenName} ${by.familyName}` })
              : t("decidedOn", { date: decided })}
          </>
        ) : null}
      </p>
    </>
  );
}

function Contact({ declaration: { contactName, email } }: { declaration: Declaration }) {
  const t = useTranslations("reuse.moderation");
  if (!email) return <span className="text-muted">{t("erased")}</span>;
  return (
    <>
      {contactName},{" "}
      <a href={`mailto:${email}`} className="break-all">
        {email}
      </a>
    </>
  );
}

function Decision({ declaration: one, actions }: { declaration: Declaration; actions: Actions }) {
  const t = useTranslations("reuse.moderation");
  const stamp = { id: one.id, version: one.version };
  const name = <span className="sr-only">: {one.organisationName}</span>;
  if (one.state === "SHOWN" || one.state === "REFUSED") {
    return (
      <ActionForm
        action={actions.reconsider}
        id={`reconsider-${one.id}`}
        hidden={stamp}
        className="space-y-2"
      >
        <SubmitButton size={40} variant="outline" icon={<Undo2 />}>
          {t("reconsider")}
          {name}
        </SubmitButton>
        <p className="text-meta text-muted">{t("reconsiderNote")}</p>
      </ActionForm>
    );
  }
  if (one.state !== "WAITING") return null;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <ActionForm action={actions.show} id={`show-${one.id}`} hidden={stamp} className="">
        <SubmitButton size={40} icon={<Eye />}>
          {t("show")}
          {name}
        </SubmitButton>
      </ActionForm>
      <details className="min-w-0 flex-1 basis-72">
        <summary className="cursor-pointer py-2 font-semibold text-link">
          {t("refuse")}
          {name}
        </summary>
        <div className="mt-3">
          <ActionForm
            action={actions.refuse}
            id={`refuse-${one.id}`}
            hidden={stamp}
            fieldLabels={{ reason: t("refuseReason") }}
          >
            <TextArea
              name="reason"
              label={t("refuseReason")}
              hint={t("refuseReasonHint")}
              rows={3}
              maxLength={500}
            />
            <SubmitButton size={40} variant="danger">
              {t("refuseDo")}
            </SubmitButton>
          </ActionForm>
        </div>
      </details>
    </div>
  );
}
