import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import type {
  EnrolmentState,
  OrganisationKind,
  ProgrammeState,
  Role,
} from "@/lib/platform/db/generated/enums";

/** The moment at which tests happen unless they say otherwise: Monday 23 March 2026, 10:00 in Rome. */
export const moment = new Date("2026-03-23T09:00:00Z");

let count = 0;
const next = () => {
  count += 1;
  return `${count}-${randomUUID().slice(0, 8)}`;
};

/** A person; the address is new unless given. */
export async function aPerson(
  facts: {
    email?: string;
    givenName?: string;
    familyName?: string;
    passwordHash?: string;
    isDemo?: boolean;
    disabledAt?: Date;
    locale?: string;
  } = {},
): Promise<{ id: string; email: string; givenName: string; familyName: string }> {
  return db.person.create({
    data: {
      givenName: "Ada",
      familyName: "Ginestrelli",
      email: `persona-${next()}@ente.test`,
      createdAt: new Date(moment.getTime() - 30 * 86_400_000),
      ...facts,
    },
    select: { id: true, email: true, givenName: true, familyName: true },
  });
}

/** A role of a person, valid since before the tests' moment. */
export async function aRole(
  personId: string,
  role: Role,
  scope: { programmeId?: string | null; organisationId?: string | null; fromAt?: Date; toAt?: Date } = {},
): Promise<{ id: string }> {
  return db.roleAssignment.create({
    data: { personId, role, fromAt: new Date(moment.getTime() - 20 * 86_400_000), ...scope },
    select: { id: true },
  });
}

/** A signed-in browser of a person. */
export async function aSignIn(personId: string, at: Date = moment): Promise<{ id: string }> {
  return db.signIn.create({
    data: { personId, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + 12 * 3_600_000) },
    select: { id: true },
  });
}

/** An organisation, a chamber unless said. */
export async function anOrganisation(
  facts: { name?: string; kind?: OrganisationKind; isDemo?: boolean } = {},
): Promise<{ id: string; slug: string; name: string; shortName: string }> {
  const mark = next();
  return db.organisation.create({
    data: {
      slug: `ente-${mark}`,
      name: `Camera di Commercio di Prova ${mark}`,
      shortName: `Prova ${mark}`,
      kind: "CHAMBER",
      createdAt: moment,
      ...facts,
    },
    select: { id: true, slug: true, name: true, shortName: true },
  });
}

/** A programme, running unless said, promoted by a new institute unless given. */
export async function aProgramme(
  facts: { title?: string; state?: ProgrammeState; promoterId?: string; slug?: string } = {},
): Promise<{ id: string; slug: string; title: string; promoterId: string }> {
  const mark = next();
  const promoterId = facts.promoterId ?? (await anOrganisation({ kind: "INSTITUTE" })).id;
  return db.programme.create({
    data: {
      slug: `programma-${mark}`,
      title: `Programma di prova ${mark}`,
      shortTitle: `Prova ${mark}`,
      summary: "Una prova.",
      description: "Una prova.",
      descriptionHtml: "<p>Una prova.</p>",
      state: "RUNNING",
      createdAt: moment,
      ...facts,
      promoterId,
    },
    select: { id: true, slug: true, title: true, promoterId: true },
  });
}

/** The enrolment of an organisation in a programme, selected unless said. */
export async function anEnrolment(
  programmeId: string,
  organisationId: string,
  state: EnrolmentState = "SELECTED",
): Promise<{ id: string }> {
  return db.enrolment.create({ data: { programmeId, organisationId, state }, select: { id: true } });
}
