import { describe, expect, test } from "vitest";
import { type Diagram, layoutDiagram } from "@/components/job-centre/diagram-layout";
import { type DiagramInput, wrap } from "@/components/job-centre/diagram-places";
import { grown, meeting, overlap, runsThrough, segmentsOf } from "@/components/job-centre/geometry";
import { cipModel } from "@/prisma/seed/sources/cip-model";

function modelIn(locale: "it" | "en"): DiagramInput {
  return {
    areas: cipModel.areas.map(({ slug, macroArea, name }) => ({ slug, macroArea, name: name[locale] })),
    referrals: cipModel.referrals.map(({ from, to, label, isReturn }, index) => ({
      id: String(index),
      from,
      to,
      label: label[locale],
      isReturn: isReturn ?? false,
    })),
  };
}

const own = modelIn("it");
const italian = layoutDiagram(own);

/** Another body's model: an area more, words that are longer, ways that the source does not have. */
const other: DiagramInput = {
  areas: [
    ...own.areas,
    { slug: "formazione", macroArea: "PERSON", name: "Orientamento alla formazione professionale" },
  ],
  referrals: [
    ...own.referrals.map((one) => ({ ...one, label: `${one.label} al centro` })),
    { id: "a", from: { area: "servizi-di-base" }, to: "formazione", label: "indirizza", isReturn: false },
    {
      id: "b",
      from: { area: "formazione" },
      to: "servizi-specialistici",
      label: "attestati",
      isReturn: false,
    },
    { id: "c", from: { outside: "person" }, to: "formazione", label: "iscrizione", isReturn: false },
  ],
};

const boxesOf = ({ areas, outsides, support }: Diagram) =>
  [...areas, ...outsides, ...support].map(({ rect }) => rect);

describe.each([
  ["the model in Italian", own],
  ["the model in English", modelIn("en")],
  ["another body's model", other],
])("%s", (_name, input) => {
  const diagram = layoutDiagram(input);

  test("every area has its box and every referral its arrow, from its area to its area", () => {
    expect([...diagram.areas, ...diagram.support].map(({ slug }) => slug).toSorted()).toEqual(
      input.areas.map(({ slug }) => slug).toSorted(),
    );
    expect(diagram.arrows.map(({ id }) => id)).toEqual(input.referrals.map(({ id }) => id));
    for (const { from, to, points } of diagram.arrows) {
      const source =
        "area" in from
          ? diagram.areas.find(({ slug }) => slug === from.area)
          : diagram.outsides.find(({ key }) => key === from.outside);
      const target = diagram.areas.find(({ slug }) => slug === to);
      const [first, last] = [points[0], points.at(-1)];
      for (const [place, point] of [[source, first] as const, [target, last] as const]) {
        if (!place || !point) throw new Error("an arrow without an end");
        expect(overlap({ ...point, width: 0.2, height: 0.2 }, grown(place.rect, 0.1))).toBe(true);
      }
    }
  });

  test("boxes stand apart, inside the ground of their macro area", () => {
    const boxes = boxesOf(diagram);
    expect(boxes.some((one, index) => boxes.slice(index + 1).some((next) => overlap(one, next)))).toBe(false);
    for (const { macroArea, rect } of diagram.areas) {
      const ground = diagram.grounds.find((one) => one.macroArea === macroArea);
      expect(ground && runsThrough({ a: rect, b: rect }, grown(ground.rect, 1))).toBe(true);
      expect(ground && rect.y + rect.height < ground.rect.y + ground.rect.height).toBe(true);
    }
  });

  test("arrows are orthogonal and run through no box", () => {
    for (const { points } of diagram.arrows)
      for (const segment of segmentsOf(points)) {
        expect(segment.a.x === segment.b.x || segment.a.y === segment.b.y).toBe(true);
        expect(boxesOf(diagram).filter((rect) => runsThrough(segment, rect))).toEqual([]);
      }
  });

  test("no arrow follows another", () => {
    const followed = diagram.arrows.flatMap((one, index) =>
      diagram.arrows
        .slice(index + 1)
        .filter((next) =>
          segmentsOf(one.points).some((a) =>
            segmentsOf(next.points).some((b) => meeting(a, b) === "stretch"),
          ),
        )
        .map((next) => [one.id, next.id]),
    );
    expect(followed).toEqual([]);
  });

  test("words touch no box, no line, no other words", () => {
    const labels = diagram.arrows.map(({ label }) => label);
    const lines = diagram.arrows.flatMap(({ points }) => segmentsOf(points));
    for (const [index, { rect, text }] of labels.entries()) {
      expect([text, boxesOf(diagram).filter((one) => overlap(rect, one))]).toEqual([text, []]);
      expect([text, lines.filter((one) => runsThrough(one, rect))]).toEqual([text, []]);
      expect([text, labels.slice(index + 1).filter((next) => overlap(rect, next.rect))]).toEqual([text, []]);
    }
  });
});

describe("the grid", () => {
  const placeOf = (slug: string) => {
    const area = italian.areas.find((one) => one.slug === slug);
    if (!area) throw new Error(slug);
    return area.rect;
  };

  test("people come in on the left, and each referral leads one column on", () => {
    const columns = ["servizi-di-base", "accompagnamento-al-lavoro", "servizi-specialistici"].map(
      (slug) => placeOf(slug).x,
    );
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect(new Set(columns).size).toBe(3);
    expect(placeOf("ricerca-attiva").x).toBe(placeOf("accompagnamento-al-lavoro").x);
    expect(placeOf("servizi-amministrativi").x).toBe(placeOf("servizi-di-base").x);
  });

  test("what is fed from above stands after its feeders", () => {
    expect(placeOf("incrocio-domanda-offerta").x).toBeGreaterThan(placeOf("ricerca-attiva").x);
  });

  test("the same model gives the same drawing", () => {
    expect(layoutDiagram(own)).toEqual(italian);
  });

  test("the model of the source is drawn without a crossing", () => {
    const crossings = italian.arrows.flatMap((one, index) =>
      italian.arrows
        .slice(index + 1)
        .filter((next) =>
          segmentsOf(one.points).some((a) => segmentsOf(next.points).some((b) => meeting(a, b) !== "none")),
        ),
    );
    expect(crossings).toEqual([]);
  });

  test("a model without referrals, or without areas, is drawn too", () => {
    expect(layoutDiagram({ areas: own.areas, referrals: [] }).areas).toHaveLength(6);
    expect(layoutDiagram({ areas: [], referrals: [] }).arrows).toEqual([]);
  });
});

test("words break where they fit", () => {
  expect(wrap("Accompagnamento al lavoro", 17)).toEqual(["Accompagnamento", "al lavoro"]);
  expect(wrap("Incrocio domanda/offerta", 17)).toEqual(["Incrocio", "domanda/offerta"]);
  expect(wrap("Pool", 17)).toEqual(["Pool"]);
});
