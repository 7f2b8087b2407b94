import { sourceProgrammes } from "@/prisma/seed/sources/all";
import { cipModel } from "@/prisma/seed/sources/cip-model";
import { jobCentreGuide } from "@/prisma/seed/sources/job-centre-guide";
import { smartWorkingProfiles } from "@/prisma/seed/sources/smart-working-profiles";

/** Parts of the data that carry rows of the source checklist. */
export type Part =
  | "programme"
  | "organisation"
  | "line"
  | "phase"
  | "fact"
  | "role"
  | "contact"
  | "joining"
  | "session"
  | "quotation"
  | "profile"
  | "guide"
  | "model";

export type Place = { part: Part; programme?: string; area?: string };

type Carrier = { rows: readonly string[] };

/** Where in the seed data each row of the checklist stands. */
export function coveredRows(): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (place: Place, carriers: readonly Carrier[]) => {
    for (const row of carriers.flatMap(({ rows }) => rows)) {
      places.set(row, [...(places.get(row) ?? []), place]);
    }
  };
  for (const programme of sourceProgrammes) {
    const at = (part: Part): Place => ({ part, programme: programme.slug });
    add(at("phase"), programme.phases);
    add(at("session"), programme.sessions);
    add(at("line"), programme.lines);
    add(at("fact"), programme.facts);
    add(at("role"), programme.roles);
    add(at("joining"), programme.joiningSteps);
    add(at("contact"), programme.contacts);
    add(at("quotation"), programme.quotations);
    add(at("organisation"), programme.organisations);
    add(at("programme"), [programme]);
  }
  add({ part: "profile" }, [smartWorkingProfiles, ...smartWorkingProfiles.content.profiles]);
  add({ part: "guide" }, jobCentreGuide.content.rules);
  for (const area of cipModel.areas) {
    const functions = area.functions.flatMap((one) => [one, ...one.steps]);
    add({ part: "model", area: area.slug }, [area, ...functions]);
  }
  add({ part: "model" }, cipModel.referrals);
  return places;
}

/** The identifiers of the checklist that the demonstration covers, by source. */
export function expectedRows(): string[] {
  const last = [63, 161, 46, 68, 44];
  return last.flatMap((count, source) =>
    Array.from({ length: count }, (_, index) => `${source}.${index + 1}`),
  );
}
