import { z } from "zod";
import { SessionKind, SessionMode } from "@/lib/platform/db/generated/enums";

const moment = z.iso.datetime();

/** What a certificate says, kept with it: names and times as they stood, so that each print has the same words. */
export const certificateFactsSchema = z.object({
  person: z.string(),
  body: z.string().nullable(),
  session: z.string(),
  kind: z.enum(SessionKind),
  programme: z.string(),
  promoter: z.string(),
  mode: z.enum(SessionMode),
  place: z.string().nullable(),
  startsAt: moment,
  endsAt: moment,
  announcedMinutes: z.number().int().nullable(),
  announcedNote: z.string().nullable(),
  actualStartsAt: moment.nullable(),
  actualEndsAt: moment.nullable(),
});
export type CertificateFacts = z.output<typeof certificateFactsSchema>;

/** The rows that a certificate's words come from. */
export type CertifiedRow = {
  person: { givenName: string; familyName: string };
  organisation: { name: string } | null;
  session: {
    title: string;
    kind: SessionKind;
    mode: SessionMode;
    place: string | null;
    startsAt: Date;
    endsAt: Date;
    announcedMinutes: number | null;
    announcedNote: string | null;
    actualStartsAt: Date | null;
    actualEndsAt: Date | null;
    programme: { title: string; promoter: { name: string } };
  };
};

/** The words of a certificate from the rows as they stand. */
export function certificateFacts({ person, organisation, session }: CertifiedRow): CertificateFacts {
  const { title, programme, startsAt, endsAt, actualStartsAt, actualEndsAt, ...rest } = session;
  return {
    person: `${person.givenName} ${person.familyName}`,
    body: organisation?.name ?? null,
    session: title,
    kind: rest.kind,
    programme: programme.title,
    promoter: programme.promoter.name,
    mode: rest.mode,
    place: rest.place,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    announcedMinutes: rest.announcedMinutes,
    announcedNote: rest.announcedNote,
    actualStartsAt: actualStartsAt?.toISOString() ?? null,
    actualEndsAt: actualEndsAt?.toISOString() ?? null,
  };
}

/** Whether two certificates say the same. */
export function sameFacts(one: CertificateFacts, other: CertificateFacts): boolean {
  return Object.entries(one).every(([key, value]) => other[key as keyof CertificateFacts] === value);
}
