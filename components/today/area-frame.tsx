import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NavGroup } from "@/components/layout/area-navigation";
import { AreaShell } from "@/components/layout/area-shell";
import { AppLink } from "@/components/ui/app-link";
import {
  Building2,
  CalendarDays,
  CalendarRange,
  ChartColumn,
  FileCheck2,
  Flag,
  FolderOpen,
  Landmark,
  ListChecks,
  ListTree,
  Mail,
  Megaphone,
  MessageCircle,
  MessagesSquare,
  Recycle,
  ScrollText,
  Settings,
  Settings2,
  Sun,
  Users,
} from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { signOutAction } from "@/lib/people/sign-in/actions";
import type { Frame } from "@/lib/today/queries";

/** The reserved area's shell, filled with who is here and what waits. */
export function AreaFrame({ frame, children }: { frame: Frame; children: ReactNode }) {
  const t = useTranslations("today.frame");
  const [first] = frame.person.roles;
  const role = first ? t(`roles.${first.role}`, { body: first.body ?? "" }) : t("noRole");
  return (
    <AreaShell
      navigation={useNavigation(frame)}
      programmes={frame.programmes.map((programme) => ({
        href: { pathname: "/area/programmes/[slug]", params: { slug: programme.slug } },
        label: programme.shortTitle,
        current: programme.slug === frame.current?.slug,
      }))}
      person={{ name: frame.person.name, role }}
      signOutAction={signOutAction}
      personLinks={[{ href: "/area/notifications/preferences", label: t("mailPaces"), icon: <Settings2 /> }]}
      notifications={{ href: "/area/notifications", count: frame.notices }}
    >
      {frame.unreachable ? <ReturnedMails address={frame.unreachable} /> : null}
      {children}
    </AreaShell>
  );
}

/** Mails do not reach the reader any more: said on every page, since no mail could say it. */
function ReturnedMails({ address }: { address: string }) {
  const t = useTranslations("today.frame.returned");
  return (
    <div className="mb-6">
      <Notice
        tone="warning"
        title={t("title", { address })}
        action={<AppLink href="/area/profile/email-address">{t("action")}</AppLink>}
      >
        {t("text")}
      </Notice>
    </div>
  );
}

function useNavigation(frame: Frame): NavGroup[] {
  const t = useTranslations("today.frame");
  const groups: NavGroup[] = [
    {
      items: [
        { href: "/area", label: t("today"), icon: <Sun />, match: frame.current ? undefined : "" },
        {
          href: "/area/calendar",
          label: t("calendar"),
          icon: <CalendarRange />,
          match: frame.current ? undefined : "calendar",
        },
        ...(frame.programmes.length > 0
          ? [
              {
                href: "/area/forum" as const,
                label: t("discussions"),
                icon: <MessageCircle />,
                match: frame.current ? undefined : "forum",
              },
            ]
          : []),
      ],
    },
  ];
  if (frame.current) groups.push({ label: t("programme"), items: programmePlaces(frame.current, t) });
  else if (frame.programmes.length > 0) {
    groups.push({
      label: t("programmes"),
      items: frame.programmes.slice(0, 8).map(({ slug, shortTitle }) => ({
        href: { pathname: "/area/programmes/[slug]", params: { slug } },
        label: shortTitle,
        icon: <ListTree />,
      })),
    });
  }
  const portal = [
    {
      href: "/area/administration",
      label: t("administration"),
      icon: <Settings />,
      match: "administration",
      shown: frame.administers,
    },
    {
      href: "/area/administration/log",
      label: t("log"),
      icon: <ScrollText />,
      match: "administration/log",
      shown: frame.readsLog && !frame.administers,
    },
  ] as const;
  const shown = portal.filter((item) => item.shown);
  if (shown.length > 0)
    groups.push({ label: t("portal"), items: shown.map(({ shown: _, ...item }) => item) });
  return groups;
}

function programmePlaces(
  {
    id,
    slug,
    owed,
    toReview,
    unread,
    followsUp,
    managesLibrary,
    reusesWaiting,
    writesNewsletter,
    moderates,
    flagsWaiting,
    showsTables,
  }: NonNullable<Frame["current"]>,
  t: ReturnType<typeof useTranslations<"today.frame">>,
): NavGroup["items"] {
  const params = { slug };
  return [
    {
      href: { pathname: "/area/programmes/[slug]", params },
      label: t("overview"),
      icon: <ListTree />,
      match: "",
    },
    {
      href: { pathname: "/area/programmes/[slug]/announcements", params },
      label: t("announcements"),
      icon: <Megaphone />,
      match: "announcements",
    },
    {
      href: { pathname: "/area/programmes/[slug]/sessions", params },
      label: t("sessions"),
      icon: <CalendarDays />,
      match: "sessions",
    },
    ...(followsUp
      ? [
          {
            href: { pathname: "/area/programmes/[slug]/follow-up" as const, params },
            label: t("followUp"),
            icon: <ListChecks />,
            match: "follow-up",
          },
        ]
      : []),
    {
      href: { pathname: "/area/programmes/[slug]/deliverables", params },
      label: t("deliverables"),
      icon: <FileCheck2 />,
      match: "deliverables",
      count: owed + toReview,
      countLabel: t("waiting", { count: owed + toReview }),
    },
    {
      href: { pathname: "/area/programmes/[slug]/forum", params },
      label: t("forum"),
      icon: <MessagesSquare />,
      match: "forum",
      count: unread,
      live: {
        of: { name: "forum", programmeId: id },
        words: { one: t("unread.one"), more: t("unread.more", { count: "#" }) },
      },
    },
    ...(moderates
      ? [
          {
            href: { pathname: "/area/programmes/[slug]/moderation" as const, params },
            label: t("moderation"),
            icon: <Flag />,
            match: "moderation",
            count: flagsWaiting,
            countLabel: t("waiting", { count: flagsWaiting }),
          },
        ]
      : []),
    {
      href: { pathname: "/area/programmes/[slug]/documents", params },
      label: t("documents"),
      icon: <FolderOpen />,
      match: "documents",
    },
    ...(showsTables
      ? [
          {
            href: { pathname: "/area/programmes/[slug]/tables" as const, params },
            label: t("tables"),
            icon: <Users />,
            match: "tables",
          },
        ]
      : []),
    {
      href: { pathname: "/area/programmes/[slug]/bodies", params },
      label: t("bodies"),
      icon: <Landmark />,
      match: "bodies",
    },
    {
      href: { pathname: "/area/programmes/[slug]/outcomes", params },
      label: t("outcomes"),
      icon: <ChartColumn />,
      match: "outcomes",
    },
    ...(managesLibrary
      ? [
          {
            href: { pathname: "/area/programmes/[slug]/reuse" as const, params },
            label: t("reuse"),
            icon: <Recycle />,
            match: "reuse",
            count: reusesWaiting,
            countLabel: t("waiting", { count: reusesWaiting }),
          },
        ]
      : []),
    ...(writesNewsletter
      ? [
          {
            href: { pathname: "/area/programmes/[slug]/newsletter" as const, params },
            label: t("newsletter"),
            icon: <Mail />,
            match: "newsletter",
          },
        ]
      : []),
    {
      href: { pathname: "/area/programmes/[slug]/settings", params },
      label: t("settings"),
      icon: <Building2 />,
      match: "settings",
    },
  ];
}
