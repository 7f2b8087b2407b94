import { TextInput } from "@/components/form/text-input";

type Props = { name?: "password" | "presentPassword"; label: string };

/** The password that one has, as browsers and password managers fill it in. */
export function PresentPasswordInput({ name = "password", label }: Props) {
  return <TextInput name={name} label={label} type="password" autoComplete="current-password" required />;
}
