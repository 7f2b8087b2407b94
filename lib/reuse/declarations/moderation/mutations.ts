import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { queueMail } from "@/lib/platform/mail/queue";
import { assertUnchanged } from "@/lib/platform/stale";
import { nextDeclarationState, type ReuseDeclarationMove } from "@/lib/reuse/declarations/lifecycle";
import { declarationInHandsOf } from "@/lib/reuse/declarations/policy";
import type {
  ReconsiderDeclaration,
  RefuseDeclaration,
  ShowDeclaration,
} from "@/lib/reuse/declarations/schema";

/** Where who decided goes on: the list of declarations of the programme. */
export type ModerationPlace = { slug: string };

/** Shows a declaration below its item, and tells who wrote it. */
export async function showDeclaration(actor: Actor, input: ShowDeclaration): Promise<ModerationPlace> {
  return inTransaction(async (tx) => {
    const declaration = await decide(tx, actor, input, { move: "show" });
    await recordEvent(tx, actor, { kind: "reuse.declarationShown", ...about(declaration) });
    await tell(tx, declaration, "reuse.declarationShown", {});
    return { slug: declaration.item.programme.slug };
  });
}

/** Does not show a declaration, for a reason that is told to who wrote it. */
export async function refuseDeclaration(actor: Actor, input: RefuseDeclaration): Promise<ModerationPlace> {
  return inTransaction(async (tx) => {
    const declaration = await decide(tx, actor, input, { move: "refuse", refusalReason: input.reason });
    await recordEvent(tx, actor, { kind: "reuse.declarationRefused", ...about(declaration) });
    await tell(tx, declaration, "reuse.declarationRefused", { reason: input.reason });
    return { slug: declaration.item.programme.slug };
  });
}

/** Takes a decision back: the declaration waits again, and is not shown meanwhile. */
export async function reconsiderDeclaration(
  actor: Actor,
  input: ReconsiderDeclaration,
): Promise<ModerationPlace> {
  return inTransaction(async (tx) => {
    const declaration = await decide(tx, actor, input, { move: "reconsider" });
    await recordEvent(tx, actor, { kind: "reuse.declarationReconsidered", ...about(declaration) });
    return { slug: declaration.item.programme.slug };
  });
}

type Declaration = Awaited<ReturnType<typeof findInHands>>;

async function decide(
  tx: Tx,
  actor: Actor,
  input: { id: string; version: number },
  { move, refusalReason = "" }: { move: ReuseDeclarationMove; refusalReason?: string },
): Promise<Declaration> {
  const declaration = await findInHands(tx, actor, input.id);
  if (declaration.version !== input.version) {
    await assertUnchanged(tx, 0, { kind: "reuseItem", id: declaration.item.id });
  }
  const state = nextDeclarationState(declaration.state, move);
  const isDecided = move !== "reconsider";
  try {
    const { count } = await tx.reuseDeclaration.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        state,
        refusalReason,
        decidedAt: isDecided ? actor.at : null,
        decidedById: isDecided ? actor.personId : null,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "reuseItem", id: declaration.item.id });
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new DomainError("reuse.shownAlready", { organisation: declaration.organisationName }, undefined, {
      cause: error,
    });
  }
  return declaration;
}

/** Whom the declaration is no business of does not find it. */
async function findInHands(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.reuseDeclaration.findFirst({
      where: { AND: [{ id }, declarationInHandsOf(actor)] },
      select: {
        id: true,
        state: true,
        version: true,
        organisationName: true,
        contactName: true,
        email: true,
        lang: true,
        item: {
          select: {
            id: true,
            slug: true,
            title: true,
            programmeId: true,
            programme: { select: { slug: true } },
          },
        },
      },
    }),
    "declaration",
  );
}

async function tell(
  tx: Tx,
  { id, version, item, ...declaration }: Declaration,
  template: "reuse.declarationShown" | "reuse.declarationRefused",
  more: Record<string, string>,
): Promise<void> {
  if (!declaration.email) return;
  const locale = declaration.lang === "en" ? "en" : "it";
  await queueMail(tx, {
    template,
    dedupeKey: `${template}:${id}:${version}`,
    locale,
    to: { address: declaration.email },
    params: {
      name: declaration.contactName ?? "",
      organisation: declaration.organisationName,
      title: item.title,
      link: pagePath("/reuse/[slug]", { slug: item.slug }, locale),
      ...more,
    },
  });
}

function about({ id, item }: Declaration) {
  return {
    subject: { kind: "reuseItem", id: item.id },
    programmeId: item.programmeId,
    data: { declarationId: id },
  };
}
