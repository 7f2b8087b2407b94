import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { guestSecret } from "@/lib/sessions/conference/guest-secret";
import {
  announceGuest,
  endMeeting,
  enterAsGuest,
  enterRoom,
  makeGuestLink,
  revokeGuestLink,
} from "@/lib/sessions/conference/mutations";
import { actorAs, later } from "@/tests/support/actors";
import { aMeeting, meetingTimes } from "@/tests/support/conference-factories";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { aPilot } from "@/tests/support/session-factories";

const { early, open, running } = meetingTimes;
const client = "192.0.2.7";
const link = { provider: "LINK", url: "https://stanza.test/prova" } as const;

type Session = Awaited<ReturnType<typeof aMeeting>>;
let pilot: Awaited<ReturnType<typeof aPilot>>;
let meeting: Session;
let publicOne: Session;
let announced: Session;
let stranger: Actor;
let guestLink: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  meeting = await aMeeting(pilot.programme.id);
  publicOne = await aMeeting(pilot.programme.id, { audience: "PUBLIC", ...link });
  announced = await aMeeting(pilot.programme.id, { audience: "ANNOUNCED", ...link });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  guestLink = await db.sessionGuestLink.create({
    data: { sessionId: meeting.id, createdAt: moment },
    select: { id: true },
  });
});

denied("enterRoom", "to a visitor, who comes as a guest", () => enterRoom(visitorActor(open), publicOne));
denied("enterRoom", "to somebody of another programme", () => enterRoom(later(stranger, open), meeting));
denied("enterRoom", "to somebody of another programme who sees that it takes place", () =>
  enterRoom(later(stranger, open), announced),
);
denied("makeGuestLink", "to an expert", () => makeGuestLink(later(pilot.expert, early), meeting));
denied("makeGuestLink", "to a referent", () => makeGuestLink(later(pilot.referent, early), meeting));
denied("revokeGuestLink", "to an expert", () => revokeGuestLink(later(pilot.expert, early), guestLink));
denied("revokeGuestLink", "to a coordinator elsewhere", () =>
  revokeGuestLink(later(stranger, early), guestLink),
);
denied("endMeeting", "to an expert", () => endMeeting(later(pilot.expert, running), meeting));
denied("endMeeting", "to staff", () => endMeeting(later(pilot.staff, running), meeting));
denied("announceGuest", "with a link that was made up", () =>
  announceGuest(visitorActor(open), { token: guestSecret("guest", guestLink.id), name: "Chi passa" }, client),
);
denied("enterAsGuest", "with a guest that was made up", () =>
  enterAsGuest(
    visitorActor(open),
    { token: guestSecret("guest link", guestLink.id), guest: guestSecret("guest", randomUUID()) },
    client,
  ),
);
