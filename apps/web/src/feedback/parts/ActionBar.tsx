import IconArrowBackUp from "@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs";

import { Button } from "#ui/Button";
import { spokenKeys } from "#ui/Keycap";

import type { TriageAction } from "../triage-actions.ts";
import styles from "./ActionBar.module.css";
import { MoreActions } from "./MoreActions.tsx";

const spelled = ["item.route", "item.duplicate", "item.reject"];
/** Where a reply is expected, there is room for as many. */
const spelledToAnswer = ["item.answer", "item.route", "item.reject"];

/** The same commands as on the keys; one filled button. */
export function ActionBar({
  commands,
  secondary,
}: {
  readonly commands: readonly TriageAction[];
  /** What is asked above has the filled button. */
  readonly secondary: boolean;
}) {
  const named = (name: string): TriageAction | undefined => commands.find((command) => command.name === name);
  const done = named("item.done");
  const next = named("move.next");
  const main = done?.available === false ? next : done;
  const undo = named("item.undo");
  const undoKey = undo?.keys?.[0];
  return (
    <div className={styles.bar}>
      <div className={styles.steps}>
        {(named("item.answer")?.available === true ? spelledToAnswer : spelled).map((name) => {
          const command = named(name);
          return command === undefined || command.available === false ? null : (
            <Button key={name} className={styles.step} keys={command.keys?.[0]} onClick={command.run}>
              {command.label}
            </Button>
          );
        })}
        <MoreActions
          commands={commands.filter(
            (command) =>
              command.menu && command.available !== false && !["item.done", "item.undo"].includes(command.name),
          )}
        />
        {undo === undefined ? null : (
          <Button
            kind="icon"
            aria-label={undo.label}
            aria-keyshortcuts={undoKey === undefined ? undefined : spokenKeys(undoKey)}
            title={undo.label}
            onClick={undo.run}
          >
            <IconArrowBackUp size={18} stroke={1.75} />
          </Button>
        )}
      </div>
      {main === undefined ? null : (
        <Button kind={secondary ? "field" : "primary"} className={styles.main} keys={main.keys?.[0]} onClick={main.run}>
          {main.label}
        </Button>
      )}
    </div>
  );
}
