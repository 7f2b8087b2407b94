import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { RoleName } from "@/components/people/role-name";
import { AppLink, type Href } from "@/components/ui/app-link";
import { DataTable } from "@/components/ui/data-table";
import { StateChip, type StateTone } from "@/components/ui/state-chip";
import { resendInvitationAction } from "@/lib/people/invitations/actions";
import type { InvitationRow, InvitationState } from "@/lib/people/invitations/queries";
import { formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/routing";

const tones: Record<InvitationState, StateTone> = {
  open: "sent",
  accepted: "approved",
  revoked: "cancelled",
  expired: "late",
};

type Props = {
  caption: string;
  invitations: InvitationRow[];
  /** the page that asks before an invitation is withdrawn */
  revokeHref: (id: string) => Href;
  /** says the scope beside the role, where the list is not of one programme */
  withScope?: boolean;
};

/** Invitations with their state; those that wait can be sent again or withdrawn. */
export function InvitationTable({ caption, invitations, revokeHref, withScope }: Props) {
  const t = useTranslations("people");
  const locale = useLocale() as Locale;
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={invitations}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "email",
          header: t("members.email"),
          rowHeader: true,
          cell: (one) => (
            <>
              {one.email}
              {one.name ? <span className="block font-normal text-meta text-muted">{one.name}</span> : null}
            </>
          ),
        },
        {
          key: "role",
          header: t("members.role"),
          cell: (one) =>
            withScope ? (
              <RoleName role={one.role} organisation={one.organisation} programme={one.programme} />
            ) : (
              t(`roles.${one.role}`)
            ),
        },
        {
          key: "state",
          header: t("members.state"),
          cell: (one) => (
            <>
              <StateChip tone={tones[one.state]}>{t(`members.invitationState.${one.state}`)}</StateChip>
              {one.state === "open" ? (
                <span className="block text-meta text-muted">
                  {t("members.expires", { date: formatDay(one.expiresAt, locale) })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: "sent", header: t("members.sentOn"), cell: (one) => formatDay(one.createdAt, locale) },
        {
          key: "actions",
          header: t("members.actions"),
          hiddenHeader: true,
          cell: (one) =>
            one.state === "open" || one.state === "expired" ? (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <ActionForm action={resendInvitationAction} hidden={{ id: one.id }} className="">
                  <SubmitButton
                    variant="outline"
                    size={32}
                    aria-label={t("members.resendTo", { email: one.email })}
                  >
                    {t("members.resend")}
                  </SubmitButton>
                </ActionForm>
                <AppLink
                  href={revokeHref(one.id)}
                  aria-label={t("members.revokeOf", { email: one.email })}
                  className="py-1"
                >
                  {t("members.revoke")}
                </AppLink>
              </div>
            ) : null,
        },
      ]}
    />
  );
}
