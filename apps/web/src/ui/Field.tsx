import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

import classes from "./Field.module.css";

interface Around {
  readonly label: string;
  /** Said under the field: what is expected of it. */
  readonly note?: string | undefined;
  /** What is wrong with the value; announced with the field. */
  readonly error?: string | undefined;
}

function Framed({
  label,
  note,
  error,
  children,
}: Around & { readonly children: (names: { id: string; described: string | undefined }) => ReactNode }) {
  const id = useId();
  const said = error ?? note;
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      {children({ id, described: said === undefined ? undefined : `${id}-said` })}
      {said !== undefined && (
        <p id={`${id}-said`} className={classes.said} data-error={error !== undefined || undefined}>
          {said}
        </p>
      )}
    </div>
  );
}

/** One line of text, a number or a day (`type="date"`). */
export function TextField({ label, note, error, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Framed label={label} note={note} error={error}>
      {({ id, described }) => (
        <input
          {...input}
          id={id}
          className={classes.input}
          aria-describedby={described}
          aria-invalid={error !== undefined || undefined}
        />
      )}
    </Framed>
  );
}

export function TextArea({ label, note, error, ...input }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Framed label={label} note={note} error={error}>
      {({ id, described }) => (
        <textarea
          rows={3}
          {...input}
          id={id}
          className={classes.input}
          aria-describedby={described}
          aria-invalid={error !== undefined || undefined}
        />
      )}
    </Framed>
  );
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** A choice of one; `empty` names the choice of none. */
export function SelectField({
  label,
  note,
  error,
  options,
  empty,
  ...select
}: Around &
  SelectHTMLAttributes<HTMLSelectElement> & { readonly options: readonly FieldOption[]; readonly empty?: string }) {
  return (
    <Framed label={label} note={note} error={error}>
      {({ id, described }) => (
        <select
          {...select}
          id={id}
          className={classes.input}
          aria-describedby={described}
          aria-invalid={error !== undefined || undefined}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}

/** The buttons of a form, the one that sends it first. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
