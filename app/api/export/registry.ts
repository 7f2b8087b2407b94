import { participationList } from "@/lib/animation/participation/export";
import { deliverablesList } from "@/lib/documents/deliverables/export";
import { documentsList } from "@/lib/documents/export";
import { readersList } from "@/lib/documents/reading/export";
import { threadsList } from "@/lib/forum/export";
import { peopleList } from "@/lib/people/administration/export";
import { eventsList, readsList } from "@/lib/people/log/export";
import { organisationsList } from "@/lib/people/organisations/export";
import type { ExportableList } from "@/lib/platform/lists/definition";
import { mailsList } from "@/lib/platform/mail/export";
import { programmesList } from "@/lib/programmes/catalogue/export";
import { outcomesList } from "@/lib/programmes/outcomes/export";
import { reuseList } from "@/lib/reuse/export";
import { sessionsList } from "@/lib/sessions/export";
import { followUpList } from "@/lib/sessions/followup/export";
import { interestsList } from "@/lib/sessions/interests/export";
import { seatsList } from "@/lib/tables/export";

/** Lists that can be downloaded, by the name in their address. */
export const exportableLists: ReadonlyMap<string, ExportableList> = new Map(
  [
    deliverablesList,
    documentsList,
    eventsList,
    followUpList,
    interestsList,
    mailsList,
    organisationsList,
    outcomesList,
    participationList,
    peopleList,
    programmesList,
    readersList,
    readsList,
    reuseList,
    seatsList,
    sessionsList,
    threadsList,
  ].map((list) => [list.name, list]),
);
