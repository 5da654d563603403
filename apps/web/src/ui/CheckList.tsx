import classes from "./CheckList.module.css";

export interface CheckOption {
  readonly value: string;
  readonly label: string;
}

/** A choice of several, each with a box of its own. */
export function CheckList(props: {
  readonly legend: string;
  readonly note?: string;
  readonly options: readonly CheckOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const { chosen } = props;
  return (
    <fieldset className={classes.list}>
      <legend>{props.legend}</legend>
      <div className={classes.options}>
        {props.options.map(({ value, label }) => (
          <label key={value} className={classes.option}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                props.onChange(
                  event.currentTarget.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                )
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {props.note === undefined ? null : <p className={classes.note}>{props.note}</p>}
    </fieldset>
  );
}
