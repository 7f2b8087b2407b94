// node scripts/run.mjs [--no-database|--owner|--alone] scripts/<command>.ts [arguments]: a command beside the running
// portal; without a database, as its owner, or alone with it.
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

process.chdir(root);
prepareCheckout();
const { register } = await import("tsx/esm/api");
register();
const { runCommand } = await import("./portal/command.ts");
const [flag, ...rest] = process.argv.slice(2);
const access = { "--no-database": "none", "--owner": "owner", "--alone": "alone" }[flag];
process.exit(await runCommand(access ? rest : process.argv.slice(2), access ?? "portal"));
