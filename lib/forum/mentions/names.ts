import type { Role } from "@/lib/platform/db/generated/enums";
import { escapePattern } from "@/lib/platform/pattern";

/** Names called in a post at most: whoever calls everybody by name wants an announcement. */
export const mostMentions = 20;

/** Roles that can be called, by the words that mean them in either language. */
export const roleNames = {
  COORDINATOR: ["coordinamento", "coordinators"],
  EXPERT: ["esperti", "experts"],
  REFERENT: ["referenti", "referents"],
} as const satisfies Partial<Record<Role, readonly string[]>>;

export type CallableRole = keyof typeof roleNames;

/** Somebody who can be called by name in a post of a programme. */
export type Mentionable =
  | { kind: "person"; id: string; name: string; part: string | null }
  | { kind: "body"; id: string; name: string; part: string | null }
  | { kind: "role"; id: CallableRole; name: string; part: null };

/** A text in which people are called, for those who may not read their names. */
export function withoutNames(text: string, people: readonly string[]): string {
  return people.reduce((shown, name) => {
    const called = new RegExp(`@${escapePattern(name)}`, "giu");
    return shown.replace(called, "@…");
  }, text);
}

/** Those whom the names call; two people of one name are both called. */
export function calledBy(names: readonly string[], all: readonly Mentionable[]): Mentionable[] {
  const asked = new Set(names.map((name) => name.toLowerCase()));
  const found = all.filter(({ name }) => asked.has(name.toLowerCase()));
  return [...new Map(found.map((one) => [`${one.kind} ${one.id}`, one])).values()];
}
