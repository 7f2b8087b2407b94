import { keptUntil, usualDays } from "@/lib/documents/trash/retention";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { past } from "./calendar";
import type { PilotChamber } from "./cast";
import type { Edition } from "./programme";

export type FolderKey = "sessions" | "templates" | "experience" | "meetings";

type Folder = {
  key: FolderKey;
  space: "common" | PilotChamber;
  name: string;
  by: string;
  /** days after the kick-off */
  day: number;
};

const folders: Folder[] = [
  { key: "sessions", space: "common", name: "Materiali degli incontri", by: "coordinatore", day: -6 },
  { key: "templates", space: "common", name: "Modelli da compilare", by: "coordinatore", day: 9 },
  { key: "experience", space: "common", name: "Esperienze delle Camere", by: "coordinatore", day: 50 },
  { key: "meetings", space: "valfiorita", name: "Riunioni del gruppo di lavoro", by: "staff.a", day: 29 },
];

/** Writes the folders of the common space, and one of a chamber's own. */
export async function seedFolders(
  { tx }: Seeding,
  edition: Edition,
  { cast, spaces }: { cast: Cast; spaces: { common: string; bodies: ReadonlyMap<PilotChamber, string> } },
): Promise<{ ids: ReadonlyMap<FolderKey, string>; history: HistoryEntry[] }> {
  const rows = folders.map((folder) => {
    const at = past(edition.days, edition.days.fromKickOff(folder.day), "09:00");
    return { ...folder, at, id: identifier(at) };
  });
  await tx.documentFolder.createMany({
    data: rows.map(({ id, space, name, by, at }) => ({
      id,
      spaceId: space === "common" ? spaces.common : must(spaces.bodies, space),
      name,
      createdById: must(cast.people, by),
      createdAt: at,
    })),
  });
  const history = rows.map(({ id, space, by, at }) => ({
    kind: "documents.folderAdded" as const,
    at,
    by: must(cast.people, by),
    subject: { kind: "folder", id },
    organisationId: space === "common" ? null : must(cast.bodies, space),
    data: { parent: null },
  }));
  return { ids: new Map(rows.map(({ key, id }) => [key, id])), history };
}

type Removal = { documentId: string; spaceId: string; daysAgo: number; by: string };

/** Writes the acts that put documents into the trash; the documents themselves are written after them. */
export async function seedRemovals(
  { tx }: Seeding,
  edition: Edition,
  removals: readonly Removal[],
): Promise<{ of: ReadonlyMap<string, { removalId: string; at: Date }>; history: HistoryEntry[] }> {
  const rows = removals.map((removal) => {
    const at = past(edition.days, edition.days.fromToday(-removal.daysAgo), "11:20");
    return { ...removal, at, id: identifier(at) };
  });
  await tx.documentRemoval.createMany({
    data: rows.map(({ id, spaceId, by, at }) => ({
      id,
      spaceId,
      removedAt: at,
      removedById: by,
      keptUntil: keptUntil(at, usualDays),
    })),
  });
  const history = rows.map(({ documentId, by, at }) => ({
    kind: "documents.removed" as const,
    at,
    by,
    subject: { kind: "document", id: documentId },
    organisationId: null,
  }));
  return { of: new Map(rows.map(({ documentId, id, at }) => [documentId, { removalId: id, at }])), history };
}
