import type { AbsenceKind } from "@/lib/platform/db/generated/enums";

/** A person of a session, as far as the register is concerned. */
export type Attendee = {
  name: string;
  /** for which body; null = nobody's: experts and coordinators */
  body: string | null;
  /** null = not said */
  present: boolean | null;
  absenceKind: AbsenceKind | null;
  absenceReason: string | null;
  /** false for who came without an invitation */
  isInvited: boolean;
};

/** A body at a session: there when at least one of its people was. */
export type BodyAttendance = {
  body: string | null;
  presence: "present" | "absent" | "notSaid";
  present: Attendee[];
  absent: Attendee[];
  notSaid: Attendee[];
};

/**
 * The people of a session by their bodies, in the order of names, those of no body last. A body is absent when somebody
 * said so of one of its people and none was there; when nothing was said of any, nothing is said of the body.
 */
export function attendanceByBody(people: readonly Attendee[]): BodyAttendance[] {
  const bodies = new Map<string | null, Attendee[]>();
  for (const one of people) bodies.set(one.body, [...(bodies.get(one.body) ?? []), one]);
  return [...bodies]
    .map(([body, own]) => {
      const present = own.filter((one) => one.present === true);
      const absent = own.filter((one) => one.present === false);
      const notSaid = own.filter((one) => one.present === null);
      return { body, presence: presenceOf(present.length, absent.length), present, absent, notSaid };
    })
    .toSorted((a, b) => compareBodies(a.body, b.body));
}

/** Whether a body was there, by how many of its people were and were not. */
export function presenceOf(present: number, absent: number): BodyAttendance["presence"] {
  if (present > 0) return "present";
  return absent > 0 ? "absent" : "notSaid";
}

/** Names of bodies in the order of the alphabet; those of no body come last. */
export function compareBodies(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other, "it");
}
