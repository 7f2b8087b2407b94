import { useTranslations } from "next-intl";
import { EnrolmentChip } from "@/components/people/enrolment-chip";
import { InvitationTable } from "@/components/people/invitation-table";
import { MemberTable } from "@/components/people/member-table";
import { AppLink } from "@/components/ui/app-link";
import { ButtonLink } from "@/components/ui/button";
import { UserPlus } from "@/components/ui/icons";
import type { BodyOfProgramme } from "@/lib/people/members/queries";

type Props = { slug: string; body: BodyOfProgramme; level?: 2 | 3 };

/** A body of a programme: its state, people and invitations. */
export function BodySection({ slug, body, level = 3 }: Props) {
  const t = useTranslations("people.members");
  const Heading = `h${level}` as const;
  const bodies = { pathname: "/area/programmes/[slug]/bodies", params: { slug } } as const;
  return (
    <section aria-labelledby={`body-${body.id}`} className="space-y-3 border-hairline border-b py-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Heading id={`body-${body.id}`} className="text-h4">
            <AppLink
              href={{ pathname: "/area/programmes/[slug]/bodies/[id]", params: { slug, id: body.id } }}
            >
              {body.name}
            </AppLink>
          </Heading>
          <EnrolmentChip state={body.state} />
          {body.isDemo ? <span className="text-meta text-muted">{t("demo")}</span> : null}
        </div>
        {body.canInvite ? (
          <ButtonLink
            variant="outline"
            size={32}
            icon={<UserPlus />}
            href={{
              pathname: "/area/programmes/[slug]/bodies/invite",
              params: { slug },
              query: { body: body.id },
            }}
          >
            {t("inviteStaff")}
          </ButtonLink>
        ) : null}
      </div>
      {body.members.length > 0 ? (
        <MemberTable slug={slug} caption={t("caption", { name: body.name })} members={body.members} />
      ) : (
        <p className="text-muted">{t("nobody")}</p>
      )}
      {body.invitations.length > 0 ? (
        <InvitationTable
          caption={t("invitationsCaption", { name: body.name })}
          invitations={body.invitations}
          revokeHref={(id) => ({ ...bodies, query: { revoke: id } })}
        />
      ) : null}
    </section>
  );
}
