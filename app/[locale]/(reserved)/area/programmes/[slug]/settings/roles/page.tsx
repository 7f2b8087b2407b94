import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("roles", props);

export default async function RolesPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("roles", props);
}
