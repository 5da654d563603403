import { Modal } from "@mantine/core";

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
  readonly onClose: () => void;
}

/** Every key that works now, by group. */
export function HelpSheet({ title, closeLabel, or, note, commands, onClose }: HelpSheetProps) {
  const withKeys = commands.filter((command) => (command.keys?.length ?? 0) > 0);
  const groups = [...new Set(withKeys.map((command) => command.group))];
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={760}
      closeButtonProps={{ "aria-label": closeLabel }}
      classNames={{ content: styles.content ?? "", title: styles.title ?? "", header: styles.header ?? "" }}
    >
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
