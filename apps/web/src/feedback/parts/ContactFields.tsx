import type { Contact, ContactPart } from "@kuultu/domain/feedback/contact";
import { useTranslation } from "react-i18next";

import { FieldRow, TextField } from "#ui/Field";

/** Name, address and number of a giver; the browser offers nobody else's. */
export function ContactFields(props: {
  readonly contact: Readonly<Partial<Record<ContactPart, string | null>>> | Contact | null;
  readonly focused?: boolean;
  readonly onChange?: (part: ContactPart, text: string) => void;
}) {
  const { t } = useTranslation("answers");
  const { contact, focused = false, onChange } = props;
  const field = (part: ContactPart, type: "text" | "email" | "tel") => (
    <TextField
      label={t(`contact.${part}`)}
      name={part}
      type={type}
      autoComplete="off"
      defaultValue={contact?.[part] ?? ""}
      autoFocus={focused && part === "email"}
      onChange={(event) => onChange?.(part, event.target.value)}
    />
  );
  return (
    <FieldRow>
      {field("name", "text")}
      {field("email", "email")}
      {field("phone", "tel")}
    </FieldRow>
  );
}
