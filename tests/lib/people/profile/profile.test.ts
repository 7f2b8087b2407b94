import { beforeAll, describe, expect, test } from "vitest";
import { feedToken, personOfFeedToken } from "@/lib/people/feed-token";
import { changeProfile, renewFeed } from "@/lib/people/profile/mutations";
import { getProfile } from "@/lib/people/profile/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";

const visitor = visitorActor(moment);
const facts = { givenName: "Nives", familyName: "Calamari", locale: "en" } as const;

let actor: Actor & { personId: string };
beforeAll(async () => {
  actor = await actorAs("EXPERT", { programmeId: (await aProgramme()).id });
});

describe("the profile", () => {
  test("is one’s own, with roles, and holds no secret but the calendar’s", async () => {
    const profile = await getProfile(actor);
    expect(profile.roles.map((one) => one.role)).toEqual(["EXPERT"]);
    expect(Object.keys(profile)).not.toContain("passwordHash");
    await expect(getProfile(visitor)).rejects.toThrow(ForbiddenError);
  });

  test("is changed and recorded without its words", async () => {
    await changeProfile(actor, facts);
    expect(await getProfile(actor)).toMatchObject(facts);
    const event = await db.event.findFirstOrThrow({ where: { kind: "people.profileChanged" } });
    expect(event.data).toEqual({});
  });

  denied("changeProfile", "to a visitor", () => changeProfile(visitor, facts));
  denied("renewFeed", "to a visitor", () => renewFeed(visitor));
});

describe("the calendar’s address", () => {
  test("names its person and version, and nothing when forged", async () => {
    const token = feedToken(actor.personId, 3);
    expect(personOfFeedToken(token)).toEqual({ personId: actor.personId, version: 3 });
    const [id, , signature] = token.split(".");
    for (const forged of [
      `${id}.4.${signature}`,
      `${id}.3.x`,
      `${id}.3`,
      "",
      "...",
      `${token}x`,
      `x${token}`,
    ]) {
      expect(personOfFeedToken(forged)).toBeNull();
    }
  });

  test("changes when it is renewed", async () => {
    const before = (await getProfile(actor)).feedToken;
    await renewFeed(actor);
    const after = (await getProfile(actor)).feedToken;
    expect(after).not.toBe(before);
    const { feedVersion } = await db.person.findUniqueOrThrow({ where: { id: actor.personId } });
    expect(personOfFeedToken(after)?.version).toBe(feedVersion);
    expect(personOfFeedToken(before)?.version).toBe(feedVersion - 1);
  });
});
