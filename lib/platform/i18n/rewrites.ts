import { pathnames } from "./routing";

type Rule = { source: string; destination: string };

const toPattern = (path: string) => path.replace(/\[\.\.\.(\w+)\]/g, ":$1*").replace(/\[(\w+)\]/g, ":$1");
const entries = Object.entries(pathnames).map(([internal, external]) => ({
  internal: toPattern(internal),
  italian: toPattern(typeof external === "string" ? external : external.it),
}));

/**
 * Public addresses to the folders that serve them. In place of next-intl's proxy, which costs every page 20-30 % and
 * was bypassed more than once: docs/adr/0007.
 */
export function localeRewrites(): Rule[] {
  const italian = entries
    .filter(({ internal, italian: path }) => internal !== path)
    .map(({ internal, italian: path }) => ({ source: path, destination: `/it${internal}` }));
  return [
    { source: "/", destination: "/it" },
    ...italian,
    { source: "/:path((?!it(?:/|$)|en(?:/|$)|api(?:/|$)|_next(?:/|$)|.*\\.).*)", destination: "/it/:path" },
  ];
}

/** One address a page: the folder's own name and the "/it" prefix lead to the public address. */
export function localeRedirects(): (Rule & { permanent: boolean })[] {
  const renamed = entries.filter(({ internal, italian }) => internal !== italian);
  return [
    ...renamed.map(({ internal, italian }) => ({
      source: `/it${internal}`,
      destination: italian,
      permanent: true,
    })),
    ...renamed.map(({ internal, italian }) => ({ source: internal, destination: italian, permanent: true })),
    { source: "/it/:path*", destination: "/:path*", permanent: true },
  ];
}
