/** Checks that several fields of a rule set share. Messages say what a field must be; the field's path comes with the issue. */
import * as v from 'valibot';

/** Missing and superfluous fields have no better message of their own. */
export const fail = (reason: string) => (issue: v.BaseIssue<unknown>) =>
  issue.received === 'undefined' ? '缺少此项' : issue.expected === 'never' ? '没有这一项，请删去' : reason;

const decimals = (value: number): number => /\.(\d+)$/.exec(value.toString())?.[1]?.length ?? 0;

export const number = (name: string, low: number, high: number, mostDecimals = 4) =>
  v.pipe(
    v.number(fail(`${name}须是数`)),
    v.finite(`${name}须是有限的数`),
    v.minValue(low, `${name}不得小于 ${String(low)}`),
    v.maxValue(high, `${name}不得大于 ${String(high)}`),
    v.check(
      (value) => !value.toString().includes('e') && decimals(value) <= mostDecimals,
      `${name}至多 ${String(mostDecimals)} 位小数`,
    ),
  );

export const places = (name: string) =>
  v.pipe(
    v.number(fail(`${name}须是整数`)),
    v.integer(`${name}须是整数`),
    v.minValue(0, `${name}须在 0 到 6 之间`),
    v.maxValue(6, `${name}须在 0 到 6 之间`),
  );

/** Part of a weight, 0…1. */
export const share = (name: string) => number(name, 0, 1);

export const text = (name: string, most: number) =>
  v.pipe(
    v.string(fail(`${name}须是文字`)),
    v.trim(),
    v.nonEmpty(`${name}不得为空`),
    v.maxLength(most, `${name}至多 ${String(most)} 字`),
  );
