import type { StaffRow } from "@kuultu/domain/staff/staff-view";
import type { TeamView } from "@kuultu/domain/staff/team";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { CheckList } from "#ui/CheckList";
import { FormActions, TextField } from "#ui/Field";
import box from "../../ui/form-box.module.css";

import { useSaveTeam } from "../use-teams.ts";

/** A new team, or one that is changed. */
export function TeamForm(props: {
  readonly team?: TeamView;
  readonly people: readonly StaffRow[];
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}) {
  const { team } = props;
  const { t } = useTranslation(["settings", "app"]);
  const errorWords = useErrorWords();
  const [name, setName] = useState(team?.name ?? "");
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.members.map(({ id }) => id) ?? []);
  const [active, setActive] = useState(team?.active ?? true);
  const [asked, setAsked] = useState(false);
  const given = name.trim();
  const { add, edit } = useSaveTeam(() => props.onSaved(given));
  const error = add.error ?? edit.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (given === "") return;
    const values = { name: given, memberIds: [...memberIds] };
    if (team === undefined) add.mutate(values);
    else edit.mutate({ ...values, teamId: team.id, version: team.version, active });
  };
  return (
    <form
      className={box.form}
      onSubmit={submit}
      noValidate
      aria-label={team === undefined ? t("teams.add") : t("edit", { name: team.name })}
    >
      <TextField
        label={t("teams.name")}
        value={name}
        maxLength={100}
        autoFocus
        error={asked && given === "" ? t("teams.nameMissing") : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <CheckList
        legend={t("teams.members")}
        options={props.people.map((person) => ({ value: person.id, label: person.name }))}
        chosen={memberIds}
        onChange={setMemberIds}
      />
      {team === undefined ? null : (
        <CheckList
          legend={t("teams.use")}
          options={[{ value: "active", label: t("teams.active") }]}
          chosen={active ? ["active"] : []}
          onChange={(chosen) => setActive(chosen.length > 0)}
        />
      )}
      {error === null ? null : <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={add.isPending || edit.isPending}>
          {t("app:save")}
        </Button>
        <Button onClick={props.onClose}>{t("app:cancel")}</Button>
      </FormActions>
    </form>
  );
}
