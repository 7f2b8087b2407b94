import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { queueMail } from "@/lib/platform/mail/queue";
import { consume } from "@/lib/platform/rate-limit";
import { confirmableUntil, nextDeclarationState } from "@/lib/reuse/declarations/lifecycle";
import type { AnswerDeclaration, DeclareReuse } from "@/lib/reuse/declarations/schema";
import { itemListedFor } from "@/lib/reuse/policy";

/**
 * An organisation says that it uses an item: a link goes to its address, and until that is followed nobody reads the
 * declaration. The answer is the same whether the address wrote before or not.
 */
export async function declareReuse(
  actor: Actor,
  input: DeclareReuse,
  from: { client: string },
): Promise<{ slug: string }> {
  await consume("reuse-declaration", from.client);
  // Whoever writes a stranger's address into the form does not fill that stranger's letter box.
  await consume("reuse-declaration-address", input.email);
  const token = randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    const item = found(
      await tx.reuseItem.findFirst({
        where: { AND: [{ id: input.item }, itemListedFor(actor)] },
        select: { id: true, slug: true, title: true, programmeId: true },
      }),
      "item",
    );
    const { organisationName, contactName, purpose, url, locale } = input;
    const kept = await tx.reuseDeclaration.findUnique({
      where: { itemId_email: { itemId: item.id, email: input.email } },
      select: { state: true },
    });
    const fresh = { tokenHash: hashOf(token), expiresAt: confirmableUntil(actor.at) };
    const said = { organisationName, contactName, purpose, url, lang: locale };
    // What was confirmed is not changed by whoever knows its address: its link is sent anew, and that is all.
    const isFixed = kept !== null && kept.state !== "PENDING" && kept.state !== "WITHDRAWN";
    const renewed = kept && !isFixed ? { ...said, state: nextDeclarationState(kept.state, "renew") } : {};
    const { id } = await tx.reuseDeclaration.upsert({
      where: { itemId_email: { itemId: item.id, email: input.email } },
      create: { ...said, ...fresh, itemId: item.id, email: input.email, createdAt: actor.at },
      update: { ...fresh, ...renewed, version: { increment: 1 } },
      select: { id: true },
    });
    const eventId = await recordEvent(tx, actor, {
      kind: "reuse.declared",
      ...about(item),
      data: { declarationId: id },
    });
    await queueMail(tx, {
      template: "reuse.confirmDeclaration",
      dedupeKey: `reuse-declaration:${eventId}`,
      locale,
      to: { address: input.email },
      params: {
        name: contactName,
        organisation: organisationName,
        title: item.title,
        link: pagePath("/declaration/[token]", { token }, locale),
      },
    });
    return { slug: item.slug };
  });
}

/**
 * Confirms or takes back a declaration, by the link that was mailed.
 * @throws NotFoundError when there is no such link; DomainError "reuse.linkExpired", "reuse.withdrawn"
 */
export async function answerDeclaration(
  actor: Actor,
  input: AnswerDeclaration,
  from: { client: string },
): Promise<{ token: string }> {
  const tokenHash = hashOf(input.token);
  const link = await db.reuseDeclaration.findUnique({ where: { tokenHash }, select: { id: true } });
  if (!link) await consume("secret-link", from.client);
  return inTransaction(async (tx) => {
    const declaration = await findByLink(tx, tokenHash);
    const { item } = declaration;
    const isConfirmation = input.answer === "confirm";
    if (isConfirmation && declaration.state !== "PENDING" && declaration.state !== "WITHDRAWN") {
      return { token: input.token };
    }
    if (isConfirmation && item.state === "WITHDRAWN") throw new DomainError("reuse.withdrawn");
    if (isConfirmation && declaration.expiresAt && declaration.expiresAt <= actor.at) {
      throw new DomainError("reuse.linkExpired");
    }
    const { count } = await tx.reuseDeclaration.updateMany({
      where: { id: declaration.id, state: declaration.state, tokenHash },
      data: {
        state: nextDeclarationState(declaration.state, input.answer),
        // What was decided before it was taken back, and written anew, is decided anew.
        decidedAt: null,
        decidedById: null,
        refusalReason: "",
        version: { increment: 1 },
        ...(isConfirmation ? { confirmedAt: actor.at, withdrawnAt: null } : { withdrawnAt: actor.at }),
      },
    });
    // The same link was used twice at once: the first one counts.
    if (count === 0) return { token: input.token };
    await recordEvent(tx, actor, {
      kind: isConfirmation ? "reuse.declarationConfirmed" : "reuse.declarationWithdrawn",
      ...about(item),
      data: { declarationId: declaration.id },
    });
    return { token: input.token };
  });
}

async function findByLink(tx: Tx, tokenHash: string) {
  return found(
    await tx.reuseDeclaration.findUnique({
      where: { tokenHash },
      select: {
        id: true,
        state: true,
        expiresAt: true,
        item: { select: { id: true, programmeId: true, state: true } },
      },
    }),
    "declaration",
  );
}

function about(item: { id: string; programmeId: string }) {
  return { subject: { kind: "reuseItem", id: item.id }, programmeId: item.programmeId };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
