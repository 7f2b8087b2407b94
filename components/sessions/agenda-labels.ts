import { useTranslations } from "next-intl";

/** The texts of the agenda's rows, for the part of the form that runs in the browser: "#" stands for a number. */
export function useAgendaLabels() {
  const t = useTranslations("sessions.form");
  const words = useTranslations("planning.form");
  return {
    agenda: t("agenda"),
    hint: t("agendaHint"),
    point: t("point"),
    owner: t("owner"),
    minutes: t("minutes"),
    sum: t("sum"),
    sumOf: t("sumOf", { length: "#" }),
    add: t("addPoint"),
    pointNumber: t("pointNumber", { number: "#" }),
    ownerNumber: t("ownerNumber", { number: "#" }),
    minutesNumber: t("minutesNumber", { number: "#" }),
    order: words("order"),
    upNumber: words("up", { number: "#" }),
    downNumber: words("down", { number: "#" }),
    moved: words("moved", { number: "#" }),
  };
}
