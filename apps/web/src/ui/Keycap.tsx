import styles from "./Keycap.module.css";

const signs: Readonly<Record<string, string>> = {
  Enter: "↵",
  Backspace: "⌫",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  " ": "␣",
};

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** How a key is printed: "mod+k" is ⌘K or Ctrl K. */
export function keySign(key: string): string {
  if (key.startsWith("mod+")) {
    const sign = signs[key.slice(4)] ?? key.slice(4).toUpperCase();
    return isApple() ? `⌘ ${sign}` : `Ctrl ${sign}`;
  }
  return signs[key] ?? key;
}

export interface KeycapProps {
  /** "e", "mod+k", or a sequence "g t", drawn as two caps. */
  readonly keys: string;
  /** filled: decided by a person; dashed: suggested only. */
  readonly kind?: "plain" | "filled" | "dashed" | "on-accent";
  readonly size?: "line" | "key";
}

/** The picture of a key; says nothing to screen readers, which hear `aria-keyshortcuts` of the button. */
export function Keycap({ keys, kind = "plain", size = "line" }: KeycapProps) {
  const parts = keys.startsWith("mod+") ? [keys] : keys.split(" ");
  return (
    <span className={styles.caps} aria-hidden="true">
      {parts.map((part) => (
        <kbd key={part} className={styles.cap} data-kind={kind} data-size={size}>
          {keySign(part)}
        </kbd>
      ))}
    </span>
  );
}
