import type { Fields } from "./call";

const evil = "https://evil.example";

/** Where a call comes from when it comes from no page of the portal. */
export const elsewhere: { origin: string | null; headers?: Record<string, string> }[] = [
  { origin: evil },
  { origin: "null" },
  { origin: null },
  { origin: evil, headers: { "x-forwarded-host": "evil.example" } },
  { origin: null, headers: { "sec-fetch-site": "cross-site" } },
];

/** Arguments of an action that are no form: what a program sends that writes the protocol itself. */
export const notForms: Record<string, string>[] = [
  { "0": JSON.stringify([{ status: "idle" }, { id: { not: "" }, programmeId: { contains: "" } }]) },
  { "0": JSON.stringify([{ status: "idle" }, "id=1"]) },
  { "0": JSON.stringify([{ status: "idle" }, null]) },
];

/** The fields with each in turn as an operator of a query or a list, in place of the one text that is wanted. */
export function shapes(fields: Fields): Fields[] {
  return Object.keys(fields).flatMap((name) => {
    const { [name]: value = "", ...rest } = fields;
    if (Array.isArray(value)) return [];
    return [
      { ...rest, [`${name}.not`]: "x" },
      { ...rest, [`${name}.contains`]: "" },
      { ...rest, [name]: [value, value] },
    ];
  });
}

const rightToLeft = "\u202Egpj.\u202C مرحبا 👩‍👩‍👧‍👦";

/** The fields with texts that programs stumble over. */
export function strangeTexts(fields: Fields): Fields[] {
  const [first = ""] = Object.keys(fields);
  const all = (change: (value: string) => string): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === "string" ? change(value) : value,
      ]),
    );
  return [
    {},
    all((value) => `${value}\0`),
    all(() => rightToLeft),
    all((value) => (/^\d+$/.test(value) ? "99999999999999" : value)),
    all((value) => `${value}' OR '1'='1`),
    { ...fields, [first]: "a".repeat(1024 ** 2) },
    {
      ...fields,
      "__proto__.role": "ADMINISTRATOR",
      "constructor.prototype.isVisitor": "",
      role: "ADMINISTRATOR",
    },
    { ...fields, [`${first}.__proto__.x`]: "y", "": "z", ".": "z", "a.b.c.d.e.f.g.h": "z" },
  ];
}

const middleware = "middleware:middleware:middleware:middleware:middleware";

/** Headers by which something in front of the pages has been passed by before. */
export const passingHeaders: Record<string, string>[] = [
  {},
  { "x-middleware-subrequest": middleware },
  { "x-middleware-subrequest": `src/${middleware}` },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { "x-invoke-path": "/", "x-invoke-status": "200", "x-matched-path": "/", "x-nextjs-data": "1" },
  { "x-sperimenta-client": "127.0.0.1", "x-next-intl-locale": "it", authorization: "Bearer x" },
];

/** Other ways to write an address, of which some once led past what stood in front. */
export function otherWays(path: string, buildId: string): string[] {
  const [start = "", ...rest] = path.split("/").filter(Boolean);
  const tail = rest.length > 0 ? `/${rest.join("/")}` : "";
  return [
    `${path}.rsc`,
    `${path}?_rsc=1`,
    `${path}.prefetch.rsc`,
    `${path}.segments/_tree.segment.rsc`,
    `/_next/data/${buildId}${path}.json`,
    `/_next/data/${buildId}/it${path}.json`,
    `/%2e${path}`,
    `/x/%2e%2e${path}`,
    `//${start}${tail}`,
    `/${start}/${tail}`,
    `/${start.toUpperCase()}${tail}`,
    `/%61${start.slice(1)}${tail}`,
    `${path}.`,
    `${path}/`,
    `${path}%00`,
    `${path};x=1`,
    `/it${path}`,
  ];
}

/** Addresses that lead away from the portal, or that something might take for such. */
export const awayAddresses = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "javascript:alert(1)",
  "/\tevil.example//",
  "/\n/evil.example",
  "@evil.example",
  "http://localhost@evil.example",
  "／／evil.example",
  "/.//evil.example",
  "data:text/html,x",
  "/api/auth/signout",
];

/** Values in place of an identifier or another part of an address. */
export const strangeParts = [
  "x",
  "%00",
  "%27%20OR%201=1",
  "..%2f..%2fetc%2fpasswd",
  "__proto__",
  "%F0%9F%98%80",
  "%E2%80%AEgpj",
  "[object%20Object]",
  "a".repeat(5000),
];

/** Queries in place of those that a page or a list understands; `name` is one of its own. */
export const strangeQueries = [
  "q[not]=&programme[not]=&id[contains]=",
  "q=a&q=b&month=a&month=b&after=a&after=b&programme=a&programme=b&category=a&category=b",
  "q=%00&month=%00&after=%00&kind=%00&view=%00&page=%00&programme=%00&category=%00&body=%00",
  "page=-1&after=e30&month=9999-99&day=2026-02-30&state=NONE&kind=__proto__&theme=%27",
  "page=99999999999999999999&month=0000-00&after=eyJpZCI6eyJub3QiOiIifX0&refused=%7B",
  `q=${"a".repeat(4000)}&refused=%5B%5D`,
];
