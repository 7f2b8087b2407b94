import type { Handle, Report } from "@/components/documents/upload/transfer";
import type { Refused } from "@/lib/platform/form-state";

/** Sends the whole form at once, as a browser without JavaScript would: for what fits into one part. */
export function sendForm(
  action: string,
  data: FormData,
  { change, refuse }: Report,
  texts: { broken: string; stopped: string },
): Handle {
  const call = new XMLHttpRequest();
  call.open("POST", action);
  call.setRequestHeader("accept", "application/json");
  call.responseType = "json";
  call.upload.onprogress = ({ loaded, total }) => change({ done: loaded, total });
  call.onerror = () => refuse({ summary: texts.broken });
  call.onabort = () => refuse({ summary: texts.stopped });
  call.onload = () => {
    const answer = call.response as { location?: string } | Refused | null;
    if (call.status === 200 && answer && "location" in answer && answer.location) {
      change({ phase: "received", location: answer.location });
    } else {
      // Also what is refused for now (429, 503, 507) says so in the words of the form.
      const told = answer && "summary" in answer ? answer : { summary: texts.broken };
      refuse(told);
    }
  };
  call.send(data);
  return { cancel: () => call.abort() };
}
