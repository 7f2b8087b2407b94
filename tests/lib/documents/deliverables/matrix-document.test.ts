import { expect, test } from "vitest";
import { makeMatrixPdf } from "@/lib/documents/deliverables/matrix-document";
import { readPdf } from "@/tests/support/pdf";

const at = new Date("2026-03-23T09:00:00Z");
const requests = Array.from({ length: 9 }, (_, index) => ({
  id: `r${index + 1}`,
  position: index + 1,
  title: `Richiesta ${index + 1}`,
  dueAt: new Date("2026-03-20T17:00:00Z"),
}));
const cells = ["Valfiorita", "Pontelungo"].flatMap((shortName) =>
  requests.map(({ id, dueAt }) => ({
    requestId: id,
    organisationId: shortName,
    organisation: { name: `Camera di ${shortName}`, shortName },
    state: id === "r1" ? ("LOCKED" as const) : ("TO_DO" as const),
    stateSince: at,
    dueAt,
    isLate: false,
    isMine: false,
    submissions: [],
  })),
);

test("the matrix as a document is tagged, across, and holds every cell with its state and how late it is", async () => {
  const bytes = await makeMatrixPdf({ programme: "Prova", requests, cells, filters: {}, at }, "it");
  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ isMarked: true, title: "Consegne degli enti, Prova" });
  expect(pdf.tags.filter((tag) => tag === "Table").length).toBeGreaterThanOrEqual(2);
  expect(pdf.tags.filter((tag) => tag === "TD").length).toBeGreaterThanOrEqual(18);
  for (const words of ["Valfiorita", "Pontelungo", "9. Richiesta 9", "Bloccata", "Da fare", "ritardo 3 g"])
    expect(pdf.text).toContain(words);
  expect(Buffer.from(bytes).toString("latin1")).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/);
});

test("is narrowed as the page is", async () => {
  const narrow = { programme: "Prova", requests, cells, filters: { request: "r2", body: "Valfiorita" }, at };
  const { text } = await readPdf(await makeMatrixPdf(narrow, "en"));
  expect(text).toContain("2. Richiesta 2");
  expect(text).not.toContain("3. Richiesta 3");
  expect(text).not.toContain("Pontelungo");
});
