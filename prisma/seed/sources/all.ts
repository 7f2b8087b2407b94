import type { SourceProgramme } from "../source-programme";
import { camereProfiliProfessionali } from "./camere-profili-professionali";
import { cipBologna } from "./cip-bologna";
import { cmBolognaSmartWork } from "./cm-bologna-smart-work";
import { erSmartWorking } from "./er-smart-working";
import { veronaSecondoWelfare } from "./verona-secondo-welfare";

/** The five source programmes in the order of their texts. */
export const sourceProgrammes: readonly SourceProgramme[] = [
  camereProfiliProfessionali,
  cipBologna,
  erSmartWorking,
  cmBolognaSmartWork,
  veronaSecondoWelfare,
];
