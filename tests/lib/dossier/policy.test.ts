import { expect, test } from "vitest";
import { canTakeDossier } from "@/lib/dossier/policy";
import { aWorkingGroup } from "@/tests/support/document-factories";

test("the official file is for those who read what every body sent", async () => {
  const { programme, ...group } = await aWorkingGroup();
  const people = [
    "coordinator",
    "expert",
    "observer",
    "referent",
    "staff",
    "administrator",
    "outsider",
  ] as const;
  expect(people.filter((one) => canTakeDossier(group[one], programme.id))).toEqual([
    "coordinator",
    "expert",
    "observer",
  ]);
});
