import { describe, expect, test } from "vitest";
import { readAnswers, suggestDesk } from "@/lib/job-centre/guide";
import { answerKeys, type Guide, guideSchema } from "@/lib/job-centre/schema";
import { cipModel } from "@/prisma/seed/sources/cip-model";
import { jobCentreGuide } from "@/prisma/seed/sources/job-centre-guide";

const guide = guideSchema.parse(jobCentreGuide.content);

function ask(who: string, need: string, charge: string): string | undefined {
  const rule = suggestDesk(guide, readAnswers(guide, { who, need, charge }));
  return rule ? `${rule.desk.area}/${rule.desk.service}${rule.desk.isExternal ? " →" : ""}` : undefined;
}

describe("which desk", () => {
  test.each([
    // Immediate availability: accompaniment is booked.
    ["unemployed", "work-now", "no", "accompagnamento-al-lavoro/presa-in-carico"],
    ["unemployed", "work-now", "unknown", "accompagnamento-al-lavoro/presa-in-carico"],
    ["not-registered", "work-now", "no", "accompagnamento-al-lavoro/presa-in-carico"],
    ["employed", "work-now", "no", "accompagnamento-al-lavoro/presa-in-carico"],
    // Unemployed and not in charge: registration first.
    ["unemployed", "cv", "no", "servizi-di-base/iscrizioni-e-certificazioni"],
    ["unemployed", "lab", "no", "servizi-di-base/iscrizioni-e-certificazioni"],
    ["unemployed", "path", "no", "servizi-di-base/iscrizioni-e-certificazioni"],
    // In charge: the one operator.
    ["unemployed", "cv", "yes", "accompagnamento-al-lavoro/progetto-individuale"],
    ["unemployed", "lab", "yes", "accompagnamento-al-lavoro/progetto-individuale"],
    ["unemployed", "work-now", "yes", "accompagnamento-al-lavoro/progetto-individuale"],
    ["unemployed", "path", "yes", "accompagnamento-al-lavoro/monitoraggio"],
    ["employed", "path", "yes", "accompagnamento-al-lavoro/monitoraggio"],
    // Employed or not registered who asks: the standard curriculum.
    ["employed", "cv", "no", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    ["employed", "cv", "unknown", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    ["not-registered", "cv", "no", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    // Employed with need and interest: the lab. The source does not open it to the others.
    ["employed", "lab", "no", "ricerca-attiva/laboratori"],
    ["not-registered", "lab", "no", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    // Work in the European Union: the Eures desk, whoever asks.
    ["employed", "abroad", "no", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    ["unemployed", "abroad", "yes", "ricerca-attiva/assistenza-alla-ricerca-attiva"],
    // What stands open to every person.
    ["unemployed", "offers", "no", "ricerca-attiva/autoconsultazione"],
    ["not-registered", "papers", "no", "servizi-di-base/iscrizioni-e-certificazioni"],
    ["unemployed", "hiring-day", "yes", "servizi-di-base/adempimenti-art-16"],
    ["employed", "information", "no", "servizi-di-base/informazioni-sui-servizi"],
    // Companies and bodies.
    ["company", "employment-papers", "no", "servizi-amministrativi/adempimenti-amministrativi"],
    ["company", "hiring-rules", "no", "servizi-amministrativi/informazione"],
    ["company", "staff", "no", "incrocio-domanda-offerta/matching"],
    ["company", "internship", "yes", "incrocio-domanda-offerta/tirocini"],
    ["public-body", "staff", "no", "servizi-di-base/adempimenti-art-16"],
    ["public-body", "employment-papers", "no", "servizi-amministrativi/adempimenti-amministrativi"],
    ["company", "cv", "no", "servizi-amministrativi/informazione"],
    // Needs outside labour services: an external service, named by reception.
    ["employed", "outside", "no", "servizi-di-base/accoglienza-utenti →"],
    ["company", "outside", "unknown", "servizi-di-base/accoglienza-utenti →"],
    // Where the answers do not fit together, the interview finds the need.
    ["employed", "staff", "no", "servizi-di-base/accoglienza-utenti"],
    ["unemployed", "cv", "unknown", "servizi-di-base/accoglienza-utenti"],
    ["employed", "path", "no", "servizi-di-base/accoglienza-utenti"],
  ])("%s, %s, in charge: %s → %s", (who, need, charge, desk) => {
    expect(ask(who, need, charge)).toBe(desk);
  });

  test("every combination of answers leads to a desk that the model has", () => {
    const desks = new Set(
      cipModel.areas.flatMap((area) => area.functions.map((one) => `${area.slug}/${one.slug}`)),
    );
    const keys = answerKeys(guide);
    for (const who of keys.who)
      for (const need of keys.need)
        for (const charge of keys.charge) {
          expect(desks).toContain(ask(who, need, charge)?.replace(" →", ""));
        }
  });

  test("every rule is reached by some answers", () => {
    const keys = answerKeys(guide);
    const reached = new Set(
      [...keys.who].flatMap((who) =>
        [...keys.need].flatMap((need) =>
          [...keys.charge].map((charge) => suggestDesk(guide, readAnswers(guide, { who, need, charge }))),
        ),
      ),
    );
    expect(guide.rules.filter((rule) => !reached.has(rule))).toEqual([]);
  });
});

describe("answers", () => {
  test("nothing asked, nothing suggested", () => {
    const reading = readAnswers(guide, {});
    expect(reading).toEqual({ given: {}, open: ["who", "need", "charge"], isAsked: false });
    expect(suggestDesk(guide, reading)).toBeNull();
  });

  test("one that the guide does not know counts as not given", () => {
    const reading = readAnswers(guide, { who: "employed", need: "a-castle", charge: "no" });
    expect(reading).toEqual({ given: { who: "employed", charge: "no" }, open: ["need"], isAsked: true });
    expect(suggestDesk(guide, reading)).toBeNull();
  });
});

describe("the rule set", () => {
  const broken = (change: (copy: Guide) => void) => {
    const copy = structuredClone(guide);
    change(copy);
    return guideSchema.safeParse(copy).error?.issues.map(({ message }) => message);
  };

  test("ends with a rule that fits whatever is answered", () => {
    expect(broken((copy) => copy.rules.pop())).toEqual(["job-centre.lastRuleMustFitAll"]);
  });

  test("speaks only of answers that exist", () => {
    expect(broken((copy) => copy.rules.unshift({ ...guideRule(), when: { who: ["king"] } }))).toEqual([
      "job-centre.unknownAnswer",
    ]);
  });

  test("is in both languages", () => {
    expect(
      broken((copy) => copy.rules.unshift({ ...guideRule(), reason: { it: "Sì", en: "" } })),
    ).toHaveLength(1);
  });

  function guideRule(): Guide["rules"][number] {
    const [rule] = guide.rules;
    if (!rule) throw new Error("the guide has rules");
    return structuredClone(rule);
  }
});
