import type { Structure } from "@/lib/programmes/structure/queries";

/** A row of a list of a programme, as a page names it. */
export type PartRow = { id: string; title: string; note: string; kind?: string };

/** The rows of each list, with a line on what each says. */
export function partRows(structure: Structure) {
  return {
    lines: structure.lines.map(({ id, title, aim }) => ({ id, title, note: aim })),
    phases: structure.phases.map(({ id, code, title, description }) => ({
      id,
      title: code ? `${code}. ${title}` : title,
      note: description,
    })),
    facts: structure.facts.map(({ id, kind, title, value }) => ({
      id,
      title: value ? `${value} · ${title}` : title,
      note: "",
      kind,
    })),
    roles: structure.roles.map(({ id, title, holder, organisation }) => ({
      id,
      title,
      note: holder ?? organisation?.name ?? "",
    })),
    contacts: structure.contacts.map(({ id, office, email, phone }) => ({
      id,
      title: office,
      note: email ?? phone ?? "",
    })),
    steps: structure.joiningSteps.map(({ id, title, description }) => ({ id, title, note: description })),
  } satisfies Record<string, PartRow[]>;
}
