import { useTranslations } from "next-intl";
import { BodySection } from "@/components/people/body-section";
import { InvitationTable } from "@/components/people/invitation-table";
import { MemberTable } from "@/components/people/member-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHead } from "@/components/ui/section-head";
import type { ProgrammePeople } from "@/lib/people/members/queries";

/** The people of a programme: those who run it, then each body with its own. */
export function BodyList({ slug, people }: { slug: string; people: ProgrammePeople }) {
  const t = useTranslations("people.members");
  const { team, teamInvitations, bodies, canSelect } = people;
  const settings = { pathname: "/area/programmes/[slug]/settings", params: { slug } } as const;
  return (
    <>
      <section aria-labelledby="team" className="space-y-3">
        <SectionHead
          id="team"
          size="area"
          title={t("team")}
          note={t("peopleCount", { count: team.length })}
        />
        {team.length > 0 ? (
          <MemberTable slug={slug} caption={t("team")} members={team} />
        ) : (
          <p className="text-muted">{t("teamNone")}</p>
        )}
        {teamInvitations.length > 0 ? (
          <InvitationTable
            caption={t("invitationsCaption", { name: t("team") })}
            invitations={teamInvitations}
            revokeHref={(id) => ({
              pathname: "/area/programmes/[slug]/bodies",
              params: { slug },
              query: { revoke: id },
            })}
          />
        ) : null}
      </section>
      <section aria-labelledby="bodies">
        <SectionHead
          id="bodies"
          size="area"
          title={t("bodies")}
          note={bodies.length > 0 ? bodies.length : undefined}
          link={canSelect ? { href: settings, label: t("addBody") } : undefined}
        />
        {bodies.length > 0 ? (
          bodies.map((body) => <BodySection key={body.id} slug={slug} body={body} />)
        ) : (
          <EmptyState title={t("bodiesNone")}>
            <p>{t("bodiesNoneNext")}</p>
          </EmptyState>
        )}
      </section>
    </>
  );
}
