import { romeDay } from "@/lib/platform/rome-time";
import { formatOf } from "@/lib/reuse/catalogue/formats";
import type { CatalogueItem } from "@/lib/reuse/catalogue/queries";
import { type Language, languages, licenceOf, themesOf } from "@/lib/reuse/vocabulary";

type Node = Record<string, unknown>;

/** A body that publishes or holds rights. `id` is its address, `identifier` what the portal knows it by. */
export type CatalogueBody = { id: string; identifier: string; name: string };

/** A list of the portal that everybody may download, told in both languages. */
export type OpenList = {
  name: string;
  title: { it: string; en: string };
  description: { it: string; en: string };
  page: string;
  themes: readonly string[];
};

/** What the catalogue is made of; addresses are whole. */
export type CatalogueFacts = {
  siteUrl: string;
  at: Date;
  publisher: CatalogueBody;
  title: { it: string; en: string };
  description: { it: string; en: string };
  items: readonly CatalogueItem[];
  itemPage: (slug: string) => string;
  bodyPage: (slug: string) => string;
  lists: readonly OpenList[];
};

const european = "http://publications.europa.eu/resource/authority";

/** The names by which the catalogue speaks; everything is in the answer, so that reading it asks nobody else. */
const context = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatapit: "http://dati.gov.it/onto/dcatapit#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  owl: "http://www.w3.org/2002/07/owl#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The library and the open lists as a DCAT-AP_IT catalogue in JSON-LD. */
export function catalogueOf(facts: CatalogueFacts): Node {
  const items = facts.items.map((item) => itemNodes(facts, item));
  const lists = facts.lists.map((list) => listNodes(facts, list));
  const all = [...items, ...lists];
  const bodies = new Map([
    [facts.publisher.id, facts.publisher],
    ...facts.items.flatMap((item) =>
      [item.programme.promoter, holderOf(item)].map((body) => {
        const known = bodyOf(facts, body);
        return [known.id, known] as const;
      }),
    ),
  ]);
  const changed = facts.items.map(({ modifiedAt }) => modifiedAt.getTime());
  return {
    "@context": context,
    "@graph": [
      {
        "@id": `${facts.siteUrl}/opendata/catalogo.jsonld`,
        "@type": ["dcat:Catalog", "dcatapit:Catalog"],
        "dct:title": inBoth(facts.title),
        "dct:description": inBoth(facts.description),
        "dct:publisher": link(facts.publisher.id),
        "dct:modified": dayOf(new Date(changed.length > 0 ? Math.max(...changed) : facts.at)),
        "dct:language": [link(`${european}/language/ITA`), link(`${european}/language/ENG`)],
        "foaf:homepage": link(facts.siteUrl),
        "dcat:themeTaxonomy": link(`${european}/data-theme`),
        "dcat:dataset": all.map(({ dataset }) => link(dataset["@id"] as string)),
      },
      ...all.flatMap(({ dataset, distributions }) => [dataset, ...distributions]),
      ...[...bodies.values()].map(agent),
      ...[...new Set(["CC-BY-4.0", ...facts.items.map(({ licence }) => licence)])].map(licenceNode),
    ],
  };
}

type Nodes = { dataset: Node; distributions: Node[] };

function itemNodes(facts: CatalogueFacts, item: CatalogueItem): Nodes {
  const page = facts.itemPage(item.slug);
  const distributions = item.releases.map(({ id, number, note, releasedAt, version }): Node => {
    const { mediaType, fileType } = formatOf(version.mimeType);
    return {
      "@id": `${page}#release-${number}`,
      "@type": ["dcat:Distribution", "dcatapit:Distribution"],
      "dct:title": text(`${item.title}, ${number}`, item.lang),
      ...(note ? { "dct:description": text(note, item.lang) } : {}),
      "dcat:accessURL": link(page),
      "dcat:downloadURL": link(`${facts.siteUrl}/api/reuse/releases/${id}`),
      "dct:format": link(`${european}/file-type/${fileType}`),
      "dcat:mediaType": link(`https://www.iana.org/assignments/media-types/${mediaType}`),
      "dct:license": link(licenceOf(item.licence).vocabulary),
      "dct:modified": dayOf(releasedAt),
      "dcat:byteSize": { "@type": "xsd:decimal", "@value": String(version.size) },
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": version.objectSha256 },
      },
    };
  });
  const source = item.adaptationOf?.state === "PUBLISHED" ? item.adaptationOf : null;
  return {
    distributions,
    dataset: {
      ...datasetHead(page, `riuso:${item.id}`, distributions),
      "dct:title": text(item.title, item.lang),
      "dct:description": text(item.abstract, item.lang),
      "dct:issued": dayOf(item.publishedAt),
      "dct:modified": dayOf(item.modifiedAt),
      "dcat:theme": themesOf(item.subjects).map((theme) => link(`${european}/data-theme/${theme}`)),
      "dcat:keyword": item.subjects.map((subject) => text(subject, "en")),
      "dct:rightsHolder": link(bodyOf(facts, holderOf(item)).id),
      "dct:publisher": link(bodyOf(facts, item.programme.promoter).id),
      "dct:accrualPeriodicity": link(`${european}/frequency/IRREG`),
      "dct:language": link(`${european}/language/${languages[item.lang as Language] ?? "ITA"}`),
      "owl:versionInfo": String(item.releases[0]?.number ?? 1),
      ...(source ? { "dct:source": link(facts.itemPage(source.slug)) } : {}),
    },
  };
}

function listNodes(facts: CatalogueFacts, list: OpenList): Nodes {
  const formats = [
    { format: "csv", ...formatOf("text/csv") },
    {
      format: "xlsx",
      ...formatOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    },
  ];
  const address = (format: string) => `${facts.siteUrl}/api/export/${list.name}?format=${format}`;
  // Made for the asking, so that neither their length nor their digest is known before.
  const distributions = formats.map(
    ({ format, fileType, mediaType }): Node => ({
      "@id": address(format),
      "@type": ["dcat:Distribution", "dcatapit:Distribution"],
      "dct:title": inBoth(list.title),
      "dcat:accessURL": link(list.page),
      "dcat:downloadURL": link(address(format)),
      "dct:format": link(`${european}/file-type/${fileType}`),
      "dcat:mediaType": link(`https://www.iana.org/assignments/media-types/${mediaType}`),
      "dct:license": link(licenceOf("CC-BY-4.0").vocabulary),
    }),
  );
  return {
    distributions,
    dataset: {
      ...datasetHead(list.page, `elenco:${list.name}`, distributions),
      "dct:title": inBoth(list.title),
      "dct:description": inBoth(list.description),
      "dct:modified": dayOf(facts.at),
      "dcat:theme": list.themes.map((theme) => link(`${european}/data-theme/${theme}`)),
      "dct:rightsHolder": link(facts.publisher.id),
      "dct:publisher": link(facts.publisher.id),
      "dct:accrualPeriodicity": link(`${european}/frequency/UPDATE_CONT`),
      "dct:language": link(`${european}/language/ITA`),
    },
  };
}

function datasetHead(page: string, identifier: string, distributions: Node[]): Node {
  return {
    "@id": `${page}#dataset`,
    "@type": ["dcat:Dataset", "dcatapit:Dataset"],
    "dct:identifier": identifier,
    "dcat:landingPage": link(page),
    "dcat:distribution": distributions.map((one) => link(one["@id"] as string)),
  };
}

function licenceNode(code: string): Node {
  const { name, url, vocabulary, kind } = licenceOf(code);
  return {
    "@id": vocabulary,
    "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
    "foaf:name": name,
    "owl:versionInfo": /\d\.\d$/.exec(code)?.[0],
    "dct:type": link(`http://purl.org/adms/licencetype/${kind}`),
    "owl:sameAs": link(url),
  };
}

function agent({ id, identifier, name }: CatalogueBody): Node {
  return {
    "@id": id,
    "@type": ["foaf:Agent", "dcatapit:Agent"],
    "dct:identifier": identifier,
    "foaf:name": text(name, "it"),
  };
}

function bodyOf(facts: CatalogueFacts, { slug, name }: { slug: string; name: string }): CatalogueBody {
  return { id: facts.bodyPage(slug), identifier: slug, name };
}

/** Whose rights they are: the body that wrote it, else the one that promotes the programme. */
function holderOf({ organisation, programme }: CatalogueItem) {
  return organisation ?? programme.promoter;
}

const link = (id: string): Node => ({ "@id": id });
const text = (value: string, language: string): Node => ({ "@language": language, "@value": value });
const inBoth = ({ it, en }: { it: string; en: string }): Node[] => [text(it, "it"), text(en, "en")];
const dayOf = (at: Date): Node => ({ "@type": "xsd:date", "@value": romeDay(at) });
