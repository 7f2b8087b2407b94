import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("contacts", props);

export default async function ContactsPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("contacts", props);
}
