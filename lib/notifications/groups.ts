import type { TemplateName } from "@/lib/notifications/rules";
import type { MailPace, NotificationGroup } from "@/lib/platform/db/generated/enums";

/** How the mails of a group come to whoever chose nothing, and whether one may choose. */
type GroupRule = { usual: MailPace; isFixed: boolean };

/**
 * What people are told of, as they tell it apart, with what is usual since 2026-12-01: everything at once, as before one
 * could choose. A convocation has effects on who is convened, a warning on who is warned, and what others flagged or a
 * scanner withheld puts people at risk: their mails always come.
 */
export const groupRules: Readonly<Record<NotificationGroup, GroupRule>> = {
  CONVOCATIONS: { usual: "AT_ONCE", isFixed: true },
  PLANNING: { usual: "AT_ONCE", isFixed: false },
  MINUTES: { usual: "AT_ONCE", isFixed: false },
  REQUESTS: { usual: "AT_ONCE", isFixed: false },
  REVIEWS: { usual: "AT_ONCE", isFixed: false },
  CONVERSATIONS: { usual: "AT_ONCE", isFixed: false },
  ADDRESSED: { usual: "AT_ONCE", isFixed: false },
  FORUM: { usual: "AT_ONCE", isFixed: false },
  MODERATION: { usual: "AT_ONCE", isFixed: true },
  REUSE: { usual: "AT_ONCE", isFixed: false },
  FILES: { usual: "AT_ONCE", isFixed: true },
  ANNOUNCEMENTS: { usual: "AT_ONCE", isFixed: false },
};

export const groups = Object.keys(groupRules) as NotificationGroup[];

/** Groups whose mails one may have otherwise, or not at all. */
export const openGroups = [
  "PLANNING",
  "MINUTES",
  "REQUESTS",
  "REVIEWS",
  "CONVERSATIONS",
  "ADDRESSED",
  "FORUM",
  "REUSE",
  "ANNOUNCEMENTS",
] as const satisfies readonly NotificationGroup[];
export type OpenGroup = (typeof openGroups)[number];

export const fixedGroups = groups.filter((group) => groupRules[group].isFixed);

/** The group whose mails may be ended, or null where they always come. */
export function openGroup(group: NotificationGroup): OpenGroup | null {
  return openGroups.find((one) => one === group) ?? null;
}

/** From the fastest. */
export const paces = ["AT_ONCE", "DAILY", "WEEKLY", "NEVER"] as const satisfies readonly MailPace[];

/** The pace that holds: the one that was chosen, where one may choose. */
export function paceOf(group: NotificationGroup, chosen: MailPace | undefined): MailPace {
  const { usual, isFixed } = groupRules[group];
  return isFixed ? usual : (chosen ?? usual);
}

/** The group of each text. */
export const groupOf: Readonly<Record<TemplateName, NotificationGroup>> = {
  sessionConvened: "CONVOCATIONS",
  sessionChanged: "CONVOCATIONS",
  sessionWithdrawn: "CONVOCATIONS",
  sessionCancelled: "CONVOCATIONS",
  placeGiven: "CONVOCATIONS",
  substituteNamed: "CONVOCATIONS",
  substituteTakenBack: "CONVOCATIONS",
  deputyNamed: "PLANNING",
  pollOpened: "PLANNING",
  pollReminded: "PLANNING",
  proposalTaken: "PLANNING",
  proposalDeclined: "PLANNING",
  minutesProposed: "MINUTES",
  minutesObjected: "MINUTES",
  minutesApproved: "MINUTES",
  minutesPublished: "MINUTES",
  requestCreated: "REQUESTS",
  draftReady: "REQUESTS",
  changesRequested: "REQUESTS",
  approved: "REQUESTS",
  extensionGranted: "REQUESTS",
  extensionRefused: "REQUESTS",
  submitted: "REVIEWS",
  newerSubmitted: "REVIEWS",
  reviewTurn: "REVIEWS",
  extensionAsked: "REVIEWS",
  deliverableMessage: "CONVERSATIONS",
  mentioned: "ADDRESSED",
  threadAssigned: "ADDRESSED",
  tableSeatGiven: "ADDRESSED",
  posted: "FORUM",
  threadOpened: "FORUM",
  scheduledRefused: "FORUM",
  silenceReminded: "FORUM",
  welcomed: "ADDRESSED",
  postFlagged: "MODERATION",
  authorWarned: "MODERATION",
  reuseDeclared: "REUSE",
  fileWithheld: "FILES",
  announced: "ANNOUNCEMENTS",
};
