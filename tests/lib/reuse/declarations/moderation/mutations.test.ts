import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DomainError } from "@/lib/platform/errors";
import type { MailParams } from "@/lib/platform/mail/queue";
import { renderMail } from "@/lib/platform/mail/render";
import {
  reconsiderDeclaration,
  refuseDeclaration,
  showDeclaration,
} from "@/lib/reuse/declarations/moderation/mutations";
import { countDeclarations, listDeclarations } from "@/lib/reuse/declarations/queries";
import { getItem, listManagedItems } from "@/lib/reuse/queries";
import { atOnce } from "@/tests/support/at-once";
import { denied, expectRefusal } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { aDeclaration, anItem } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let item: Awaited<ReturnType<typeof anItem>>;
let waiting: Awaited<ReturnType<typeof aDeclaration>>;
const visitor = visitorActor(moment);
beforeAll(async () => {
  group = await aWorkingGroup();
});
beforeEach(async () => {
  item = await anItem(group);
  waiting = await aDeclaration(item);
});

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
const stamp = (version = waiting.version) => ({ id: waiting.id, version });
const shown = async () =>
  (await getItem(visitor, item.slug)).declarations.map(({ organisationName }) => organisationName);

describe("a declaration", () => {
  test("is shown, and who wrote it is told in their language", async () => {
    await db.reuseDeclaration.update({ where: { id: waiting.id }, data: { lang: "en" } });
    await showDeclaration(group.coordinator, stamp());
    expect(await shown()).toEqual([waiting.organisationName]);
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: waiting.email ?? "" } });
    expect(mail.locale).toBe("en");
    const { subject, text } = await renderMail({ ...mail, params: mail.params as MailParams });
    expect(subject).toContain("Your declaration of reuse is published");
    expect(text).toContain(`/en/reuse/${item.slug}`);
    const last = await db.event.findFirst({ where: { subjectId: item.id }, orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ kind: "reuse.declarationShown", data: { declarationId: waiting.id } });
  });

  test("is refused with its reason, which is mailed and not logged", async () => {
    await refuseDeclaration(group.coordinator, { ...stamp(), reason: "Parla d’altro." });
    expect(await shown()).toEqual([]);
    const mail = await db.mail.findFirstOrThrow({ where: { toAddress: waiting.email ?? "" } });
    expect((await renderMail({ ...mail, params: mail.params as MailParams })).text).toContain(
      "Parla d’altro.",
    );
    const last = await db.event.findFirst({ where: { subjectId: item.id }, orderBy: { seq: "desc" } });
    expect(last).toMatchObject({ kind: "reuse.declarationRefused", data: { declarationId: waiting.id } });
    const { rows } = await listDeclarations(group.coordinator, group.programme.id, { item: item.id });
    expect(rows).toMatchObject([{ state: "REFUSED", refusalReason: "Parla d’altro." }]);
  });

  test("waits again when the decision is taken back, and is decided otherwise", async () => {
    await showDeclaration(group.coordinator, stamp());
    await reconsiderDeclaration(group.coordinator, stamp(2));
    expect(await shown()).toEqual([]);
    await refuseDeclaration(group.coordinator, { ...stamp(3), reason: "Ripensata." });
    await reconsiderDeclaration(group.coordinator, stamp(4));
    await showDeclaration(group.coordinator, stamp(5));
    expect(await shown()).toEqual([waiting.organisationName]);
  });

  test("of two decisions at once one wins, the other is told", async () => {
    const results = await atOnce({ table: "reuse_declaration", id: waiting.id }, [
      () => refusal(showDeclaration(group.coordinator, stamp())),
      () => refusal(refuseDeclaration(group.coordinator, { ...stamp(), reason: "No." })),
    ]);
    expect(results.map((one) => one?.code ?? "done").sort()).toEqual(["done", "stale"]);
    expect(await db.mail.count({ where: { toAddress: waiting.email ?? "" } })).toBe(1);
  });

  test("of an organisation that is shown already waits until the other is taken off", async () => {
    const twice = await aDeclaration(item, { organisationName: waiting.organisationName.toUpperCase() });
    await showDeclaration(group.coordinator, stamp());
    const second = { id: twice.id, version: twice.version };
    expect((await refusal(showDeclaration(group.coordinator, second)))?.code).toBe("reuse.shownAlready");
    await reconsiderDeclaration(group.coordinator, stamp(2));
    await showDeclaration(group.coordinator, second);
    expect(await shown()).toEqual([twice.organisationName]);
  });

  test("is counted for who manages the library, and never shown before it was confirmed", async () => {
    await aDeclaration(item, { state: "PENDING" });
    await aDeclaration(item, { state: "SHOWN" });
    const { rows } = await listManagedItems(group.coordinator, group.programme.id);
    expect(rows.find(({ id }) => id === item.id)).toMatchObject({ waiting: 1, shown: 1 });
    const counts = await countDeclarations(group.coordinator, group.programme.id);
    expect(counts.WAITING).toBeGreaterThan(0);
    const listed = await listDeclarations(group.coordinator, group.programme.id, { item: item.id });
    expect(listed.rows.map(({ state }) => state).sort()).toEqual(["SHOWN", "WAITING"]);
  });

  test("is not read by others of the programme", async () => {
    for (const actor of [group.expert, group.observer, group.referent, group.outsider, visitor]) {
      await expectRefusal(() => listDeclarations(actor, group.programme.id));
      await expectRefusal(() => countDeclarations(actor, group.programme.id));
    }
  });

  denied("showDeclaration", "to an expert", () => showDeclaration(group.expert, stamp()));
  denied("showDeclaration", "to a coordinator of another programme", () =>
    showDeclaration(group.outsider, stamp()),
  );
  denied("refuseDeclaration", "to a visitor", () =>
    refuseDeclaration(visitor, { ...stamp(), reason: "No." }),
  );
  denied("reconsiderDeclaration", "to the administrator", () =>
    reconsiderDeclaration(group.administrator, stamp()),
  );
});
