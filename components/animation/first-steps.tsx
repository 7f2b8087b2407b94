import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { AppLink, type Href } from "@/components/ui/app-link";
import { CalloutCard } from "@/components/ui/callout-card";
import { CalendarDays, CircleCheck, CircleDashed } from "@/components/ui/icons";
import { Prose } from "@/components/ui/prose";
import type { FirstStep, FirstStepsCard } from "@/lib/animation/welcome/steps/queries";
import { formatDay, formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

type Props = {
  cards: readonly FirstStepsCard[];
  /** the page on which they stand */
  from: "today" | "programme";
  dismiss: FormAction;
};

/** What to do first in a programme, for who is new in it. */
export function FirstSteps({ cards, from, dismiss }: Props) {
  return cards.map((card) => <Card key={card.programme.slug} card={card} from={from} dismiss={dismiss} />);
}

function Card({ card, from, dismiss }: { card: FirstStepsCard } & Pick<Props, "from" | "dismiss">) {
  const t = useTranslations("animation");
  const locale = useLocale() as Locale;
  const { programme, welcome, steps, until } = card;
  const id = `first-steps-${programme.slug}`;
  return (
    <CalloutCard labelledBy={id}>
      <h2 id={id} className="text-h3">
        {t("steps.title", { programme: programme.shortTitle })}
      </h2>
      <p className="mt-1 text-muted">{t("steps.lead")}</p>
      <details className="mt-3">
        <summary className="cursor-pointer py-1 font-semibold text-link">{t("steps.welcome")}</summary>
        {welcome ? (
          <Prose html={welcome.html} lang={welcome.lang} className="measure pt-2" />
        ) : (
          <p className="measure whitespace-pre-line pt-2">{t("welcome.usualText")}</p>
        )}
      </details>
      <ol className="mt-3 divide-y divide-hairline border-hairline border-y">
        {steps.map((step) => (
          <Step key={step.key} step={step} slug={programme.slug} locale={locale} />
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="min-w-0 text-meta text-muted">{t("steps.until", { day: formatDay(until, locale) })}</p>
        <ActionForm
          action={dismiss}
          id={`dismiss-${programme.slug}`}
          hidden={{ programme: programme.slug, from }}
          className="no-print"
        >
          <SubmitButton variant="outline" size={40}>
            {t("steps.dismiss")}
            <span className="sr-only"> {t("steps.dismissOf", { programme: programme.shortTitle })}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    </CalloutCard>
  );
}

function Step({ step, slug, locale }: { step: FirstStep; slug: string; locale: Locale }) {
  const t = useTranslations("animation.steps");
  const toDo = step.isDone === null ? CalendarDays : CircleDashed;
  const Mark = step.isDone ? CircleCheck : toDo;
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Mark className={`mt-0.5 size-5 shrink-0 ${step.isDone ? "text-approved" : "text-muted"}`} />
      <div className="min-w-0">
        <AppLink href={placeOf(step, slug)} className="font-semibold">
          {t(step.key)}
        </AppLink>
        {step.isDone === null ? null : <span className="sr-only"> ({t(step.isDone ? "done" : "toDo")})</span>}
        <p className="text-meta text-muted [overflow-wrap:anywhere]">{noteOf(step, t, locale)}</p>
      </div>
    </li>
  );
}

function placeOf(step: FirstStep, slug: string): Href {
  const area = "/area/programmes/[slug]" as const;
  if (step.key === "profile") return "/area/profile";
  if (step.key === "introduce")
    return { pathname: `${area}/forum/threads/[id]`, params: { slug, id: step.thread.id } };
  if (step.key === "session")
    return { pathname: `${area}/sessions/[id]`, params: { slug, id: step.session.id } };
  return step.next
    ? { pathname: `${area}/documents/[id]`, params: { slug, id: step.next.id } }
    : { pathname: `${area}/documents`, params: { slug } };
}

function noteOf(
  step: FirstStep,
  t: ReturnType<typeof useTranslations<"animation.steps">>,
  locale: Locale,
): ReactNode {
  if (step.key === "profile") return t("profileNote");
  if (step.key === "introduce") return t("introduceNote", { title: step.thread.title });
  if (step.key === "material")
    return t("materialNote", { read: step.read, of: step.of, title: step.next?.title ?? "none" });
  const { title, startsAt, endsAt } = step.session;
  const when = formatRange(startsAt, endsAt, locale);
  return t(step.isDone === false ? "sessionReply" : "sessionNote", { title, when });
}
