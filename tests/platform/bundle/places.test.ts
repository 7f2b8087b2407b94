import { expect, test } from "vitest";
import { takePlace } from "@/lib/platform/bundle/places";
import { passingRefusal } from "@/lib/platform/errors";

function refusal(work: () => unknown) {
  try {
    work();
    return null;
  } catch (error) {
    return passingRefusal(error);
  }
}

test("one person has two bundles at once, and another when one is done", () => {
  const [first, second] = [takePlace("a"), takePlace("a")];
  expect(refusal(() => takePlace("a"))).toMatchObject({ status: 429 });
  takePlace("b")();
  first();
  first();
  const third = takePlace("a");
  expect(refusal(() => takePlace("a"))).toMatchObject({ status: 429 });
  second();
  third();
  takePlace("a")();
});

test("a process has eight at once, whoever they are of", () => {
  const places = ["a", "b", "c", "d"].flatMap((one) => [takePlace(one), takePlace(one)]);
  expect(refusal(() => takePlace("e"))).toMatchObject({ status: 503 });
  for (const leave of places) leave();
  takePlace("e")();
});
