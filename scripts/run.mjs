// node scripts/run.mjs [--no-database] scripts/<command>.ts [arguments]: a command beside the running portal, or without it.
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

process.chdir(root);
prepareCheckout();
const { register } = await import("tsx/esm/api");
register();
const { runCommand } = await import("./portal/command.ts");
const args = process.argv.slice(2);
const needsDatabase = args[0] !== "--no-database";
process.exit(await runCommand(needsDatabase ? args : args.slice(1), { needsDatabase }));
