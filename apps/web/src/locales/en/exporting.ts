export const exporting = {
  title: "Export the view",
  count_one: "{{count}} item, narrowed and ordered as now.",
  count_other: "{{count}} items, narrowed and ordered as now.",
  capped: "At least {{shown}} items, narrowed and ordered as now.",
  contains:
    "Time of arrival, kind, status, themes, channel, service, round, assignee, due days, title and text. Personal data is masked.",
  logged: "The export is written in the access log.",
  csv: "Download CSV",
  xlsx: "Download XLSX (Excel)",
  tooMany: "A spreadsheet holds at most {{most}} rows: download CSV, or narrow the view.",
};
