import type { RowPreview } from "@kuultu/domain/intake/import-view";
import IconLock from "@tabler/icons-react/dist/esm/icons/IconLock.mjs";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { maskedPieces } from "#intake/masked-text";

import classes from "./RowAsItComes.module.css";

interface RowAsItComesProps {
  readonly preview: RowPreview;
  /** Its fact is marked. */
  readonly column: string | null;
  /** Only the first lines of its texts. */
  readonly short?: boolean;
}

/** A data row as it will come in: its texts at reading size with what is masked, and its facts. */
export function RowAsItComes({ preview, column, short = false }: RowAsItComesProps) {
  const { t } = useTranslation(["intake", "feedback"]);
  return (
    <div className={classes.row}>
      {preview.items.length === 0 && <p className={classes.none}>{t("row.noText")}</p>}
      {preview.items.map((item, index) => (
        // Items of a row have no identity but their place in it.
        <div key={`${index} ${item.title}`} className={classes.item}>
          {item.title !== "" && <h4 className={classes.title}>{item.title}</h4>}
          <p className={classes.body} data-short={short || undefined}>
            {maskedPieces(item.body, item.masks).map((piece) => (
              <Fragment key={piece.start}>
                {piece.mask === null ? (
                  piece.text
                ) : (
                  <span className={classes.mask}>
                    <IconLock size={12} stroke={1.75} aria-hidden="true" />
                    {t(`feedback:pane.masked.${piece.mask}`)}
                  </span>
                )}
              </Fragment>
            ))}
          </p>
        </div>
      ))}
      {preview.facts.length > 0 && (
        <dl className={classes.facts}>
          {preview.facts.map((fact) => (
            <div key={fact.column} data-current={fact.column === column || undefined}>
              <dt>{fact.column}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
