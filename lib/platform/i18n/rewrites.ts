/** Tells Next in which folder the page lies: set by our server for each request, never taken from a client. */
export const folderHeader = "x-sperimenta-folder";

/**
 * Public addresses to the folders that serve them: our server looks them up (`folders.ts`) and Next follows. A rule for
 * each address would be tried one after the other, and some compiled anew, at every request: docs/adr/0007.
 */
export const folderRewrite = {
  source: "/:path*",
  has: [{ type: "header" as const, key: folderHeader, value: "/(?<folder>.*)" }],
  destination: "/:folder",
};
