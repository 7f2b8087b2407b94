import { type HistoryEntry, writeHistory } from "./history";
import { seedAnimation } from "./running-edition/animation";
import { seedAnnouncements } from "./running-edition/announcements";
import { seedAnswers } from "./running-edition/answers";
import { seedAttendance } from "./running-edition/attendance";
import { seedCast, seedRoles } from "./running-edition/bodies";
import { past } from "./running-edition/calendar";
import { promoter } from "./running-edition/cast";
import { seedConference } from "./running-edition/conference";
import { seedDeliverables } from "./running-edition/deliverables";
import { seedDocuments } from "./running-edition/documents";
import { seedForum } from "./running-edition/forum";
import { seedLibrary } from "./running-edition/library";
import { seedLinks } from "./running-edition/links";
import { seedLive } from "./running-edition/live";
import { seedMinutes } from "./running-edition/minutes";
import { seedNewsletter } from "./running-edition/newsletter";
import { seedNotifications } from "./running-edition/notifications";
import { seedOutcomes } from "./running-edition/outcomes";
import { seedPlanning } from "./running-edition/planning";
import { type Edition, seedEdition } from "./running-edition/programme";
import { seedSessions } from "./running-edition/sessions";
import { seedTableForum } from "./running-edition/table-forum";
import { seedTables } from "./running-edition/tables";
import { seedWelcome } from "./running-edition/welcome";
import { must, type Seeding } from "./store";

/**
 * Writes the running edition, cloned from the chambers' programme with its kick-off ten weeks before the moment, so that
 * every state of a programme is on the screen: sessions past and to come, deliverables in all their states.
 */
export async function seedRunningEdition(seeding: Seeding): Promise<void> {
  const cast = await seedCast(seeding);
  const edition = await seedEdition(seeding, cast);
  await seedRoles(seeding, cast, edition.id, past(edition.days, edition.days.fromKickOff(-14), "09:00"));
  const sessions = await seedSessions(seeding, edition, cast);
  const conference = await seedConference(seeding, edition, { cast, sessions: sessions.ids });
  const attendance = await seedAttendance(seeding, edition, cast, sessions.ids);
  const planning = await seedPlanning(seeding, { edition, cast, sessions: sessions.ids });
  const documents = await seedDocuments(seeding, edition, cast);
  const tables = await seedTables(seeding, edition, cast);
  const deliverables = await seedDeliverables(seeding, {
    edition,
    cast,
    sessions: sessions.ids,
    spaces: documents.spaces,
    templates: documents.templates,
  });
  await seedLive(seeding, cast, sessions.ids);
  const minutes = await seedMinutes(seeding, edition, cast, sessions.ids);
  const forum = await seedForum(seeding, edition, cast);
  const tableForum = await seedTableForum(seeding, edition, cast);
  const answers = await seedAnswers(seeding, edition, cast);
  const announcements = await seedAnnouncements(seeding, edition, cast);
  const newsletter = await seedNewsletter(seeding, edition, cast);
  const links = await seedLinks(seeding, edition, cast);
  const animation = await seedAnimation(seeding, edition, cast);
  const welcome = await seedWelcome(seeding, edition, cast);
  const outcomes = await seedOutcomes(seeding, { edition, cast, sessions: sessions.ids, deliverables });
  const library = await seedLibrary(seeding, { edition, cast, deliverables });
  await writeHistory(seeding, edition.id, [
    opening(edition, must(cast.people, "manager"), must(cast.bodies, promoter)),
    ...sessions.history,
    ...conference,
    ...attendance,
    ...minutes,
    ...planning,
    ...documents.history,
    ...tables,
    ...deliverables.history,
    ...forum,
    ...tableForum,
    ...answers,
    ...announcements,
    ...newsletter,
    ...links,
    ...animation,
    ...welcome,
    ...outcomes,
    ...library,
  ]);
  await seedNotifications(seeding, edition.id, cast);
}

function opening({ id, originId, days }: Edition, manager: string, organisationId: string): HistoryEntry {
  return {
    kind: "programmes.cloned",
    at: past(days, days.fromKickOff(-60), "10:00"),
    by: manager,
    subject: { kind: "programme", id },
    organisationId,
    data: { from: originId, start: days.kickOff },
  };
}
