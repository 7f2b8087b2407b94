import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("steps", props);

export default async function StepsPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("steps", props);
}
