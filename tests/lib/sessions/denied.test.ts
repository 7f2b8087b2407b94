import { beforeAll } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { cancelSession, changeSession, conveneSession, scheduleSession } from "@/lib/sessions/mutations";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { aChange, aPilot, aSchedule, aSession } from "@/tests/support/session-factories";

type Session = Awaited<ReturnType<typeof aSession>>;

let pilot: Awaited<ReturnType<typeof aPilot>>;
let draft: Session;
let convened: Session;
let open: Session;
let hidden: { slug: string };
let stranger: Actor;
const visitor = visitorActor(moment);

beforeAll(async () => {
  pilot = await aPilot();
  const { id } = pilot.programme;
  const invitedIds = [pilot.staff.personId];
  draft = await aSession(id);
  convened = await aSession(id, { state: "CONVENED", invitedIds });
  open = await aSession(id, { state: "CONVENED", audience: "PUBLIC", invitedIds });
  hidden = await aProgramme({ state: "DRAFT" });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

denied("scheduleSession", "to an expert", () => scheduleSession(pilot.expert, aSchedule(pilot.programme)));
denied("scheduleSession", "to a referent", () => scheduleSession(pilot.referent, aSchedule(pilot.programme)));
denied("scheduleSession", "to the manager", () => scheduleSession(pilot.manager, aSchedule(pilot.programme)));
denied("scheduleSession", "to a visitor", () => scheduleSession(visitor, aSchedule(pilot.programme)));
denied("scheduleSession", "to the coordinator of another programme", () =>
  scheduleSession(stranger, aSchedule(pilot.programme)),
);
denied("scheduleSession", "in a draft of others, which does not exist for the actor", () =>
  scheduleSession(pilot.coordinator, aSchedule(hidden)),
);

denied("changeSession", "to an expert", () => changeSession(pilot.expert, aChange(draft)));
denied("changeSession", "to an observer", () => changeSession(pilot.observer, aChange(convened)));
denied("changeSession", "to the coordinator of another programme", () =>
  changeSession(stranger, aChange(open)),
);

denied("conveneSession", "to an expert", () => conveneSession(pilot.expert, draft));
denied("conveneSession", "to staff, for whom a draft does not exist", () =>
  conveneSession(pilot.staff, draft),
);
denied("conveneSession", "to a visitor", () => conveneSession(visitor, draft));

denied("cancelSession", "to a referent", () => cancelSession(pilot.referent, { ...convened, reason: "no" }));
denied("cancelSession", "to an expert", () => cancelSession(pilot.expert, { ...draft, reason: "no" }));
denied("cancelSession", "to a visitor", () => cancelSession(visitor, { ...open, reason: "no" }));
