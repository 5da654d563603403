/** When the demonstration begins: the morning of 9 December 2021 in Helsinki. */
export const demonstrationStart = new Date("2021-12-09T07:00:00.000Z");

/** The organisation's own now. A demonstration lives from its start on, however late it was made. */
export function organisationNow(
  organisation: { readonly demonstration: boolean; readonly createdAt: Date },
  machineNow: Date,
): Date {
  if (!organisation.demonstration) return machineNow;
  return new Date(demonstrationStart.getTime() + Math.max(0, machineNow.getTime() - organisation.createdAt.getTime()));
}
