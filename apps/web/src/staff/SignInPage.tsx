import type { DemonstrationSignIn } from "@kuultu/domain/staff/staff-view";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { chooseLanguage } from "#locales/translation";
import { useLanguage, useName } from "#locales/use-language";
import { Button } from "#ui/Button";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { languageName } from "#ui/figures";
import { formText } from "#ui/form-text";
import { usePageTitle } from "#ui/page-title";
import { languages } from "@kuultu/domain/language";

import styles from "./SignInPage.module.css";
import { demonstrationSignIns, signInAs, type SignInOutcome, signInWithPassword } from "./sign-in.ts";

export function SignInPage() {
  const { t } = useTranslation(["staff", "app"]);
  const language = useLanguage();
  const { to, ended } = useSearch({ from: "/sign-in" });
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  usePageTitle(t("app:pageTitle", { page: t("signIn") }));
  const enter = async (attempt: Promise<SignInOutcome>, home: string): Promise<void> => {
    setBusy(true);
    const outcome = await attempt;
    if (outcome === "in") return location.assign(to ?? home);
    setBusy(false);
    setRefused(
      outcome === "wrong" ? t("wrong") : t(outcome === "too-many" ? "app:error.tooMany" : "app:error.unreachable"),
    );
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.product}>
          {t("app:product")}
          <span aria-hidden="true">”</span>
        </p>
        <ChoiceMenu
          kind="quiet"
          label={t("app:top.language")}
          value={language}
          position="bottom-end"
          choices={languages.map((each) => ({ value: each, label: languageName(each, each) }))}
          onChange={(next) => void chooseLanguage(next)}
        />
      </header>
      <main className={styles.main}>
        <p className={styles.lead}>{t("lead")}</p>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            void enter(signInWithPassword(formText(form, "email"), formText(form, "password")), "/");
          }}
        >
          <h1 className={styles.title}>{t("signIn")}</h1>
          {ended === true ? <p className={styles.ended}>{t("ended")}</p> : null}
          <label className={styles.field}>
            {t("email")}
            <input name="email" type="email" autoComplete="username" required />
          </label>
          <label className={styles.field}>
            {t("password")}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <p role="alert" className={styles.refused}>
            {refused}
          </p>
          <Button kind="primary" type="submit" disabled={busy}>
            {t("signIn")}
          </Button>
        </form>
        <Demonstration onChoose={({ key, slug }) => void enter(signInAs(key), `/${slug}`)} busy={busy} />
      </main>
    </div>
  );
}

function Demonstration({
  onChoose,
  busy,
}: {
  readonly onChoose: (person: DemonstrationSignIn) => void;
  readonly busy: boolean;
}) {
  const { t } = useTranslation("staff");
  const name = useName();
  const { data: people = [] } = useQuery({
    queryKey: ["demonstration"],
    queryFn: demonstrationSignIns,
    staleTime: Infinity,
    retry: false,
  });
  const roleOf = (person: DemonstrationSignIn): string =>
    person.roles.length > 1 ? t("everything") : person.roles.map((role) => t(`role.${role}`)).join("");
  if (people.length === 0) return null;
  return (
    <section className={styles.demonstration} aria-labelledby="demonstration">
      <h2 id="demonstration" className={styles.title}>
        {t("demonstration")}
      </h2>
      <p>{t("demonstrationLines")}</p>
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <button type="button" className={styles.person} disabled={busy} onClick={() => onChoose(person)}>
              <strong>{roleOf(person)}</strong>
              <span>
                {person.name}, {name(person.organisation)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
