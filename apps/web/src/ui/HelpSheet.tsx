import { Modal } from "@mantine/core";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";

import type { ReactNode } from "react";

import { Button } from "./Button.tsx";
import type { Command } from "./command.ts";
import styles from "./HelpSheet.module.css";
import { Keycap, keySign } from "./Keycap.tsx";

export interface HelpSheetProps {
  readonly title: string;
  readonly closeLabel: string;
  /** "or", between two keys of one command. */
  readonly or: string;
  /** Said under the title, e.g. that single keys are switched off. */
  readonly note?: string | undefined;
  readonly commands: readonly Command[];
  /** Where the keys are changed; before the button that closes. */
  readonly action?: ReactNode;
  readonly onClose: () => void;
}

/** Every key that works now, by group. */
export function HelpSheet({ title, closeLabel, or, note, commands, action, onClose }: HelpSheetProps) {
  const withKeys = commands.filter((command) => (command.keys?.length ?? 0) > 0);
  const groups = [...new Set(withKeys.map((command) => command.group))];
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={760}
      padding={20}
      attributes={{ content: { "aria-label": title } }}
      classNames={{ content: styles.content ?? "" }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {action}
        <Button kind="icon" data-autofocus aria-label={closeLabel} onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </Button>
      </div>
      {note === undefined ? null : <p className={styles.remark}>{note}</p>}
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.name} className={styles.row}>
                    <dt>{command.label}</dt>
                    <dd>
                      {command.keys?.map((keys, index) => (
                        <span key={keys} className={styles.keys}>
                          {index === 0 ? null : <span>{or}</span>}
                          <Keycap keys={keys} />
                          <span className="visually-hidden">{keys.split(" ").map(keySign).join(" ")}</span>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
