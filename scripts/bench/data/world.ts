import { type Chance, chanceFrom, identifier } from "@/scripts/bench/data/random";
import type { Shape } from "@/scripts/bench/data/shape";

export type Person = { id: string; given: string; family: string; email: string; createdAt: number };
export type Programme = {
  id: string;
  slug: string;
  /** the bodies that take part, with the two people of each */
  bodies: { id: string; name: string; people: [Person, Person] }[];
  /** two coordinators, three experts, an observer */
  team: Person[];
  categories: string[];
  commonSpace: string;
  bodySpaces: string[];
  createdAt: number;
};

/** What everything else refers to. The first programme is the largest; its people are those who measure. */
export type World = {
  shape: Shape;
  chance: Chance;
  /** the moment that counts as now */
  now: number;
  people: Person[];
  organisations: { id: string; name: string }[];
  programmes: Programme[];
};

export const day = 86_400_000;
/** The portal has been in use for five years. */
export const begin = (now: number) => now - 5 * 365 * day;

const given =
  "Anna Bruno Carla Dario Elena Fabio Giulia Ivo Laura Marco Nora Paolo Rita Sara Teo Ugo Vera Zeno Irene Luca";
const family =
  "Rossi Bianchi Verdi Gallo Conti Greco Marino Costa Riva Fontana Moretti Barbieri Lombardi Serra Ferri Caruso Leone Longo Villa Testa";
const places =
  "Valfiorita Montechiaro Roccalta Pontelungo Castelnuovo Borgoverde Acquaviva Serradimare Collelungo Fiumalbo Pietralba Vallescura";

/** Makes what the rest refers to; the same shape and moment give the same world. */
export function makeWorld(shape: Shape, now: number): World {
  const chance = chanceFrom(20_260_101);
  const start = begin(now);
  const people = Array.from({ length: shape.people }, (_, index) => makePerson(chance, index, start));
  const organisations = Array.from({ length: shape.organisations }, (_, index) => ({
    id: identifier(chance, start + index),
    name: `Ente di ${chance.pick(places.split(" "))} ${index + 1}`,
  }));
  const programmes = Array.from({ length: shape.programmes }, (_, index) =>
    makeProgramme({ shape, chance, people, organisations }, index, start + index * day),
  );
  return { shape, chance, now, people, organisations, programmes };
}

/** Which programme a thing falls to: the largest has its share, the others the rest. */
export function someProgramme({ shape, chance, programmes }: World): number {
  return chance.happens(shape.largest) ? 0 : 1 + chance.below(programmes.length - 1);
}

/** Everybody who writes in a programme, with the body for which it is written. */
export function someAuthor(chance: Chance, programme: Programme): { person: Person; bodyId: string | null } {
  if (chance.happens(0.3)) return { person: chance.pick(programme.team.slice(0, 5)), bodyId: null };
  const body = chance.pick(programme.bodies);
  return { person: chance.pick(body.people), bodyId: body.id };
}

function makePerson(chance: Chance, index: number, at: number): Person {
  const name = { given: chance.pick(given.split(" ")), family: chance.pick(family.split(" ")) };
  return { id: identifier(chance, at), ...name, email: `persona-${index}@bench.test`, createdAt: at };
}

function makeProgramme(
  { shape, chance, people, organisations }: Pick<World, "shape" | "chance" | "people" | "organisations">,
  index: number,
  at: number,
): Programme {
  const next = () => identifier(chance, at);
  // Neighbours on a circle: each organisation takes part in a few programmes, each person works for one of them.
  const around = <T>(from: readonly T[], place: number) => from[place % from.length] as T;
  return {
    id: next(),
    slug: `programma-${index + 1}`,
    bodies: Array.from({ length: shape.bodies }, (_, place) => {
      const at = index * shape.bodies + place;
      return { ...around(organisations, at), people: [around(people, 2 * at), around(people, 2 * at + 1)] };
    }),
    team: Array.from({ length: 6 }, (_, place) => around(people, people.length - 1 - (index * 6 + place))),
    categories: Array.from({ length: 4 }, next),
    commonSpace: next(),
    bodySpaces: Array.from({ length: shape.bodies }, next),
    createdAt: at,
  };
}
