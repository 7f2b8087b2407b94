// The floor of all: Node's own server with pages that lie in memory. The folder of the pages is its argument.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const folder = process.argv[2];
const pages = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));

const server = createServer((request, response) => {
  const page = pages.get(request.url);
  response.writeHead(page ? 200 : 404, {
    "content-type": "text/html; charset=utf-8",
    "content-length": page?.length ?? 0,
  });
  response.end(page);
});
server.listen(0, "localhost", () => console.log(`listening on ${server.address().port}`));
