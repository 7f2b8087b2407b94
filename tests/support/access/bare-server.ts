// Next alone: what answers when everything that stands in front of it is taken away.
import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/platform/env";

const { PORT, HOST } = env();
const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port: PORT });
await app.prepare();
createServer(app.getRequestHandler()).listen(PORT, HOST);
process.on("SIGTERM", () => process.exit(0));
