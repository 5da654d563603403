/** The colours that charts use, as they stand in the style sheet now. */
export interface ChartInk {
  readonly paper: string;
  readonly line: string;
  readonly edge: string;
  readonly track: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  /** The data colours in their fixed order. */
  readonly data: readonly string[];
}

/** Reads the variables where the chart stands, so that a dark corner of a light page would be right too. */
export function chartInk(element: Element): ChartInk {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: colour("--paper-1"),
    line: colour("--line"),
    edge: colour("--edge"),
    track: colour("--paper-3"),
    text: colour("--ink-1"),
    text2: colour("--ink-2"),
    text3: colour("--ink-3"),
    data: [1, 2, 3, 4, 5, 6, 7].map((number) => colour(`--d${number}`)),
  };
}

export const chartFont = "'Inter Variable', Inter, sans-serif";

/** The fonts of a canvas must be there before its first draw: it never asks for them itself. */
export async function chartFontsLoaded(): Promise<void> {
  await Promise.all([document.fonts.load(`400 12px ${chartFont}`), document.fonts.load(`600 16px ${chartFont}`)]);
}
