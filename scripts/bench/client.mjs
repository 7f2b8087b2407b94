// The client of the benchmark, a process of its own: told what to ask and for how long, it tells what it saw.
import autocannon from "autocannon";

process.on("message", async ({ url, headers, connections, seconds }) => {
  const times = [];
  // It ends at the first look at its samples after the time is over.
  const instance = autocannon({ url, headers, connections, duration: seconds, sampleInt: 50, timeout: 20 });
  const begin = performance.now();
  let last = begin;
  instance.on("response", (_client, _status, _bytes, time) => {
    times.push(time);
    last = performance.now();
  });
  const result = await instance;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? seconds * 1000;
  process.send({
    failed: result.non2xx + result.errors + result.timeouts,
    perSecond: times.length === 0 ? 0 : (times.length * 1000) / (last - begin),
    p50: at(0.5),
    p975: at(0.975),
  });
});
process.on("disconnect", () => process.exit(0));
