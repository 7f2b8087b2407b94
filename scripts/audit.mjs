// npm run audit: known weaknesses of what the running portal is made of. Where the registry does not answer that
// question (mirrors often do not) it says so and ends with 2: not known is not the same as none.
import { npm } from "./supply/npm.mjs";

const { output, errors } = npm(["audit", "--omit=dev", "--json"]);
const report = parse(output);
if (!report?.vulnerabilities) {
  const reason = report?.message ?? errors.split("\n").find((line) => line.includes("audit")) ?? "no answer";
  console.log(
    `The registry does not tell of weaknesses: ${reason.replace(/https?:\/\/\S+/g, "its address")}`,
  );
  process.exit(2);
}
const grave = Object.values(report.vulnerabilities).filter(({ severity }) =>
  ["high", "critical"].includes(severity),
);
for (const { name, severity, range } of grave) console.log(`${severity}: ${name} ${range}`);
console.log(`${grave.length} grave of ${Object.keys(report.vulnerabilities).length} known weaknesses`);
process.exit(grave.length > 0 ? 1 : 0);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
