const { register } = await import("tsx/esm/api"); register();
const { openEmptyData } = await import("./scripts/bench/portal.ts");
const { loadData } = await import("./scripts/bench/data/load.ts");
const { shapeOf, hundredthOf } = await import("./scripts/bench/data/shape.ts");
const { writeFileSync } = await import("node:fs");
const full = shapeOf({posts:1000000,documents:100000,sessions:10000});
const small = hundredthOf(full);
const out = {};
for (const [name, shape] of [["small", small],["full", full]]) {
  const data = await openEmptyData();
  const loaded = await loadData(data.migrationUrl, { shape, now: Date.parse("2026-03-24T09:00:00+01:00"), say: (l) => console.log(name, l) });
  console.log(name, "loaded", Math.round(loaded.ms/1000), "s");
  out[name] = { url: data.url, migrationUrl: data.migrationUrl, dataDir: data.dataDir };
  writeFileSync("/tmp/scale/urls.json", JSON.stringify(out));
}
console.log("ready");
setInterval(() => {}, 1e9);
