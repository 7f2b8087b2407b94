import { systemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { announceChange } from "@/lib/platform/page-cache/announce";
import { gatherWords } from "@/lib/search/words/jobs";
import { seedArchive } from "./archive";
import { seedArchiveLibrary } from "./reuse/archives";
import { seedRunningEdition } from "./running-edition";
import { seedRules, seedServiceModel } from "./service-model";
import { seedSignatures } from "./signatures";
import { seedSite } from "./site";
import { sourceProgrammes } from "./sources/all";
import { cipModel } from "./sources/cip-model";
import { seedTexts } from "./texts";

/** The demonstration is for an empty database: it neither mixes with nor replaces what somebody wrote. */
export class NotEmptyError extends Error {}

/**
 * Loads the demonstration: the five source programmes as archives, the job centre's model with its guide, the
 * remote-work profiles and a running edition whose dates stand around the given moment. All of it or nothing.
 * @throws NotEmptyError when the database holds persons, organisations or programmes
 */
export async function seedDemonstration(now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      // Two starts at once: the second waits here, then finds the database no longer empty.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sperimenta.demonstration'))`;
      const held = (await tx.person.count()) + (await tx.organisation.count()) + (await tx.programme.count());
      if (held > 0) {
        throw new NotEmptyError(
          "The database already holds data: the demonstration goes into an empty one only.",
        );
      }
      const seeding = { tx, now };
      // The archives were there before an edition was cloned from one of them.
      await seedArchive({ tx, now: new Date(now.getTime() - 200 * 86_400_000) }, sourceProgrammes);
      await seedArchiveLibrary(seeding);
      await seedServiceModel(seeding, cipModel);
      await seedRules(seeding);
      await seedRunningEdition(seeding);
      await seedSite(seeding);
      await seedTexts(seeding);
      await seedSignatures(seeding);
      await announceChange(tx, ["everything"]);
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
  await gatherWords(systemActor("gather-words", now));
}
