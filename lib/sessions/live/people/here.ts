import { compareBodies } from "@/lib/sessions/attendance/by-body";

/** `left`: was in the room and went; `declined`: had said no; `absent`: was said not to be there */
export type PresenceNow = "here" | "left" | "expected" | "declined" | "absent";

export type PersonNow = {
  /** names the row: a person's identifier, or a guest's */
  key: string;
  /** null for a guest without an account */
  personId: string | null;
  name: string;
  presence: PresenceNow;
  /** the moment at which the room was entered; null where it was not */
  since: Date | null;
  /** said by hand, so that it can be taken back by hand */
  isTicked: boolean;
  representedBy: string | null;
};

/** The people of one body; `guests` have none, and `team` are experts and coordinators. */
export type BodyNow = {
  kind: "body" | "team" | "guests";
  body: string | null;
  here: number;
  people: PersonNow[];
};

type Named = { personId: string; name: string; body: string | null };
export type Facts = {
  invited: (Named & { declined: boolean; representedBy: string | null })[];
  said: (Named & { present: boolean })[];
  /** stays in the room since its doors opened */
  stays: {
    personId: string | null;
    guestId: string | null;
    name: string;
    body: string | null;
    joinedAt: Date;
    leftAt: Date | null;
  }[];
};

/**
 * Who is here now, by body, with those who are expected. Somebody is here who is in the room or was ticked; what was said by
 * hand counts for more than the room, where nobody can tell that a tab was left open.
 */
export function whoIsHere({ invited, said, stays }: Facts): BodyNow[] {
  const known = new Map<string, Named & { declined: boolean; representedBy: string | null }>();
  for (const one of invited) known.set(one.personId, one);
  const uninvited = { declined: false, representedBy: null };
  for (const one of said) if (!known.has(one.personId)) known.set(one.personId, { ...one, ...uninvited });
  for (const { personId, name, body } of stays) {
    if (personId !== null && !known.has(personId))
      known.set(personId, { personId, name, body, ...uninvited });
  }
  const ticks = new Map(said.map((one) => [one.personId, one.present]));
  const people = [...known.values()].map((one) => ({
    body: one.body,
    kind: one.body === null ? ("team" as const) : ("body" as const),
    person: personNow(one, {
      tick: ticks.get(one.personId),
      stays: stays.filter((stay) => stay.personId === one.personId),
    }),
  }));
  const guests = guestsOf(stays).map((person) => ({ body: null, kind: "guests" as const, person }));
  return grouped([...people, ...guests]);
}

/** How many are here, and how many are on the list. */
export function countsOf(bodies: readonly BodyNow[]): { here: number; all: number } {
  return {
    here: bodies.reduce((sum, body) => sum + body.here, 0),
    all: bodies.reduce((sum, body) => sum + body.people.length, 0),
  };
}

function personNow(
  one: Named & { declined: boolean; representedBy: string | null },
  { tick, stays }: { tick: boolean | undefined; stays: Facts["stays"] },
): PersonNow {
  const inside = stays.find((stay) => stay.leftAt === null);
  return {
    key: one.personId,
    personId: one.personId,
    name: one.name,
    presence: presenceOf({ tick, isInside: inside !== undefined, hasBeen: stays.length > 0, ...one }),
    since: inside?.joinedAt ?? null,
    isTicked: tick === true,
    representedBy: one.representedBy,
  };
}

function presenceOf(facts: {
  tick: boolean | undefined;
  isInside: boolean;
  hasBeen: boolean;
  declined: boolean;
}): PresenceNow {
  if (facts.tick !== undefined) return facts.tick ? "here" : "absent";
  if (facts.isInside) return "here";
  if (facts.hasBeen) return "left";
  return facts.declined ? "declined" : "expected";
}

function guestsOf(stays: Facts["stays"]): PersonNow[] {
  const guests = new Map<string, PersonNow>();
  for (const { guestId, name, joinedAt, leftAt } of stays) {
    if (guestId === null) continue;
    const isInside = leftAt === null;
    if (guests.has(guestId) && !isInside) continue;
    guests.set(guestId, {
      key: guestId,
      personId: null,
      name,
      presence: isInside ? "here" : "left",
      since: isInside ? joinedAt : null,
      isTicked: false,
      representedBy: null,
    });
  }
  return [...guests.values()];
}

const places = ["body", "team", "guests"] as const;

function grouped(
  rows: readonly { body: string | null; kind: BodyNow["kind"]; person: PersonNow }[],
): BodyNow[] {
  const groups = new Map<string, BodyNow>();
  for (const { body, kind, person } of rows) {
    const name = `${kind} ${body ?? ""}`;
    const group = groups.get(name) ?? { kind, body, here: 0, people: [] };
    group.people.push(person);
    if (person.presence === "here") group.here += 1;
    groups.set(name, group);
  }
  for (const group of groups.values()) {
    group.people.sort(
      (a, b) =>
        Number(b.presence === "here") - Number(a.presence === "here") || a.name.localeCompare(b.name, "it"),
    );
  }
  return [...groups.values()].toSorted(
    (a, b) => places.indexOf(a.kind) - places.indexOf(b.kind) || compareBodies(a.body, b.body),
  );
}
