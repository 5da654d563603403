type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;
const notKeys = ["Shift", "Control", "Meta", "Alt", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"];

/**
 * A key press as commands name it: "e", "?", "Enter", "shift+j", "mod+k", "mod+shift+a". Shift is named with letters and
 * with keys that print nothing; with other signs it has made the sign. Null: a modifier alone, or a combination nobody binds.
 */
export function keyName(event: Pressed): string | null {
  if (event.altKey || notKeys.includes(event.key)) return null;
  const name = namedKey(event.key) ?? printedKey(event.key, event.code);
  const shift = event.shiftKey && (name.length > 1 || /^\p{L}$/u.test(name)) ? "shift+" : "";
  return event.ctrlKey || event.metaKey ? `mod+${shift}${name}` : `${shift}${name}`;
}

/** Whether the press belongs to a word that an input method is putting together. */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  // Some browsers end the composition before they tell of the press that ended it; 229 is what they call that press.
  return event.isComposing || event.keyCode === 229;
}

function namedKey(key: string): string | null {
  return key.length > 1 ? key : null;
}

/** On a Cyrillic layout the physical key counts: the hands know where "j" is, whatever is printed there. */
function printedKey(key: string, code: string): string {
  if (code === "Slash" && key === ".") return "/";
  if (code === "Slash" && key === ",") return "?";
  if (/^\p{Script=Cyrillic}$/u.test(key) && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return key.toLowerCase();
}

/** Whether keys pressed here belong to what is being written or chosen, not to commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(
    "input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='textbox'], [role='combobox'], [role='searchbox']",
  );
  if (field instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit", "reset", "range", "file"].includes(field.type);
  return field !== null;
}

/** Whether the press is inside a layer above the page (a dialog, an open menu), which has its own keys. */
export function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role='dialog'], [role='menu'], [role='listbox']") !== null;
}

/** Keys with which a focused control is used; a command must not take them from it. */
export function belongsToControl(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key === "Enter" || key === " ")
    return target.closest("a[href], button, summary, [role='button'], input, [role='tab']") !== null;
  if (key.startsWith("Arrow"))
    return target.closest("input[type='radio'], [role='radiogroup'], [role='tablist']") !== null;
  return false;
}
