import { describe, expect, test } from "vitest";
import { countsOf, type Facts, whoIsHere } from "@/lib/sessions/live/people/here";

const at = new Date("2026-03-23T09:00:00Z");
const invited = (name: string, body: string | null, more: Partial<Facts["invited"][number]> = {}) => ({
  personId: name,
  name,
  body,
  declined: false,
  representedBy: null,
  ...more,
});
const stay = (personId: string | null, more: Partial<Facts["stays"][number]> = {}) => ({
  personId,
  guestId: null,
  name: personId ?? "",
  body: null,
  joinedAt: at,
  leftAt: null,
  ...more,
});
const facts = (some: Partial<Facts>): Facts => ({ invited: [], said: [], stays: [], ...some });
const presences = (some: Partial<Facts>) =>
  Object.fromEntries(
    whoIsHere(facts(some)).flatMap((body) => body.people.map((one) => [one.name, one.presence])),
  );

describe("who is here", () => {
  test("by body, then experts and coordinators, then guests; those who are here first", () => {
    const bodies = whoIsHere(
      facts({
        invited: [invited("Nives", "Valfiorita"), invited("Marta", "Valfiorita"), invited("Ada", null)],
        said: [],
        stays: [stay("Nives"), stay(null, { guestId: "g", name: "Un ospite" })],
      }),
    );
    expect(
      bodies.map(({ kind, body, here, people }) => [kind, body, here, people.map((one) => one.name)]),
    ).toEqual([
      ["body", "Valfiorita", 1, ["Nives", "Marta"]],
      ["team", null, 0, ["Ada"]],
      ["guests", null, 1, ["Un ospite"]],
    ]);
    expect(countsOf(bodies)).toEqual({ here: 2, all: 4 });
  });

  test("is in the room or ticked; what was said by hand counts for more", () => {
    const everybody = ["inRoom", "left", "ticked", "away", "no", "expected"].map((name) =>
      invited(name, "E", { declined: name === "no" }),
    );
    const said = [
      { personId: "ticked", name: "ticked", body: null, present: true },
      { personId: "away", name: "away", body: null, present: false },
    ];
    const stays = [stay("inRoom"), stay("left", { leftAt: at }), stay("away")];
    expect(presences({ invited: everybody, said, stays })).toEqual({
      inRoom: "here",
      left: "left",
      ticked: "here",
      away: "absent",
      no: "declined",
      expected: "expected",
    });
  });

  test("who comes back is here again, and is one", () => {
    const stays = [stay("a", { leftAt: at }), stay("a")];
    expect(presences({ stays })).toEqual({ a: "here" });
    const guest = { guestId: "g", name: "Ospite" };
    expect(presences({ stays: [stay(null, { ...guest, leftAt: at }), stay(null, guest)] })).toEqual({
      Ospite: "here",
    });
    expect(presences({ stays: [stay(null, guest), stay(null, { ...guest, leftAt: at })] })).toEqual({
      Ospite: "here",
    });
  });

  test("without an invitation stands under the body of the stay or of the attendance", () => {
    const bodies = whoIsHere(
      facts({
        said: [{ personId: "a", name: "a", body: "Uno", present: true }],
        stays: [stay("b", { body: "Due" })],
      }),
    );
    expect(bodies.map((one) => [one.body, one.here])).toEqual([
      ["Due", 1],
      ["Uno", 1],
    ]);
  });
});
