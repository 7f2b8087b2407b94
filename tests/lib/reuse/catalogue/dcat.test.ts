import jsonld from "jsonld";
import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { catalogueOf } from "@/lib/reuse/catalogue/dcat";
import { openLists } from "@/lib/reuse/catalogue/open-lists";
import { listCatalogueItems } from "@/lib/reuse/catalogue/queries";
import { withdrawItem } from "@/lib/reuse/mutations";
import { licences, subjectCodes, themesOf } from "@/lib/reuse/vocabulary";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { anItem } from "@/tests/support/reuse-factories";

type Node = Record<string, unknown> & { "@id": string; "@type": string[] };

const siteUrl = "https://sperimenta.example.org";
const visitor = visitorActor(moment);
let group: WorkingGroup;
let item: Awaited<ReturnType<typeof anItem>>;
let gone: Awaited<ReturnType<typeof anItem>>;
let graph: Node[];
let document: object;

/** The European list of themes, as of 2026; nothing else may stand there. */
const europeanThemes = "AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN OP_DATPRO".split(
  " ",
);

beforeAll(async () => {
  group = await aWorkingGroup();
  item = await anItem(group, { title: "Kit </script> di prova", subjects: ["acts", "welfare"] });
  gone = await anItem(group);
  await withdrawItem(group.coordinator, { id: gone.id, version: 1, reason: "OUTDATED", note: "" });
  const catalogue = catalogueOf({
    siteUrl,
    at: moment,
    publisher: { id: siteUrl, identifier: "ente", name: "Ente di prova" },
    title: { it: "Catalogo", en: "Catalogue" },
    description: { it: "Materiali", en: "Material" },
    items: await listCatalogueItems(visitor),
    itemPage: (slug) => `${siteUrl}/riuso/${slug}`,
    bodyPage: (slug) => `${siteUrl}/enti/${slug}`,
    lists: openLists.map(({ name, page, themes }) => ({
      name,
      themes,
      page: `${siteUrl}${page}`,
      title: { it: name, en: name },
      description: { it: name, en: name },
    })),
  });
  // As it is sent: what cannot be written as JSON is not there.
  document = JSON.parse(JSON.stringify(catalogue));
  graph = (document as { "@graph": Node[] })["@graph"];
});

const ofType = (type: string) => graph.filter((node) => node["@type"].includes(type));
const byId = (node: unknown) => graph.find((one) => one["@id"] === (node as Node)["@id"]);

describe("the catalogue", () => {
  test("has what DCAT-AP_IT asks of a catalogue", () => {
    const [catalogue, ...others] = ofType("dcatapit:Catalog");
    expect(others).toEqual([]);
    for (const name of ["dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset"])
      expect(catalogue, name).toHaveProperty([name]);
    expect(byId(catalogue?.["dct:publisher"])?.["@type"]).toContain("dcatapit:Agent");
    const datasets = catalogue?.["dcat:dataset"] as Node[];
    expect(datasets.map(byId)).toEqual(ofType("dcatapit:Dataset"));
  });

  test("has what is asked of each dataset, with themes of the European list alone", () => {
    expect(ofType("dcatapit:Dataset").length).toBeGreaterThan(openLists.length);
    for (const dataset of ofType("dcatapit:Dataset")) {
      for (const name of [
        "dct:identifier",
        "dct:title",
        "dct:description",
        "dct:modified",
        "dcat:theme",
        "dct:rightsHolder",
        "dct:publisher",
        "dct:accrualPeriodicity",
        "dcat:distribution",
      ])
        expect(dataset, name).toHaveProperty([name]);
      for (const theme of dataset["dcat:theme"] as Node[])
        expect(europeanThemes).toContain(theme["@id"].split("/data-theme/")[1]);
      const holder = byId(dataset["dct:rightsHolder"]);
      expect(holder).toMatchObject({ "dct:identifier": expect.any(String), "foaf:name": expect.anything() });
    }
  });

  test("has what is asked of each distribution, and length and digest of what is stored", () => {
    for (const distribution of ofType("dcatapit:Distribution")) {
      for (const name of ["dcat:accessURL", "dcat:downloadURL", "dct:format", "dct:license"])
        expect(distribution, name).toHaveProperty([name]);
      expect(byId(distribution["dct:license"])?.["@type"]).toContain("dcatapit:LicenseDocument");
    }
    const own = graph.find((node) => node["dct:identifier"] === `riuso:${item.id}`);
    const [distribution] = ((own?.["dcat:distribution"] ?? []) as Node[]).map(byId);
    expect(distribution).toMatchObject({
      "dcat:accessURL": { "@id": `${siteUrl}/riuso/${item.slug}` },
      "dcat:downloadURL": { "@id": `${siteUrl}/api/reuse/releases/${item.releases[0]?.id}` },
      "dct:format": { "@id": "http://publications.europa.eu/resource/authority/file-type/PDF" },
      "dcat:byteSize": { "@type": "xsd:decimal", "@value": expect.stringMatching(/^\d+$/) },
      "spdx:checksum": {
        "spdx:algorithm": { "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256" },
        "spdx:checksumValue": {
          "@type": "xsd:hexBinary",
          "@value": expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    });
  });

  test("leaves out what was withdrawn", () => {
    expect(JSON.stringify(graph)).not.toContain(gone.slug);
  });

  test("is read by a JSON-LD processor without asking anybody for anything", async () => {
    const expanded = await jsonld.expand(document as jsonld.JsonLdDocument, {
      documentLoader: (url: string) => Promise.reject(new Error(`asked for ${url}`)),
    });
    const dcat = "http://www.w3.org/ns/dcat#";
    const datasets = expanded.filter((node) => (node["@type"] as string[])?.includes(`${dcat}Dataset`));
    expect(datasets).toHaveLength(ofType("dcat:Dataset").length);
    for (const dataset of datasets) expect(dataset).toHaveProperty([`${dcat}distribution`]);
    // A prefix that is not declared would stay as it was written.
    const names = [...JSON.stringify(expanded).matchAll(/"([^"@][^"]*)":/g)].map(([, name]) => name);
    for (const name of new Set(names)) expect(name).toMatch(/^https?:\/\//);
    const quads = await jsonld.toRDF(document as jsonld.JsonLdDocument, { format: "application/n-quads" });
    expect(String(quads)).toContain("<http://purl.org/dc/terms/rightsHolder>");
  });
});

test("every subject belongs to a theme and every licence to the Italian list", () => {
  for (const subject of subjectCodes) expect(themesOf([subject]).length).toBeGreaterThan(0);
  for (const { url, vocabulary } of Object.values(licences)) {
    expect(url).toMatch(/^https:\/\//);
    expect(vocabulary).toMatch(/controlled-vocabulary\/licences\/A\d+_/);
  }
});
