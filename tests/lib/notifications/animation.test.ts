import { expect, test } from "vitest";
import { listNotices } from "@/lib/notifications/centre/queries";
import { addressOfPlace, placeOf } from "@/lib/notifications/subject";
import { aNotice } from "@/tests/support/notification-factories";
import { aPilot } from "@/tests/support/session-factories";

test("a post that did not come is named to who keeps the forum going, and leads there", async () => {
  const { programme, coordinator, staff } = await aPilot();
  const facts = {
    programmeId: programme.id,
    group: "FORUM",
    kind: "scheduledRefused",
    subjectKind: "programme",
    subjectId: programme.id,
  } as const;
  await aNotice(coordinator.personId, facts);
  await aNotice(staff.personId, facts);
  expect((await listNotices(coordinator, {})).rows).toMatchObject([{ about: { title: expect.any(String) } }]);
  expect((await listNotices(staff, {})).rows).toMatchObject([{ about: null }]);
  const subject = { kind: "programme", id: programme.id } as const;
  expect(addressOfPlace(placeOf("scheduledRefused", subject, "prova"), "it")).toBe(
    "/area/programmi/prova/animazione",
  );
  expect(addressOfPlace(placeOf("silenceReminded", subject, "prova"), "it")).toBe(
    "/area/programmi/prova/forum",
  );
});
