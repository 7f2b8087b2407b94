import { setRequestLocale } from "next-intl/server";
import { type PartPageProps, partMetadata, partPage } from "../part-page";

export const generateMetadata = (props: PartPageProps) => partMetadata("lines", props);

export default async function LinesPage(props: PartPageProps) {
  setRequestLocale((await props.params).locale);
  return partPage("lines", props);
}
