import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("facts", props);

export default async function FactsPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("facts", props);
}
