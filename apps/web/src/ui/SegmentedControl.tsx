import styles from "./SegmentedControl.module.css";

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** A few choices of which one holds, side by side; arrows move between them as between radio buttons. */
export function SegmentedControl<V extends string>(props: {
  readonly label: string;
  readonly name: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}) {
  return (
    <fieldset className={styles.control}>
      <legend className="visually-hidden">{props.label}</legend>
      {props.segments.map((segment) => (
        <label key={segment.value} className={styles.segment} data-chosen={segment.value === props.value || undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={props.name}
            checked={segment.value === props.value}
            onChange={() => props.onChange(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
