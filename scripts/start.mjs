// npm start, npm run dev: runs before anything is installed, hands over to scripts/portal/supervisor.ts.
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

process.chdir(root);
prepareCheckout();
const { register } = await import("tsx/esm/api");
register();
const { runPortal } = await import("./portal/supervisor.ts");
process.exit(await runPortal({ isDev: process.argv.includes("--dev") }));
