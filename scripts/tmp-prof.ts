import { openDemonstration, startWeb } from "./bench/portal";
import { targetPages } from "./bench/targets";
import { signInAt } from "./testing/plain-browser";

const data = await openDemonstration();
try {
  const pages = await targetPages(data);
  const page = pages.find((one) => one.name === (process.env.PAGE ?? "thread, signed in"));
  if (!page) throw new Error("no page");
  const web = await startWeb(data, process.env.PROF ? { NODE_OPTIONS: "--require /tmp/prof.cjs" } : {});
  const cookie = await signInAt(web.origin, page.as);
  const get = async () => {
    const r = await fetch(web.origin + page.path, { headers: { cookie } });
    return (await r.text()).length;
  };
  for (let i = 0; i < 60; i++) await get();
  if (process.env.PROF) process.kill(web.pid, "SIGUSR2");
  const times: number[] = [];
  for (let i = 0; i < 300; i++) {
    const t = performance.now();
    await get();
    times.push(performance.now() - t);
  }
  if (process.env.PROF) {
    process.kill(web.pid, "SIGUSR2");
    await new Promise((r) => setTimeout(r, 7000));
  }
  times.sort((a, b) => a - b);
  (await import("node:fs")).writeFileSync(
    "/tmp/thread.html",
    await (await fetch(web.origin + page.path, { headers: { cookie } })).text(),
  );
  console.log("median", times[150], "p10", times[30], "p90", times[270], "len", await get());
  await web.stop();
} finally {
  await data.close();
}
