import { describe, expect, test } from "vitest";
import {
  fixedGroups,
  groupOf,
  groupRules,
  groups,
  openGroup,
  openGroups,
  paceOf,
} from "@/lib/notifications/groups";
import { choosePaces } from "@/lib/notifications/preferences/mutations";
import { getPaces } from "@/lib/notifications/preferences/queries";
import { type ChoosePaces, choosePacesSchema } from "@/lib/notifications/preferences/schema";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { actorWithoutRole } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";

const paces: ChoosePaces = {
  PLANNING: "AT_ONCE",
  MINUTES: "DAILY",
  REQUESTS: "AT_ONCE",
  REVIEWS: "WEEKLY",
  CONVERSATIONS: "DAILY",
  ADDRESSED: "AT_ONCE",
  FORUM: "NEVER",
  REUSE: "AT_ONCE",
  ANNOUNCEMENTS: "AT_ONCE",
};

describe("the groups", () => {
  test("are open or fixed, and every text has its group", () => {
    expect([...openGroups, ...fixedGroups].sort()).toEqual([...groups].sort());
    expect(openGroups.every((group) => openGroup(group) === group)).toBe(true);
    expect(fixedGroups.map(openGroup)).toEqual([null, null, null]);
    expect(fixedGroups.map((group) => paceOf(group, "NEVER"))).toEqual(["AT_ONCE", "AT_ONCE", "AT_ONCE"]);
    expect(Object.values(groupOf).every((group) => group in groupRules)).toBe(true);
  });
});

describe("the choice", () => {
  test("is what is usual until somebody chooses, and is kept with its event", async () => {
    const actor = await actorWithoutRole();
    expect(await getPaces(actor)).toMatchObject({ FORUM: "AT_ONCE", CONVOCATIONS: "AT_ONCE" });
    await choosePaces(actor, paces);
    await choosePaces(actor, { ...paces, REVIEWS: "DAILY" });
    expect(await getPaces(actor)).toEqual({
      ...paces,
      REVIEWS: "DAILY",
      CONVOCATIONS: "AT_ONCE",
      FILES: "AT_ONCE",
      MODERATION: "AT_ONCE",
    });
    const events = await db.event.findMany({
      where: { kind: "notifications.preferencesChanged", actorId: actor.personId },
      orderBy: { seq: "desc" },
    });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      subjectId: actor.personId,
      data: { REVIEWS: "DAILY", FORUM: "NEVER" },
    });
  });

  test("is refused where a pace is unknown or missing, naming the field", () => {
    const { error } = choosePacesSchema.safeParse({ ...paces, FORUM: "HOURLY", MINUTES: undefined });
    expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["MINUTES", "chooseOne"],
      ["FORUM", "chooseOne"],
    ]);
  });

  test("leaves out what always comes, whatever is sent", async () => {
    const actor = await actorWithoutRole();
    await choosePaces(actor, choosePacesSchema.parse({ ...paces, CONVOCATIONS: "NEVER" }));
    expect((await getPaces(actor)).CONVOCATIONS).toBe("AT_ONCE");
    const never = db.notificationPreference.create({
      data: { personId: actor.personId as string, group: "CONVOCATIONS", pace: "NEVER" },
    });
    await expect(never).rejects.toThrow();
  });
});

denied("choosePaces", "to a visitor", () => choosePaces(visitorActor(moment), paces));
denied("choosePaces", "to the portal itself", () => choosePaces(systemActor("test", moment), paces));
