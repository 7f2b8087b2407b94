import type { IncomingMessage, ServerResponse } from "node:http";
import { folderOf, oneAddressOf } from "@/lib/platform/i18n/folders";
import { folderHeader } from "@/lib/platform/i18n/rewrites";
import { barePolicy } from "@/lib/platform/server/response-headers";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The path of a request, without query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").replace(/[?#].*$/s, "");
}

/** Next, told with each request in which folder its page lies. */
export function atFolder(handle: Handler): Handler {
  return (request, response) => {
    const folder = folderOf(pathOf(request));
    if (folder) request.headers[folderHeader] = folder;
    else delete request.headers[folderHeader];
    return handle(request, response);
  };
}

/** Sends whoever asked by the name of a page's folder to the page's one address. @returns whether it did */
export function sentToOneAddress(request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request);
  const address = oneAddressOf(path);
  if (!address) return false;
  response.setHeader("Content-Security-Policy", barePolicy);
  response.writeHead(308, { Location: address + (request.url ?? "").slice(path.length) }).end();
  return true;
}
