// Loaded first by each process of the portal: when the one that started it is gone, by whatever cause, it ends too.
// File 3 is a pipe that the system closes with the other end.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

// A child of the child inherits the settings, not the pipe.
if (isMainThread && process.env.SPERIMENTA_LEASH === String(process.ppid)) {
  const leash = new Socket({ fd: 3, readable: true, writable: false });
  leash.on("error", () => undefined);
  leash.on("close", () => process.kill(process.pid, "SIGTERM"));
  leash.resume();
  leash.unref();
}
