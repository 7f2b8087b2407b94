// Next alone: what answers when everything that stands in front of it is taken away; only where pages lie it is still told.
import { createServer } from "node:http";
import next from "next";
import { env } from "@/lib/platform/env";
import { atFolder } from "@/lib/platform/server/addresses";

const { PORT, HOST } = env();
const app = next({ dev: false, dir: process.cwd(), hostname: "localhost", port: PORT });
await app.prepare();
createServer(atFolder(app.getRequestHandler())).listen(PORT, HOST);
process.on("SIGTERM", () => process.exit(0));
