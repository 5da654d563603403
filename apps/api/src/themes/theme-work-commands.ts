import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import { dayIn } from "@kuultu/domain/day";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type {
  addActionSchema,
  addMeasureSchema,
  addMeasurementSchema,
  editActionSchema,
} from "@kuultu/domain/themes/theme-step";
import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";

import {
  changedTexts,
  changedValues,
  changeTheme,
  checkOwner,
  checkRuns,
  dayDate,
  finishChange,
  givenTexts,
  lockTheme,
} from "#themes/theme-change";
import { themeDetail } from "#themes/themes-queries";
import type { Scope } from "#trpc/scope";

/** A piece of work under a theme, planned. `not-found` for an owner who does not work here. */
export function addAction(scope: Scope, input: z.infer<typeof addActionSchema>): Promise<ThemeDetail> {
  return changeTheme(scope, input, async (tx, theme) => {
    const { name, ownerId = null, targetOn = null } = input;
    await checkOwner(tx, ownerId);
    const id = uuidv7();
    await tx.themeAction.create({
      data: { organisationId: tx.organisationId, id, themeId: theme.id, name, ownerId, targetOn: dayDate(targetOn) },
      select: { id: true },
    });
    const values = { themeId: [null, theme.id], ownerId: [null, ownerId], targetOn: [null, targetOn] } as const;
    return { subject: "action", subjectId: id, change: "action.added", values, texts: { name } };
  });
}

/** An action that becomes delivered without a day was delivered today; one that is taken up again has no day. */
export function editAction(scope: Scope, input: z.infer<typeof editActionSchema>): Promise<ThemeDetail> {
  return scope.transaction(async (tx) => {
    const where = { organisationId_id: { organisationId: tx.organisationId, id: input.actionId } };
    const found = await tx.themeAction.findUnique({ where, select: { themeId: true } });
    if (found === null) throw new RuleViolation("not-found");
    const theme = await lockTheme(tx, found.themeId);
    const action = theme.actions.find(({ id }) => id === input.actionId);
    if (action === undefined) throw new RuleViolation("not-found");
    if (action.version !== input.version) throw new RuleViolation("changed-meanwhile", { version: action.version });
    await checkOwner(tx, input.ownerId);
    const { name, status, ownerId, targetOn } = input;
    const implied =
      status === undefined || status === action.status ? undefined : status === "delivered" ? dayIn(scope.now) : null;
    const deliveredOn = input.deliveredOn === undefined ? implied : input.deliveredOn;
    await tx.themeAction.update({
      where,
      data: {
        ...(name === undefined ? {} : { name }),
        ...(status === undefined ? {} : { status }),
        ...(ownerId === undefined ? {} : { ownerId }),
        ...(targetOn === undefined ? {} : { targetOn: dayDate(targetOn) }),
        ...(deliveredOn === undefined ? {} : { deliveredOn: dayDate(deliveredOn) }),
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const named = changedTexts(scope, { name: [action.name, name] });
    const values = { ...changedValues(action, { status, ownerId, targetOn, deliveredOn }), ...named.values };
    await finishChange(tx, scope, theme, {
      subject: "action",
      subjectId: action.id,
      change: "action.edited",
      values,
      texts: named.texts,
    });
    return themeDetail(tx, scope, theme.id);
  });
}

/** A figure that the theme is meant to move. Only who runs the theme adds it: its moves rest on it. */
export function addMeasure(scope: Scope, input: z.infer<typeof addMeasureSchema>): Promise<ThemeDetail> {
  return changeTheme(scope, input, async (tx, theme) => {
    checkRuns(scope, theme);
    const { name, definition, unit, direction, targetValue = null, targetOn = null } = input;
    const id = uuidv7();
    await tx.measure.create({
      data: {
        organisationId: tx.organisationId,
        id,
        themeId: theme.id,
        name,
        definition,
        unit,
        direction,
        targetValue,
        targetOn: dayDate(targetOn),
      },
      select: { id: true },
    });
    const values = {
      themeId: [null, theme.id],
      direction: [null, direction],
      targetValue: [null, targetValue],
      targetOn: [null, targetOn],
    } as const;
    return {
      subject: "measure",
      subjectId: id,
      change: "measure.added",
      values,
      texts: givenTexts({ name, definition, unit }),
    };
  });
}

/** A figure of a measure for a period. It raises the version of the theme, as the theme's moves may depend on it. */
export function addMeasurement(scope: Scope, input: z.infer<typeof addMeasurementSchema>): Promise<ThemeDetail> {
  return scope.transaction(async (tx) => {
    const where = { organisationId_id: { organisationId: tx.organisationId, id: input.measureId } };
    const found = await tx.measure.findUnique({ where, select: { themeId: true } });
    if (found === null) throw new RuleViolation("not-found");
    const theme = await lockTheme(tx, found.themeId);
    checkRuns(scope, theme);
    const { measureId, value, periodStart, periodEnd, complete } = input;
    await tx.measurement.create({
      data: {
        organisationId: tx.organisationId,
        id: uuidv7(),
        measureId,
        value,
        periodStart: dayDate(periodStart),
        periodEnd: dayDate(periodEnd),
        complete,
      },
      select: { id: true },
    });
    const values = {
      value: [null, value],
      periodStart: [null, periodStart],
      periodEnd: [null, periodEnd],
      complete: [null, Number(complete)],
    } as const;
    await finishChange(tx, scope, theme, {
      subject: "measure",
      subjectId: measureId,
      change: "measurement.added",
      values,
    });
    return themeDetail(tx, scope, theme.id);
  });
}
