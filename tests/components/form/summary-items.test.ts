import { expect, test } from "vitest";
import { summaryItems } from "@/components/form/summary-items";

const labels = { title: "Title", "agenda.#.title": "Point #: title", capacity: "Places" };

test("each line names its field, in the order of the labels; rows are named by their number", () => {
  const errors = {
    capacity: "Too large.",
    "agenda.2.title": "Write it.",
    title: "Fill it in.",
    other: "Choose again.",
  };
  expect(summaryItems(errors, labels, "form").map(({ text }) => text)).toEqual([
    "Title: Fill it in.",
    "Point 3: title: Write it.",
    "Places: Too large.",
    "Choose again.",
  ]);
});
