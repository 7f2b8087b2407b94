import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("phases", props);

export default async function PhasesPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("phases", props);
}
