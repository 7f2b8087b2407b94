import type { Site } from "@/lib/platform/settings/site";
import type { Seeding } from "./store";

/** The publishing body as header, footer and legal pages show it: invented, at addresses that lead nowhere. */
const site = {
  bodyName: "Istituto Dimostrativo per l’Innovazione Pubblica",
  bodyShortName: "Istituto Dimostrativo",
  bodyUrl: "https://istituto.example",
  address: ["Via delle Prove 12", "00000 Valfiorita"],
  taxCode: "00000000000",
  email: "urp@istituto.example",
  certifiedEmail: "protocollo@pec.istituto.example",
  transparencyUrl: "https://istituto.example/amministrazione-trasparente",
  privacyOfficerEmail: "rpd@demo.test",
} satisfies Partial<Site>;

/** Names the publishing body, unless somebody has done so already. */
export async function seedSite({ tx }: Seeding): Promise<void> {
  await tx.setting.createMany({ data: [{ key: "site", value: site }], skipDuplicates: true });
}
