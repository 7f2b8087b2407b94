import { JsonLd } from "@/components/ui/json-ld";

type Props = {
  session: {
    title: string;
    description: string;
    startsAt: Date;
    endsAt: Date;
    mode: "WEBCONFERENCE" | "IN_PERSON" | "HYBRID";
    place: string | null;
    state: string;
    isFree: boolean;
    host: { name: string } | null;
  };
  url: string;
  organiser: string;
};

const modes = {
  WEBCONFERENCE: "OnlineEventAttendanceMode",
  IN_PERSON: "OfflineEventAttendanceMode",
  HYBRID: "MixedEventAttendanceMode",
};

/** The session for search engines, as schema.org's Event. */
export function SessionJsonLd({ session, url, organiser }: Props) {
  const virtual = { "@type": "VirtualLocation", url };
  const place = { "@type": "Place", name: session.place, address: session.place };
  const locations = { WEBCONFERENCE: virtual, IN_PERSON: place, HYBRID: [place, virtual] };
  const event = {
    "@type": "Event",
    name: session.title,
    description: session.description || undefined,
    startDate: session.startsAt.toISOString(),
    endDate: session.endsAt.toISOString(),
    eventStatus: `https://schema.org/${session.state === "CANCELLED" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${modes[session.mode]}`,
    location: locations[session.mode],
    organizer: { "@type": "Organization", name: session.host?.name ?? organiser },
    isAccessibleForFree: session.isFree,
    url,
  };
  return <JsonLd data={event} />;
}
