import IconArrowBackUp from "@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs";
import { Button } from "#ui/Button";
import type { Command } from "#ui/command";

import styles from "./ActionBar.module.css";
import { MoreActions } from "./MoreActions.tsx";

const spelled = ["item.route", "item.duplicate", "item.reject"];
const inMenu = ["item.themes", "item.no-theme", "item.route", "item.duplicate", "item.reject", "item.reopen"];

/** The same commands as on the keys; one filled button. */
export function ActionBar({ commands }: { readonly commands: readonly Command[] }) {
  const named = (name: string): Command | undefined => commands.find((command) => command.name === name);
  const done = named("item.done");
  const next = named("move.next");
  const main = done?.available === false ? next : done;
  const undo = named("item.undo");
  return (
    <div className={styles.bar}>
      <div className={styles.steps}>
        {spelled.map((name) => {
          const command = named(name);
          return command === undefined || command.available === false ? null : (
            <Button key={name} className={styles.step} keys={command.keys?.[0]} onClick={command.run}>
              {command.label}
            </Button>
          );
        })}
        <MoreActions
          commands={inMenu.map(named).filter((command) => command !== undefined && command.available !== false)}
        />
        {undo === undefined ? null : (
          <Button kind="icon" aria-label={undo.label} aria-keyshortcuts="u" title={undo.label} onClick={undo.run}>
            <IconArrowBackUp size={18} stroke={1.75} />
          </Button>
        )}
      </div>
      {main === undefined ? null : (
        <Button kind="primary" className={styles.main} keys={main.keys?.[0]} onClick={main.run}>
          {main.label}
        </Button>
      )}
    </div>
  );
}
