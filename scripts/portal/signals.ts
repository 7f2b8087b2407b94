const period = 250;

/** Calls back when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or npm gone. */
export function onEnd(stop: () => void): void {
  // A closed terminal also closes what we write to: say nothing, and end in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  // npm hands SIGTERM to the shell between it and us, which dies without telling.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, period);
  watch.unref();
}
