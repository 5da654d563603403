import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation, useSetPreferences } from "#app/session";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { holders, type KeyedCommand, without } from "#ui/key-conflict";
import { keySign } from "#ui/Keycap";

import { useKeyTable } from "../use-key-table.ts";
import { KeyConflict, type Wish } from "./KeyConflict.tsx";
import styles from "./KeysSection.module.css";
import { KeysRow } from "./KeysRow.tsx";

/** Every command with its keys, for the person alone: one more, one less, or back to what was given. */
export function KeysSection() {
  const { t } = useTranslation("remapping");
  const announce = useAnnounce();
  const setPreferences = useSetPreferences();
  const { singleKeys, keys: own } = useOrganisation().preferences;
  const table = useKeyTable();
  const [wish, setWish] = useState<Wish | null>(null);

  const give = (command: KeyedCommand, keys: readonly string[], from: readonly KeyedCommand[] = []): void => {
    const left = from.map((each) => [each.name, without(each.keys, keys)] as const);
    const same = keys.join("\n") === command.given.join("\n");
    setPreferences({ keys: { ...Object.fromEntries(left), [command.name]: same ? null : [...keys] } });
    setWish(null);
    const named = keys.map((key) => key.split(" ").map(keySign).join(" ")).join(", ");
    announce(keys.length === 0 ? t("saidNone", { name: command.label }) : t("said", { name: command.label, named }));
  };
  /** Gives the keys, or says who holds them. */
  const want = (command: KeyedCommand, keys: readonly string[]): void => {
    const holding = holders(command, keys, table);
    if (holding.length === 0) give(command, keys);
    else setWish({ command, keys, holding });
  };
  const groups = [...new Set(table.map((command) => command.group))];
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{t("intro")}</p>
      <div className={styles.line}>
        <label className={styles.single}>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => setPreferences({ singleKeys: event.currentTarget.checked })}
          />
          {t("singleKeys")}
        </label>
        <Button
          kind="field"
          disabled={Object.keys(own).length === 0}
          onClick={() => {
            setPreferences({ keys: Object.fromEntries(Object.keys(own).map((name) => [name, null])) });
            setWish(null);
            announce(t("saidAll"));
          }}
        >
          {t("resetAll")}
        </Button>
      </div>
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className={styles.heading}>{group}</h3>
          <ul>
            {table
              .filter((command) => command.group === group)
              .map((command) => (
                <li key={command.name} className={styles.row}>
                  <KeysRow
                    command={command}
                    onAdd={(key) => want(command, [...new Set([...command.keys, key])])}
                    onRemove={(key) =>
                      give(
                        command,
                        command.keys.filter((each) => each !== key),
                      )
                    }
                    onReset={() => want(command, command.given)}
                  />
                  {wish?.command.name === command.name ? (
                    <KeyConflict
                      wish={wish}
                      onTake={() => give(command, wish.keys, wish.holding)}
                      onLeave={() => setWish(null)}
                    />
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
