import type { MinutesState } from "@/lib/platform/db/generated/enums";

const person = { select: { id: true, givenName: true, familyName: true } } as const;

/** The minutes of a session with all that is written in them. */
export const minutesSelect = {
  state: true,
  lang: true,
  version: true,
  round: true,
  termEndsAt: true,
  publishedAt: true,
  updatedAt: true,
  points: {
    select: {
      id: true,
      position: true,
      title: true,
      markdown: true,
      html: true,
      agendaItemId: true,
      agendaItem: { select: { position: true } },
      decisions: { orderBy: { position: "asc" }, select: { id: true, text: true, requestId: true } },
      tasks: {
        orderBy: { position: "asc" },
        select: { id: true, text: true, dueOn: true, doneAt: true, ownerId: true, owner: person },
      },
    },
  },
} as const;

type Person = { id: string; givenName: string; familyName: string };
type TaskRow = {
  id: string;
  text: string;
  dueOn: Date;
  doneAt: Date | null;
  ownerId: string | null;
  owner: Person | null;
};
export type PointRow = {
  id: string;
  position: number;
  title: string;
  markdown: string;
  html: string;
  agendaItemId: string | null;
  agendaItem: { position: number } | null;
  decisions: { id: string; text: string; requestId: string | null }[];
  tasks: TaskRow[];
};
export type MinutesRow = {
  state: MinutesState;
  lang: string;
  version: number;
  round: number;
  termEndsAt: Date | null;
  publishedAt: Date | null;
  updatedAt: Date;
  points: PointRow[];
};

/** A part of the minutes in its place, its decisions numbered through the whole. */
export type MinutesPart = Pick<PointRow, "id" | "title" | "markdown" | "html"> & {
  decisions: { id: string; number: number; text: string; requestId: string | null }[];
  tasks: (Omit<TaskRow, "owner"> & { owner: string | null })[];
};

/** In the order of the agenda as it is now; what stands beside it keeps the place at which it was added. */
export function inOrder<Row extends Pick<PointRow, "id" | "position" | "agendaItem">>(
  points: readonly Row[],
): Row[] {
  const place = (point: Row) => point.agendaItem?.position ?? point.position;
  return points.toSorted((a, b) => place(a) - place(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** The parts in their order; names of people only where the reader may know them. */
export function partsOf(points: readonly PointRow[], { withPeople }: { withPeople: boolean }): MinutesPart[] {
  let number = 0;
  return inOrder(points).map(({ id, title, markdown, html, decisions, tasks }) => ({
    id,
    title,
    markdown,
    html,
    decisions: decisions.map((one) => {
      number += 1;
      return { ...one, number };
    }),
    tasks: tasks.map(({ owner, ...task }) => ({
      ...task,
      owner: withPeople && owner ? nameOf(owner) : null,
    })),
  }));
}

/** The minutes as the page of their session shows them. */
export type MinutesText = Pick<MinutesRow, "state" | "lang" | "publishedAt" | "termEndsAt"> & {
  parts: MinutesPart[];
};

/** The same with what was written, names of people only where the reader may know them. */
export function textOf(
  { state, lang, publishedAt, termEndsAt, points }: MinutesRow,
  options: { withPeople: boolean },
): MinutesText {
  return { state, lang, publishedAt, termEndsAt, parts: partsOf(points, options).filter(isWritten) };
}

/** Whether there is anything to read. */
export function isWritten(part: Pick<MinutesPart, "markdown" | "decisions" | "tasks">): boolean {
  return part.markdown !== "" || part.decisions.length > 0 || part.tasks.length > 0;
}

/** All of it as one text, for the search and for what was proposed; without the names of owners. */
export function wholeText(points: readonly PointRow[]): string {
  return partsOf(points, { withPeople: false })
    .filter(isWritten)
    .map(({ title, markdown, decisions, tasks }) =>
      [
        title ? `## ${title}` : "",
        markdown,
        decisions.map((one) => `${one.number}. ${one.text}`).join("\n"),
        tasks.map((one) => `- ${one.text}`).join("\n"),
      ]
        .filter(Boolean)
        .join("\n\n"),
    )
    .join("\n\n");
}

export function nameOf({ givenName, familyName }: Pick<Person, "givenName" | "familyName">): string {
  return `${givenName} ${familyName}`;
}
