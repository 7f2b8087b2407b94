import { db } from "@/lib/platform/db";
import type { FlagReason } from "@/lib/platform/db/generated/enums";
import { moment } from "@/tests/support/factories";

/** A post that was flagged by one person, and waits. */
export async function aFlagCase(
  post: { id: string },
  programmeId: string,
  facts: { personId?: string; reason?: FlagReason; openedAt?: Date } = {},
): Promise<{ id: string }> {
  const { personId = null, reason = "SPAM", openedAt = moment } = facts;
  return db.flagCase.create({
    data: {
      postId: post.id,
      programmeId,
      openedAt,
      flags: { create: { personId, reason, createdAt: openedAt } },
    },
    select: { id: true },
  });
}

/** A warning about a post that was not acknowledged yet. */
export async function aWarning(
  post: { id: string },
  facts: { programmeId: string; personId: string; createdAt?: Date },
): Promise<{ id: string }> {
  return db.postWarning.create({
    data: {
      postId: post.id,
      reason: "OFFENSIVE",
      text: "Con garbo, per favore.",
      createdAt: moment,
      ...facts,
    },
    select: { id: true },
  });
}
