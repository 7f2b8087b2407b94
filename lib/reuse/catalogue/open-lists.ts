/** Lists that the portal gives to everybody as files, with the page that shows them. */
export const openLists = [
  { name: "programmes", page: "/programmes", themes: ["GOVE"] },
  { name: "outcomes", page: "/outcomes", themes: ["GOVE"] },
  { name: "organisations", page: "/organisations", themes: ["GOVE"] },
] as const satisfies readonly { name: string; page: string; themes: readonly string[] }[];
