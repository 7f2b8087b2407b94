import { describe, expect, test } from "vitest";
import {
  canAccept,
  canAssign,
  canCopyInto,
  canEditCategories,
  canEditPost,
  canFlag,
  canKeepTrack,
  canModerate,
  canPost,
  canPostInOwnName,
  canRenameThread,
} from "@/lib/forum/policy";
import { type Actor, personActor, systemActor, visitorActor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";

const at = new Date("2026-03-23T09:00:00Z");

const as = (
  role: Role,
  organisationId: string | null,
  programmeId: string | null,
  personId = "person",
): Actor => personActor({ personId, assignments: [{ role, organisationId, programmeId }] }, at);

const actors: Record<string, Actor> = {
  visitor: visitorActor(at),
  system: systemActor("test", at),
  "no role": personActor({ personId: "author", assignments: [] }, at),
  administrator: as("ADMINISTRATOR", null, null),
  manager: as("PROGRAMME_MANAGER", "promoter", null),
  "manager elsewhere": as("PROGRAMME_MANAGER", "other", null),
  coordinator: as("COORDINATOR", null, "programme"),
  "coordinator elsewhere": as("COORDINATOR", null, "other"),
  expert: as("EXPERT", null, "programme"),
  observer: as("OBSERVER", null, "programme"),
  referent: as("REFERENT", "body", "programme"),
  "referent elsewhere": as("REFERENT", "body", "other"),
  staff: as("STAFF", "body", "programme"),
  author: as("STAFF", "body", "programme", "author"),
  "author who left": as("STAFF", "body", "other", "author"),
  "author who only reads now": as("OBSERVER", null, "programme", "author"),
};

const inProgramme = { programmeId: "programme" };
const theirs = { programmeId: "programme", authorId: "author" };
const may = (allowed: (actor: Actor) => boolean) =>
  Object.entries(actors)
    .filter(([, actor]) => allowed(actor))
    .map(([name]) => name);

describe("the complete set of who may", () => {
  test("post", () => {
    expect(may((actor) => canPost(actor, inProgramme))).toEqual([
      "coordinator",
      "expert",
      "referent",
      "staff",
      "author",
    ]);
  });

  test("post in the own name", () => {
    expect(may((actor) => canPostInOwnName(actor, inProgramme))).toEqual(["coordinator", "expert"]);
  });

  test("edit a post", () => {
    expect(may((actor) => canEditPost(actor, theirs))).toEqual(["author"]);
  });

  test("edit the post of somebody who was erased", () => {
    expect(may((actor) => canEditPost(actor, { ...inProgramme, authorId: null }))).toEqual([]);
  });

  test("accept an answer, and rename the thread", () => {
    expect(may((actor) => canAccept(actor, theirs))).toEqual(["coordinator", "author"]);
    expect(may((actor) => canRenameThread(actor, theirs))).toEqual(["coordinator", "author"]);
  });

  test("moderate, and edit categories", () => {
    expect(may((actor) => canModerate(actor, inProgramme))).toEqual(["coordinator"]);
    expect(may((actor) => canEditCategories(actor, inProgramme))).toEqual(["coordinator"]);
  });

  test("flag a post", () => {
    expect(may((actor) => canFlag(actor, theirs))).toEqual([
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
    ]);
  });

  test("say who answers by when", () => {
    expect(may((actor) => canAssign(actor, inProgramme))).toEqual(["coordinator"]);
  });

  test("have their reading remembered", () => {
    expect(may((actor) => canKeepTrack(actor, inProgramme))).toEqual([
      "coordinator",
      "expert",
      "observer",
      "referent",
      "staff",
      "author",
      "author who only reads now",
    ]);
  });

  test("copy categories into a new edition", () => {
    const edition = { id: "programme", promoterId: "promoter" };
    expect(may((actor) => canCopyInto(actor, edition))).toEqual(["system", "manager", "coordinator"]);
  });
});
