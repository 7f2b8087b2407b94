import { useTranslations } from "next-intl";
import { ConfirmPage } from "@/components/form/confirm-page";
import { UserMinus, X } from "@/components/ui/icons";
import { revokeInvitationAction } from "@/lib/people/invitations/actions";
import type { Member } from "@/lib/people/members/queries";
import { endProgrammeRoleAction } from "@/lib/people/roles/actions";

/** Asks before a role in a programme ends. */
export function EndRoleConfirmation({ slug, member }: { slug: string; member: Member }) {
  const t = useTranslations("people");
  return (
    <ConfirmPage
      title={t("confirm.endRole.title", { name: member.name })}
      action={endProgrammeRoleAction}
      hidden={{ id: member.assignmentId }}
      confirm={{ label: t("confirm.endRole.submit"), icon: <UserMinus /> }}
      cancel={{
        href: { pathname: "/area/programmes/[slug]/bodies", params: { slug } },
        label: t("confirm.cancel"),
      }}
    >
      <p>{t("confirm.endRole.text", { name: member.name, role: t(`roles.${member.role}`) })}</p>
    </ConfirmPage>
  );
}

type RevokeProps = {
  /** the programme of the invitation; without it, one of the portal */
  slug?: string;
  invitation: { id: string; email: string };
};

/** Asks before an invitation is withdrawn. */
export function RevokeConfirmation({ slug, invitation }: RevokeProps) {
  const t = useTranslations("people.confirm");
  return (
    <ConfirmPage
      title={t("revoke.title")}
      action={revokeInvitationAction}
      hidden={{ id: invitation.id }}
      confirm={{ label: t("revoke.submit"), icon: <X /> }}
      cancel={{
        href: slug
          ? { pathname: "/area/programmes/[slug]/bodies", params: { slug } }
          : "/area/administration/people",
        label: t("cancel"),
      }}
    >
      <p>{t("revoke.text", { email: invitation.email })}</p>
    </ConfirmPage>
  );
}
