import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import type { FormAction } from "@/components/form/sent-form";
import { SubmitButton } from "@/components/form/submit-button";
import { replyTone } from "@/components/sessions/reply-tone";
import { CircleCheck, CircleQuestionMark, CircleX } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { StateChip } from "@/components/ui/state-chip";
import { formatRange } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { OwnReply, PlaceCount } from "@/lib/sessions/replies/queries";

type Props = {
  action: FormAction;
  /** names the session, or the invitation by its secret */
  hidden: Record<string, string>;
  own: OwnReply;
  places: PlaceCount | null;
};

const answers = [
  { value: "YES", icon: <CircleCheck /> },
  { value: "MAYBE", icon: <CircleQuestionMark /> },
  { value: "NO", icon: <CircleX /> },
] as const;

/** Yes, maybe, no: three buttons of one form, the present answer marked in words, with what it means for the places. */
export function ReplyForm({ action, hidden, own, places }: Props) {
  const t = useTranslations("sessions");
  const words = useTranslations("replies.page");
  const { reply, isOpen, representedBy } = own;
  return (
    <section aria-labelledby="reply-title" className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="reply-title" className="text-h3">
          {isOpen ? t("replyForm.title") : words("title")}
        </h2>
        {representedBy ? null : (
          <StateChip tone={replyTone(reply, own.queuePlace !== null)}>
            {t(`replied.${reply ?? "NONE"}`)}
          </StateChip>
        )}
      </div>
      <Standing own={own} />
      {places && !representedBy ? <PlacesLeft places={places} own={own} /> : null}
      {isOpen ? (
        <ActionForm action={action} hidden={hidden} className="flex flex-wrap gap-3" id="reply">
          {answers.map(({ value, icon }) => (
            <SubmitButton
              key={value}
              name="reply"
              value={value}
              size={40}
              variant={reply === null && value === "YES" ? "primary" : "outline"}
              icon={icon}
            >
              {t(`reply.${value}`)}
              {reply === value ? <span className="sr-only"> ({t("replyForm.current")})</span> : null}
            </SubmitButton>
          ))}
        </ActionForm>
      ) : null}
      {reply !== "NO" && !representedBy ? <Overlaps overlaps={own.overlaps} /> : null}
      {representedBy ? null : (
        <p className="text-meta text-muted">{isOpen ? t("replyForm.note") : t("replyForm.closed")}</p>
      )}
    </section>
  );
}

function Standing({ own }: { own: OwnReply }) {
  const t = useTranslations("replies.own");
  if (own.representedBy) {
    return (
      <>
        <p className="font-semibold">{t("represented", { name: own.representedBy })}</p>
        <p className="text-meta text-muted">{t("representedNote")}</p>
      </>
    );
  }
  return own.standsFor ? <p>{t("standsFor", { name: own.standsFor })}</p> : null;
}

function PlacesLeft({ places, own }: { places: PlaceCount; own: OwnReply }) {
  const t = useTranslations("replies.own");
  const { capacity, left, waiting } = places;
  const { queuePlace, isOpen } = own;
  if (queuePlace !== null) {
    return (
      <>
        <StateChip tone="todo">{t("waiting")}</StateChip>
        {isOpen ? <p>{t("queuePlace", { place: queuePlace })}</p> : null}
      </>
    );
  }
  if (own.reply === "YES") return <p>{t("held")}</p>;
  if (!isOpen) return null;
  return (
    <p>
      {t("places", { left, capacity })} {waiting > 0 ? t("queue", { waiting }) : null}
    </p>
  );
}

// Told, not refused: who comes to which is for the person to know.
function Overlaps({ overlaps }: Pick<OwnReply, "overlaps">) {
  const t = useTranslations("replies.own");
  const locale = useLocale() as Locale;
  if (overlaps.length === 0) return null;
  return (
    <Notice tone="warning" title={t("overlap")}>
      <ul>
        {overlaps.map(({ id, title, startsAt, endsAt }) => (
          <li key={id}>{t("overlapOne", { title, when: formatRange(startsAt, endsAt, locale) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
