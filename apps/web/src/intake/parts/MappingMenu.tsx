import { Menu } from "@mantine/core";
import { type ColumnMapping, columnMappingSchema } from "@kuultu/domain/intake/column-mapping";
import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useSavedMappings, useSaveMapping } from "#intake/use-intake";
import { Button } from "#ui/Button";
import { downloadText } from "#ui/csv-text";
import { FormActions, TextField } from "#ui/Field";
import { menuLook } from "#ui/menu-look";

import classes from "./MappingMenu.module.css";

interface MappingMenuProps {
  readonly mapping: ColumnMapping;
  readonly fileName: string;
  /** A remembered mapping, or one given as a file. */
  readonly onApply: (mapping: ColumnMapping) => void;
}

/** Remembered mappings: to use, to save, to take along as a file, to bring as a file. */
export function MappingMenu({ mapping, fileName, onApply }: MappingMenuProps) {
  const { t } = useTranslation("intake");
  const saved = useSavedMappings();
  const file = useRef<HTMLInputElement>(null);
  const [naming, setNaming] = useState(false);
  const [unreadable, setUnreadable] = useState(false);

  async function read(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    try {
      onApply(columnMappingSchema.parse(JSON.parse(await chosen.text())));
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  }

  return (
    <div className={classes.menu}>
      <Menu position="bottom-end" classNames={menuLook}>
        <Menu.Target>
          <Button kind="field">
            {t("saved.menu")}
            <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.length > 0 && <Menu.Label>{t("saved.use")}</Menu.Label>}
          {saved.map((one) => (
            <Menu.Item key={one.id} onClick={() => onApply(one.mapping)}>
              {one.name}
            </Menu.Item>
          ))}
          {saved.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setNaming(true)}>{t("saved.save")}</Menu.Item>
          <Menu.Item
            onClick={() =>
              downloadText(`${fileName}.mapping.json`, "application/json", `${JSON.stringify(mapping, null, 2)}\n`)
            }
          >
            {t("saved.download")}
          </Menu.Item>
          <Menu.Item onClick={() => file.current?.click()}>{t("saved.bring")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t("saved.bring")}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {unreadable && <p role="alert">{t("saved.unreadable")}</p>}
      {naming && <SaveForm mapping={mapping} onClose={() => setNaming(false)} />}
    </div>
  );
}

function SaveForm({ mapping, onClose }: { readonly mapping: ColumnMapping; readonly onClose: () => void }) {
  const { t } = useTranslation("intake");
  const errorWords = useErrorWords();
  const [name, setName] = useState("");
  const { mutate, isPending, error } = useSaveMapping();
  return (
    <form
      className={classes.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") mutate({ name, mapping }, { onSuccess: onClose });
      }}
    >
      <TextField
        label={t("saved.name")}
        note={t("saved.nameNote")}
        value={name}
        maxLength={100}
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="field" type="submit" disabled={isPending || name.trim() === ""}>
          {t("saved.send")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
