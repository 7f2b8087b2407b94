import type { Shown } from "@/tests/support/e2e-shown";

const states: Pick<Shown, "query" | "state">[] = [
  { query: "q=profili" },
  { query: "", state: "nothing asked" },
  { query: "q=zzzz", state: "empty" },
  { query: "q=profilli", state: "another word proposed" },
  { query: "q=profili&kind=session&from=2012-01-01&to=2027-12-31", state: "narrowed" },
  { query: "q=profili&from=31%2F02%2F2026&to=domani", state: "errors" },
];

/** The search of everybody in each of its states. */
export const searchPages: Shown[] = states.map((one) => ({ page: "/search", ...one }));

/** That of the reserved area, with what only members find. */
export const areaSearchPages: Shown[] = [
  ...states.map((one) => ({ page: "/area/search" as const, ...one })),
  { page: "/area/search", query: "q=rossi&kind=person", state: "people" },
];
