import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import type { ReuseDeclarationState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetAfter, nextCursor } from "@/lib/platform/lists/cursor";
import { canModerate, declarationInHandsOf } from "@/lib/reuse/declarations/policy";
import { itemListedFor } from "@/lib/reuse/policy";

/** An item as the form of a declaration names it; not found where it is no longer given out. */
export async function getDeclarable(actor: Actor, slug: string) {
  return found(
    await db.reuseItem.findFirst({
      where: { AND: [{ slug }, itemListedFor(actor)] },
      select: { id: true, slug: true, title: true, lang: true },
    }),
    "item",
  );
}

export type MailedDeclaration =
  | { state: "unknown" }
  | {
      state: ReuseDeclarationState | "EXPIRED";
      organisationName: string;
      purpose: string;
      url: string | null;
      lang: string;
      refusalReason: string;
      item: { slug: string; title: string; lang: string; state: "PUBLISHED" | "WITHDRAWN" };
    };

/** What a mailed link is good for. Reading it changes nothing. */
export async function findMailedDeclaration(actor: Actor, token: string): Promise<MailedDeclaration> {
  const row = await db.reuseDeclaration.findUnique({
    where: { tokenHash: createHash("sha256").update(token).digest("hex") },
    select: {
      state: true,
      expiresAt: true,
      organisationName: true,
      purpose: true,
      url: true,
      lang: true,
      refusalReason: true,
      item: { select: { slug: true, title: true, lang: true, state: true } },
    },
  });
  if (!row) return { state: "unknown" };
  const { expiresAt, ...declaration } = row;
  const isExpired = row.state === "PENDING" && expiresAt !== null && expiresAt <= actor.at;
  return { ...declaration, state: isExpired ? "EXPIRED" : row.state };
}

const columns = {
  id: true,
  organisationName: true,
  contactName: true,
  email: true,
  purpose: true,
  url: true,
  lang: true,
  state: true,
  createdAt: true,
  confirmedAt: true,
  decidedAt: true,
  refusalReason: true,
  version: true,
  decidedBy: { select: { givenName: true, familyName: true } },
  item: { select: { id: true, slug: true, title: true, lang: true } },
} satisfies Prisma.ReuseDeclarationSelect;

export type Declaration = Prisma.ReuseDeclarationGetPayload<{ select: typeof columns }>;

/** Declarations of a programme's items, as they came; for who decides on them. */
export async function listDeclarations(
  actor: Actor,
  programmeId: string,
  filters: { state?: ReuseDeclarationState; item?: string } = {},
  window: { after?: Cursor; size?: number } = {},
): Promise<{ rows: Declaration[]; next?: string }> {
  authorise(canModerate(actor, { programmeId }));
  const size = window.size ?? 50;
  const rows = await db.reuseDeclaration.findMany({
    where: {
      AND: [
        declarationInHandsOf(actor),
        { item: { programmeId } },
        filters.item ? { itemId: filters.item } : {},
        filters.state ? { state: filters.state } : {},
        keysetAfter("createdAt", window.after),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: size + 1,
    select: columns,
  });
  return nextCursor(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** How many declarations of a programme are in each state, those never confirmed apart. */
export async function countDeclarations(
  actor: Actor,
  programmeId: string,
): Promise<Record<Exclude<ReuseDeclarationState, "PENDING">, number>> {
  authorise(canModerate(actor, { programmeId }));
  const rows = await db.reuseDeclaration.groupBy({
    by: ["state"],
    where: { AND: [declarationInHandsOf(actor), { item: { programmeId } }] },
    _count: { _all: true },
  });
  const count = (state: ReuseDeclarationState) => rows.find((row) => row.state === state)?._count._all ?? 0;
  return {
    WAITING: count("WAITING"),
    SHOWN: count("SHOWN"),
    REFUSED: count("REFUSED"),
    WITHDRAWN: count("WITHDRAWN"),
  };
}
