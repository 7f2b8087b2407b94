// The client of the benchmark, a process of its own: told what to ask and for how long, it tells what it saw.
import autocannon from "autocannon";

process.on("message", async ({ url, headers, connections, seconds }) => {
  const times = [];
  const instance = autocannon({ url, headers, connections, duration: seconds, timeout: 20 });
  instance.on("response", (_client, _status, _bytes, time) => times.push(time));
  const result = await instance;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  process.send({
    answers: times.length,
    failed: result.non2xx + result.errors + result.timeouts,
    perSecond: times.length / result.duration,
    p50: at(0.5),
    p975: at(0.975),
  });
});
process.on("disconnect", () => process.exit(0));
