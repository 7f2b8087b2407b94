import { useTranslations } from "next-intl";
import { Globe, Mail, Phone } from "@/components/ui/icons";
import { MetaItem } from "@/components/ui/page-head";
import type { Structure } from "@/lib/programmes/structure/queries";

/** Whom to ask, by phone, mail or page. */
export function ContactList({ contacts, lang }: { contacts: Structure["contacts"]; lang: string }) {
  const t = useTranslations("programmes.contacts");
  if (contacts.length === 0) return <p className="py-4 text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-hairline">
      {contacts.map((contact) => (
        <li key={contact.id} className="py-4">
          <p lang={lang} className="font-semibold">
            {contact.office}
          </p>
          <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1 [&_svg]:size-[1.125rem] [&_svg]:shrink-0">
            {contact.phone ? (
              <MetaItem icon={<Phone />}>
                <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`}>{contact.phone}</a>
              </MetaItem>
            ) : null}
            {contact.email ? (
              <MetaItem icon={<Mail />}>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </MetaItem>
            ) : null}
            {contact.url ? (
              <MetaItem icon={<Globe />}>
                <a href={contact.url} rel="noopener">
                  {contact.url.replace(/^https?:\/\//, "")}
                </a>
              </MetaItem>
            ) : null}
          </div>
          {contact.note ? (
            <p lang={lang} className="measure mt-1 text-meta text-muted">
              {contact.note}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
