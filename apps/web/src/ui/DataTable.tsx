import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import IconArrowDown from "@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs";
import IconArrowUp from "@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs";
import { useState } from "react";

import styles from "./DataTable.module.css";

export const dataTableFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

/** Columns as TanStack Table has them; `align: "end"` for figures, `wide` for the column that takes the room. */
export type DataColumn<T extends RowData> = ColumnDef<typeof dataTableFeatures, T> & {
  readonly align?: "end";
  readonly wide?: boolean;
};

export interface DataTableProps<T extends RowData> {
  readonly label: string;
  /** Keep columns and rows stable between renders (module scope or useMemo). */
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowId: (row: T) => string;
  readonly sortable?: boolean;
  readonly initialSort?: SortingState;
  readonly currentId?: string | undefined;
}

/** A table of a known, moderate number of rows; wide ones scroll in their own frame. */
export function DataTable<T extends RowData>({
  label,
  columns,
  rows,
  rowId,
  sortable = false,
  initialSort = [],
  currentId,
}: DataTableProps<T>) {
  const [sorting, setSorting] = useState<SortingState>(initialSort);
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows,
    getRowId: rowId,
    enableSorting: sortable,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const shape = new Map(columns.map((column, index) => [table.getAllColumns()[index]?.id, column]));
  return (
    <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-align={shape.get(header.column.id)?.align}
                    data-wide={shape.get(header.column.id)?.wide}
                    aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                        <table.FlexRender header={header} />
                        {sorted === "asc" ? <IconArrowUp size={14} aria-hidden="true" /> : null}
                        {sorted === "desc" ? <IconArrowDown size={14} aria-hidden="true" /> : null}
                      </button>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} data-current={row.id === currentId || undefined}>
              {row.getAllCells().map((cell) => (
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell is no control
                <td
                  key={cell.id}
                  data-align={shape.get(cell.column.id)?.align}
                  data-wide={shape.get(cell.column.id)?.wide}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
