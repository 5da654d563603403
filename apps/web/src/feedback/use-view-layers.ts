import { useCallback, useState } from "react";

import { useLayer } from "#ui/shortcuts";

export interface ViewLayers {
  /** The find of views is open. */
  readonly finding: boolean;
  readonly find: () => void;
  /** Undefined: nothing is named; null: a new view; else the key of the one that is renamed. */
  readonly naming: string | null | undefined;
  readonly name: (view: string | null) => void;
  readonly close: () => void;
}

/** What opens over Triage for its saved views. */
export function useViewLayers(): ViewLayers {
  const finding = useLayer();
  const naming = useLayer();
  const [named, setNamed] = useState<string | null>(null);
  const showNaming = naming.show;
  return {
    finding: finding.open,
    find: finding.show,
    naming: naming.open ? named : undefined,
    name: useCallback(
      (view) => {
        setNamed(view);
        showNaming();
      },
      [showNaming],
    ),
    close: () => {
      finding.hide();
      naming.hide();
    },
  };
}
