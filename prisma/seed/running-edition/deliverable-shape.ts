import type { Cast } from "./bodies";
import type { PilotChamber } from "./cast";
import type { Attempt, Cell } from "./cells";
import type { Spaces } from "./documents";
import type { Edition } from "./programme";

export type Row = {
  id: string;
  slug: PilotChamber;
  position: number;
  requestId: string;
  cell: Cell;
  dueDay: string;
  documentId: string | null;
};

export type Sent = { row: Row; attempt: Attempt; number: number; at: Date; versionId: string };

export type RowsInput = {
  edition: Edition;
  cast: Cast;
  spaces: Spaces;
  rows: readonly Row[];
  due: readonly string[];
};
