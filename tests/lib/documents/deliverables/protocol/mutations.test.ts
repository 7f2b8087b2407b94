import { beforeAll, describe, expect, test } from "vitest";
import { setProtocol } from "@/lib/documents/deliverables/protocol/mutations";
import { setProtocolSchema } from "@/lib/documents/deliverables/protocol/schema";
import { db } from "@/lib/platform/db";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { denied } from "@/tests/support/denied";
import { aDeliverable, aWorkingGroup, sent, type WorkingGroup } from "@/tests/support/document-factories";

let group: WorkingGroup;
beforeAll(async () => {
  group = await aWorkingGroup();
});

describe("the protocol number", () => {
  const protocol = { protocolNumber: "1234/2026", protocolDate: "2026-03-20", pecReference: "opec@x" };

  test("is entered later by body or coordinator, and a stale form is told", async () => {
    const row = await sent(group, (await aDeliverable(group, "Protocollata")).id);
    const id = row.submissions[0]?.id ?? "";
    await setProtocol(group.staff, { id, rowVersion: 1, ...protocol });
    await expect(setProtocol(group.coordinator, { id, rowVersion: 1, ...protocol })).rejects.toMatchObject({
      code: "stale",
    });
    await setProtocol(group.coordinator, { id, rowVersion: 2, ...protocol, protocolNumber: "1235/2026" });
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({
      protocolNumber: "1235/2026",
      protocolDate: fromDateOnly("2026-03-20"),
      pecReference: "opec@x",
    });
    await expect(
      setProtocol(group.staff, { id, rowVersion: 3, ...protocol, protocolDate: "2027-01-01" }),
    ).rejects.toMatchObject({ code: "deliverables.protocolInTheFuture", field: "protocolDate" });
  });

  test("comes with its date, and something must be entered", () => {
    const issue = (more: Record<string, unknown>) =>
      setProtocolSchema.safeParse({ id: group.first.id, rowVersion: 1, ...more }).error?.issues[0]?.message;
    expect(issue({})).toBe("deliverables.protocolEmpty");
    expect(issue({ protocolNumber: "1" })).toBe("deliverables.protocolWithDate");
    expect(issue({ protocolDate: "2026-03-20", pecReference: "x" })).toBe("deliverables.protocolWithDate");
    expect(issue({ pecReference: "x" })).toBeUndefined();
  });
});

describe("who may not", () => {
  let submission: string;
  beforeAll(async () => {
    const row = await sent(group, (await aDeliverable(group, "Diritti di protocollo")).id);
    submission = row.submissions[0]?.id ?? "";
  });
  const protocol = (actor: "otherReferent" | "expert" | "observer") => () =>
    setProtocol(group[actor], { id: submission, rowVersion: 1, pecReference: "x" });
  denied("setProtocol", "to another body", protocol("otherReferent"));
  denied("setProtocol", "to the expert", protocol("expert"));
  denied("setProtocol", "to the observer", protocol("observer"));
});
