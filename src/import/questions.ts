/** What an import must ask about one file, and what the answers come to. Without an answer the proposal counts. */
import { ITEMS } from '../domain/items';
import { STAGES } from '../domain/stages';
import { normaliseText } from '../domain/text';
import { CODE_AND_NAME_HEADERS, DATASETS } from './datasets';
import { inWan, moneyUnit, MONEY_UNITS, unitByMagnitude, type MoneyUnit } from './money';
import { styleOf } from './numberStyle';
import { proposedStage, proposedYear } from './period';
import type { FilePlan } from './plan';
import type { Asked } from './gather';
import type { Choice, QuestionEntry } from './protocol';
import type { ColumnEvidence, Survey } from './survey';

export const IGNORE = '-';
const STAGE_CHOICES: Choice[] = STAGES.map(({ code, label }) => ({ value: code, label }));
export const labelOf = (plan: FilePlan, name: string): string =>
  DATASETS[plan.header.kind].find((column) => column.name === name)?.label ?? name;

export function questionsAbout(plan: FilePlan, survey: Survey): Asked[] {
  return [
    ...askPeriod(plan),
    ...askCalendar(plan, survey),
    ...askAmountUnit(plan, survey),
    ...askStyle(plan, survey),
    ...askColumns(plan, survey),
  ];
}

function entryOf(
  plan: FilePlan,
  field: string,
  proposal: string,
  choices: Choice[] = [],
  extra: Partial<QuestionEntry> = {},
): QuestionEntry {
  return { id: `${field}:${plan.name}`, file: plan.name, column: null, proposal, choices, examples: [], ...extra };
}

function askPeriod(plan: FilePlan): Asked[] {
  const asked: Asked[] = [];
  const words = [plan.name.replace(/\.[^.]*$/, ''), plan.title];
  if (plan.header.missing.includes('fiscal_year')) {
    const proposal = words.map(proposedYear).find((year) => year !== null) ?? '';
    asked.push({ kind: 'period', entry: entryOf(plan, 'year', proposal, [], { column: '年度' }) });
  }
  if (plan.header.missing.includes('stage')) {
    const proposal = words.map(proposedStage).find((stage) => stage !== null) ?? '';
    asked.push({ kind: 'period', entry: entryOf(plan, 'stage', proposal, STAGE_CHOICES, { column: '口径' }) });
  }
  return asked;
}

function askCalendar(plan: FilePlan, survey: Survey): Asked[] {
  if (!survey.rocYears) return [];
  const choices = [
    { value: 'yes', label: '是民国纪年，加 1911' },
    { value: 'no', label: '不是，退回这些行' },
  ];
  return [{ kind: 'roc', entry: entryOf(plan, 'roc', 'yes', choices) }];
}

const UNIT_CHOICES: Choice[] = MONEY_UNITS.map((unit) => ({ value: unit, label: unit }));

function askAmountUnit(plan: FilePlan, survey: Survey): Asked[] {
  const { header, lineUnit } = plan;
  if (header.kind !== 'finance') return [];
  const indexes =
    header.amounts.length > 0 ? header.amounts.map(({ index }) => index) : [header.found.get('amount') ?? -1];
  const own = indexes.map((index) => header.units[index] ?? null);
  const declared = own.map((unit) => unit ?? lineUnit);
  const rowUnits = [...survey.rowUnits];
  const nowhere = declared.includes(null) && rowUnits.length === 0 && survey.hasBareAmounts;
  const vague = declared.includes('万') || rowUnits.includes('万');
  const byLine = lineUnit !== null && own.some((unit) => unit !== null && unit !== lineUnit);
  const byColumn = declared.some((unit) => unit !== null && rowUnits.some((row) => row !== unit));
  if (!nowhere && !vague && !byLine && !byColumn) return [];
  const proposal = byColumn
    ? 'column'
    : vague
      ? '万元'
      : byLine
        ? (own.find((unit) => unit !== null) ?? '万元')
        : unitByMagnitude(survey.amounts.map(({ value }) => value));
  const choices = byColumn ? [{ value: 'column', label: '以金额单位列为准' }, ...UNIT_CHOICES] : UNIT_CHOICES;
  return [
    {
      kind: 'amount_unit',
      entry: entryOf(plan, 'unit', proposal, choices, { examples: threeAmounts(survey, proposal) }),
    },
  ];
}

function threeAmounts(survey: Survey, unit: string): string[] {
  const sorted = survey.amounts.filter(({ value }) => !value.isZero()).sort((a, b) => a.value.comparedTo(b.value));
  const picked = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]].filter(
    (each) => each !== undefined,
  );
  const named = moneyUnit(unit) as MoneyUnit | null;
  return [...new Set(picked)].map(({ text, value }) =>
    named ? `${normaliseText(text)} ${unit} = ${inWan(value, named).toFixed()} 万元` : normaliseText(text),
  );
}

function askStyle(plan: FilePlan, survey: Survey): Asked[] {
  if ([...survey.styles.values()].some((evidence) => styleOf(evidence) !== null)) return [];
  const open = [...survey.styles].filter(([, evidence]) => evidence.open > 0);
  return open.map(([index, evidence]) => ({
    kind: 'number_style',
    entry: {
      ...entryOf(plan, `style:${String(index)}`, 'point', [
        { value: 'point', label: '小数点是“.”，千位分隔是“,”' },
        { value: 'comma', label: '小数点是“,”，千位分隔是“.”' },
      ]),
      column: plan.header.titles[index] ?? null,
      examples: evidence.example === null ? [] : [evidence.example],
    },
  }));
}

/** Required columns that can only be told by content. */
function askColumns(plan: FilePlan, survey: Survey): Asked[] {
  const { header } = plan;
  const asked: Asked[] = [];
  for (const name of neededColumns(plan, survey)) {
    const fitting = [...survey.profiles].filter(([index]) => header.unknown.includes(index));
    const best = fitting.find(([, profile]) => fits(name, profile))?.[0];
    const choices = header.unknown.map((index) => ({ value: String(index), label: header.titles[index] ?? '' }));
    const proposal = best === undefined ? '' : String(best);
    if (choices.length > 0) {
      asked.push({
        kind: 'column',
        entry: entryOf(plan, `column:${name}`, proposal, choices, { column: labelOf(plan, name) }),
      });
    }
  }
  for (const index of unknownAmounts(plan, survey)) {
    const choices = [
      { value: IGNORE, label: '不导入这一列' },
      ...(isItemShape(plan) ? ITEMS : STAGES).map(({ code, label }) => ({ value: code, label })),
    ];
    asked.push({
      kind: 'column',
      entry: { ...entryOf(plan, `amounts:${String(index)}`, IGNORE, choices), column: header.titles[index] ?? null },
    });
  }
  return asked;
}

const isItemShape = (plan: FilePlan): boolean => plan.header.amounts.some((column) => column.item !== null);

/** Required columns that no header names and no file name can stand in for. */
export function neededColumns(plan: FilePlan, survey: Survey): string[] {
  return plan.header.missing.filter((name) => {
    if (name === 'fiscal_year' || name === 'stage') return false;
    return !(name === 'unit_code' && codesStandWithNames(plan, survey));
  });
}

function codesStandWithNames(plan: FilePlan, survey: Survey): boolean {
  const index = plan.header.found.get('unit_name') ?? -1;
  const title = normaliseText(plan.header.titles[index] ?? '');
  const profile = survey.profiles.get(index);
  return (
    CODE_AND_NAME_HEADERS.some((header) => title.endsWith(header)) &&
    profile !== undefined &&
    profile.codesWithName * 2 > profile.filled
  );
}

function fits(name: string, profile: ColumnEvidence): boolean {
  const most = (count: number): boolean => profile.filled > 0 && count * 10 >= profile.filled * 8;
  switch (name) {
    case 'amount':
    case 'weight':
      return most(profile.numbers);
    case 'unit_code':
    case 'from_code':
    case 'to_code':
      return most(profile.codes);
    case 'effective_year':
      return most(profile.years);
    case 'item':
      return most(profile.items);
    default:
      return false;
  }
}

/** Columns of a wide file that hold figures under a header that no list has. */
export function unknownAmounts(plan: FilePlan, survey: Survey): number[] {
  if (plan.header.amounts.length === 0) return [];
  return plan.header.unknown.filter((index) => {
    const profile = survey.profiles.get(index);
    const title = normaliseText(plan.header.titles[index] ?? '');
    return (
      profile !== undefined &&
      profile.filled > 0 &&
      profile.numbers * 2 > profile.filled &&
      !/序号|行次|栏次|率|%|比例|比重/.test(title)
    );
  });
}
