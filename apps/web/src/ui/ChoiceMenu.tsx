import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
import type { Ref } from "react";

import { Button, type ButtonKind } from "./Button.tsx";
import styles from "./ChoiceMenu.module.css";
import { deferred } from "./deferred.tsx";

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Heading; choices of one group stand together. */
  readonly group?: string;
  readonly note?: string;
}

export interface ChoiceMenuProps<V extends string> {
  /** What is chosen; shown before the value where `showLabel`. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly kind?: ButtonKind;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly position?: "bottom-start" | "bottom-end";
}

interface ChoiceButtonProps {
  readonly props: ChoiceMenuProps<string>;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly className?: string;
}

/** The button of a choice menu; the menu itself gives it more properties. */
export function ChoiceButton({ props, ref, className = "", ...rest }: ChoiceButtonProps) {
  const chosen = props.choices.find((choice) => choice.value === props.value);
  return (
    <Button
      kind={props.kind ?? "field"}
      className={`${styles.button} ${className}`}
      aria-label={`${props.label}: ${chosen?.label ?? ""}`}
      aria-haspopup="menu"
      {...(ref !== undefined && { ref })}
      {...rest}
    >
      {props.showLabel === true ? <span className={styles.label}>{props.label}</span> : null}
      <span className={styles.value}>{chosen?.label ?? "–"}</span>
      <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
    </Button>
  );
}

const DeferredMenu = deferred<ChoiceMenuProps<string>>(
  async () => (await import("./ChoiceMenuLayer.tsx")).ChoiceMenuLayer,
  (props) => <ChoiceButton props={props} />,
);

/** A button that names the chosen value and opens the others. */
export function ChoiceMenu<V extends string>(props: ChoiceMenuProps<V>) {
  const choose = (value: string): void => {
    const choice = props.choices.find((each) => each.value === value);
    if (choice !== undefined) props.onChange(choice.value);
  };
  return <DeferredMenu {...props} onChange={choose} />;
}
