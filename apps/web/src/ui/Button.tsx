import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

import styles from "./Button.module.css";
import { Keycap, spokenKeys } from "./Keycap.tsx";

/** primary: one a screen, filled · field: bordered like a field · quiet: words only · icon: a square for one icon (give it `aria-label`). */
export type ButtonKind = "primary" | "field" | "quiet" | "icon";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  /** Shown after the label and told to screen readers as `aria-keyshortcuts`. */
  readonly keys?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  kind = "quiet",
  small = false,
  keys,
  children,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  const off = rest.disabled === true || rest["aria-disabled"] === true || rest["aria-disabled"] === "true";
  return (
    <button
      type={type}
      className={`${buttonClass(kind)} ${className ?? ""}`}
      data-small={small || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : spokenKeys(keys)}
      {...rest}
    >
      {children}
      {keys === undefined ? null : <Keycap keys={keys} kind={kind === "primary" && !off ? "on-accent" : "plain"} />}
    </button>
  );
}

/** For a link that looks like a button. */
export function buttonClass(kind: ButtonKind): string {
  return `${styles.button} ${styles[kind]}`;
}
