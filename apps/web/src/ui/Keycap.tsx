import styles from "./Keycap.module.css";

const signs: Readonly<Record<string, string>> = {
  Enter: "↵",
  Backspace: "⌫",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  ContextMenu: "☰",
  " ": "␣",
};

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** How a key is printed: "mod+k" is ⌘ K or Ctrl K, "shift+j" ⇧ J. */
export function keySign(key: string): string {
  const parts = key.split(/(?<=.)\+(?=.)/);
  const last = parts.at(-1) ?? key;
  if (parts.length === 1) return signs[last] ?? last;
  const before = parts.slice(0, -1).map((part) => (part === "shift" ? "⇧" : isApple() ? "⌘" : "Ctrl"));
  return [...before, signs[last] ?? (last.length === 1 ? last.toUpperCase() : last)].join(" ");
}

/** The same for `aria-keyshortcuts`: "Control+Shift+A". */
export function spokenKeys(keys: string): string {
  return keys.replace("mod+", isApple() ? "Meta+" : "Control+").replace("shift+", "Shift+");
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
  const parts = keys.split(" ");
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
