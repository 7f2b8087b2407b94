import { describe, expect, test } from "vitest";
import { addFolderSchema } from "@/lib/documents/folders/schema";
import { childrenOf, heightOf, pathTo, placesOf, subtreeOf } from "@/lib/documents/folders/tree";

const tree = [
  { id: "a", parentId: null, name: "Incontri" },
  { id: "b", parentId: "a", name: "Incontro 10" },
  { id: "c", parentId: "a", name: "incontro 2" },
  { id: "d", parentId: "c", name: "Slide" },
  { id: "e", parentId: null, name: "Allegati" },
];
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe("the folders of a space", () => {
  test("stand by name, figures by their value, whatever the capitals", () => {
    expect(names(childrenOf(tree, null))).toEqual(["Allegati", "Incontri"]);
    expect(names(childrenOf(tree, "a"))).toEqual(["incontro 2", "Incontro 10"]);
  });
  test("have a way from the top", () => {
    expect(names(pathTo(tree, "d"))).toEqual(["Incontri", "incontro 2", "Slide"]);
    expect(pathTo(tree, null)).toEqual([]);
    expect(pathTo(tree, "elsewhere")).toEqual([]);
  });
  test("go with all that lies in them", () => {
    expect(names(subtreeOf(tree, "a"))).toEqual(["Incontri", "incontro 2", "Slide", "Incontro 10"]);
    expect([heightOf(tree, "a"), heightOf(tree, "b")]).toEqual([3, 1]);
  });
  test("are places of a list, each with its path", () => {
    expect(placesOf(tree).map(({ path }) => path)).toEqual([
      "Allegati",
      "Incontri",
      "Incontri / incontro 2",
      "Incontri / incontro 2 / Slide",
      "Incontri / Incontro 10",
    ]);
  });
});

test("a name is one line without space around it, and not empty", () => {
  const named = (name: string) => addFolderSchema.safeParse({ programme: "x", name });
  expect(named("  Materiali \n degli\u0007 incontri ").data?.name).toBe("Materiali degli incontri");
  expect(named(" \n ").error?.issues[0]).toMatchObject({ path: ["name"], message: "required" });
  expect(named("x".repeat(101)).error?.issues[0]).toMatchObject({ message: "tooLong", maximum: 100 });
});
