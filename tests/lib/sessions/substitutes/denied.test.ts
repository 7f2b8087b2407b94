import { beforeAll } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import {
  nameDeputy,
  nameSubstitute,
  takeBackDeputy,
  takeBackSubstitute,
} from "@/lib/sessions/substitutes/mutations";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { anInvited } from "@/tests/support/reply-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let convened: { id: string };
let run: { id: string; version: number };
let stranger: Actor;
const visitor = visitorActor(moment);

beforeAll(async () => {
  pilot = await aPilot();
  convened = await anInvited(pilot, [pilot.staff]);
  await nameSubstitute(pilot.staff, { ...convened, substitute: pilot.referent.personId });
  const { id } = await anInvited(pilot, [pilot.staff]);
  run = { id, version: 1 };
  await db.session.update({ where: { id }, data: { deputyId: pilot.expert.personId } });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

denied("nameSubstitute", "to a member who is not invited", () =>
  nameSubstitute(pilot.observer, { ...convened, substitute: pilot.referent.personId }),
);
denied("nameSubstitute", "to the coordinator, who names for nobody else", () =>
  nameSubstitute(pilot.coordinator, { ...convened, substitute: pilot.referent.personId }),
);
denied("nameSubstitute", "to a visitor", () =>
  nameSubstitute(visitor, { ...convened, substitute: pilot.referent.personId }),
);
denied("takeBackSubstitute", "to the substitute", () => takeBackSubstitute(pilot.referent, run));
denied("takeBackSubstitute", "to who has named nobody", () => takeBackSubstitute(pilot.staff, run));
denied("takeBackSubstitute", "to a visitor", () => takeBackSubstitute(visitor, convened));

const expert = () => ({ ...run, deputy: pilot.expert.personId });
denied("nameDeputy", "to an expert", () => nameDeputy(pilot.expert, expert()));
denied("nameDeputy", "to a referent", () => nameDeputy(pilot.referent, expert()));
denied("nameDeputy", "to the coordinator of another programme", () => nameDeputy(stranger, expert()));
denied("nameDeputy", "to a visitor", () => nameDeputy(visitor, expert()));
denied("takeBackDeputy", "to the deputy", () => takeBackDeputy(pilot.expert, run));
denied("takeBackDeputy", "to a visitor", () => takeBackDeputy(visitor, run));
denied("takeBackDeputy", "where there is none", () =>
  takeBackDeputy(pilot.coordinator, { ...convened, version: 1 }),
);
