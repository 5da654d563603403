/** A figure with its unit; the unit of days is said in the language of the screen. */
export function measureFigure(language: string, value: number, unit: string, signed = false): string {
  const format = new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    ...(signed && { signDisplay: "exceptZero" as const }),
    ...(unit === "d" && { style: "unit" as const, unit: "day", unitDisplay: "short" as const }),
  });
  const figure = format.format(value).replace("-", "−");
  return unit === "d" ? figure : `${figure} ${unit}`;
}
