/** Checks of money by hand: what each fires on, what it passes, and where it has nothing to check. Each case is a unit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { Exact, formatExact } from '@/domain/decimal';
import { dataCheckStatements, findingStatements } from '@/rules/findings';
import { amountsOf, check, found, NATIONAL, outcome, type Ledger } from '../support/findings';
import { openEngine } from '../support/engine';

type Case = readonly [name: string, lines: readonly string[], findings: readonly string[], ledger: Ledger];
const basic = (total: string, ...parts: string[]) => [
  `expenditure.basic f ${total}`,
  ...parts.map((part, i) => `expenditure.basic.${['personnel', 'operating'][i] ?? ''} f ${part}`),
];
const fund = (budget: string, actual: string) => [
  `income.government_fund i ${budget}`,
  `income.government_fund f ${actual}`,
];

const MONEY: Readonly<Record<string, readonly Case[]>> = {
  total_vs_parts: [
    ['beyond 0.01 per part', basic('100', '60', '39.979999'), ['100.00/99.979999/0.020001'], 'fired'],
    ['the limit itself is allowed', basic('100', '60', '39.98'), [], 'passed'],
    ['a part lacks and the parts exceed the total', basic('10', '10.010001'), ['10.00/10.010001/-0.010001'], 'fired'],
    ['a part lacks and the total exceeds the parts', basic('10', '5'), [], 'unknown'],
    ['a part lacks and the total is a little above', basic('10', '9.99'), [], 'unknown'],
    ['a part lacks and nothing is missing', basic('10', '10'), [], 'passed'],
    ['no part', basic('10'), [], 'unknown'],
    [
      'a summed total is not held against itself',
      ['expenditure.basic.personnel f 1', 'expenditure.basic.operating f 2'],
      [],
      'unknown',
    ],
    [
      'a summed part counts',
      ['expenditure.total f 9', 'expenditure.project f 5', 'expenditure.basic.personnel f 3'],
      ['9.00/8.00/1'],
      'fired',
    ],
  ],
  parts_incomplete: [
    ['a part lacks', basic('10', '5'), ['10.00/5.00/5'], 'fired'],
    ['within the limit', basic('10', '9.99'), [], 'passed'],
    ['all parts there', basic('10', '3', '3'), [], 'passed'],
    ['no part', basic('10'), [], 'unknown'],
  ],
  income_vs_expenditure: [
    ['the report of 2021', ['income.total f 4425.80', 'expenditure.total f 4421.20'], ['4425.80/4421.20/4.6'], 'fired'],
    ['the limit itself is allowed', ['income.total f 10.01', 'expenditure.total f 10'], [], 'passed'],
    ['each stage by itself', ['income.total i 5', 'expenditure.total f 4'], [], 'unknown'],
    ['a summed total', ['income.other f 5', 'expenditure.total f 4'], ['5.00/4.00/1'], 'fired'],
  ],
  above_adjusted: [
    ['above', ['expenditure.project a 5', 'expenditure.project f 5.000001'], ['5.000001/5.00/0.000001'], 'fired'],
    ['equal', ['expenditure.project a 5', 'expenditure.project f 5'], [], 'passed'],
    ['no adjusted budget', ['expenditure.project i 5', 'expenditure.project f 6'], [], 'unknown'],
    ['a summed actual is not given', ['expenditure.total a 5', 'expenditure.project f 6'], [], 'unknown'],
    ['income is not asked', ['income.total a 5', 'income.total f 6'], [], 'unknown'],
  ],
  low_execution: [
    ['printed 79.99', ['expenditure.total a 100', 'expenditure.total f 79.994999'], ['79.99/80.00/-0.01'], 'fired'],
    ['printed 80.00', ['expenditure.total a 100', 'expenditure.total f 79.995'], [], 'passed'],
    ['initial budget only', ['expenditure.total i 100', 'expenditure.total f 1'], [], 'unknown'],
    ['summed totals too', ['expenditure.project a 100', 'expenditure.project f 10'], ['10.00/80.00/-70'], 'fired'],
  ],
  fund_shift: [
    ['a thousandth', fund('2305', '2.72'), ['2.72/2305.00/-2302.28'], 'fired'],
    ['five times', fund('1', '5'), ['5.00/1.00/4'], 'fired'],
    ['a fifth', fund('5', '1'), ['1.00/5.00/-4'], 'fired'],
    ['less than five times', fund('1', '4.999999'), [], 'passed'],
    ['more than a fifth', fund('4.999999', '1'), [], 'passed'],
    ['zero against non-zero', fund('0', '0.000001'), ['0.000001/0.00/0.000001'], 'fired'],
    ['non-zero against zero', fund('3', '0'), ['0.00/3.00/-3'], 'fired'],
    ['zero both', fund('0', '0'), [], 'passed'],
    ['a negative budget', fund('-3', '30'), [], 'unknown'],
    [
      'twenty-two digits',
      fund('999999999999999999999', '9999999999999999999999'),
      ['9999999999999999999999.00/999999999999999999999.00/9000000000000000000000'],
      'fired',
    ],
    ['other income is no fund', ['income.other i 1', 'income.other f 50'], [], 'unknown'],
  ],
  three_public_over_budget: [
    ['over', ['three_public.total i 10', 'three_public.total f 11'], ['11.00/10.00/1'], 'fired'],
    [
      'the adjusted budget counts',
      ['three_public.total i 10', 'three_public.total a 12', 'three_public.total f 11'],
      [],
      'passed',
    ],
    ['no budget', ['three_public.total f 11'], [], 'unknown'],
  ],
  three_public_item_over_budget: [
    ['over', ['three_public.reception i 1', 'three_public.reception f 2'], ['2.00/1.00/1'], 'fired'],
    ['equal', ['three_public.reception i 1', 'three_public.reception f 1'], [], 'passed'],
    [
      'a summed vehicle actual is not given',
      ['three_public.vehicle i 1', 'three_public.vehicle_operation f 2'],
      [],
      'unknown',
    ],
  ],
  three_public_up: [
    ['up, also from 0', ['three_public.total f 0 2020', 'three_public.total f 1'], ['1.00/0.00/1'], 'fired'],
    ['not up', ['three_public.total f 1 2020', 'three_public.total f 1'], [], 'passed'],
    ['two years ago does not count', ['three_public.total f 0 2019', 'three_public.total f 1'], [], 'unknown'],
  ],
  three_public_item_up: [
    ['up', ['three_public.overseas f 2 2020', 'three_public.overseas f 3'], ['3.00/2.00/1'], 'fired'],
    ['down', ['three_public.overseas f 4 2020', 'three_public.overseas f 3'], [], 'passed'],
  ],
  magnitude: [
    [
      'against two others',
      ['income.total f 10000', 'income.total i 1', 'income.total f 1.1 2020'],
      ['10000.00/–/–'],
      'fired',
    ],
    ['with one other: on the smaller', ['income.total f 1', 'income.total i 10000'], ['1.00/–/–'], 'fired'],
    ['with one other: the larger passes', ['income.total f 10000', 'income.total i 1 2020'], ['1.00/–/–'], 'passed'],
    [
      'the odd one out is the small one',
      ['income.total f 10000', 'income.total i 1', 'income.total a 9000'],
      ['1.00/–/–'],
      'fired',
    ],
    ['not against every other', ['income.total f 10000', 'income.total i 1', 'income.total a 100'], [], 'passed'],
    ['both ways', ['income.total f 100', 'income.total i 0.01', 'income.total a 1000000'], [], 'passed'],
    [
      'signs are ignored',
      ['income.total f -10000', 'income.total i 1', 'income.total a 1'],
      ['-10000.00/–/–'],
      'fired',
    ],
    ['just below 10^3.5', ['income.total f 3162.277660', 'income.total i 1', 'income.total a 1'], [], 'passed'],
    [
      'just above 10^3.5',
      ['income.total f 3162.277661', 'income.total i 1', 'income.total a 1'],
      ['3162.277661/–/–'],
      'fired',
    ],
    [
      'just below 10^4.5',
      ['income.total f 31622.776601', 'income.total i 1', 'income.total a 1'],
      ['31622.776601/–/–'],
      'fired',
    ],
    ['just above 10^4.5', ['income.total f 31622.776602', 'income.total i 1', 'income.total a 1'], [], 'passed'],
    ['a zero is no other', ['income.total f 10000', 'income.total i 0'], [], 'unknown'],
    ['another unit is no other', ['income.total f 10000', 'income.total f 1 2021 B'], [], 'unknown'],
  ],
};

const unitOf = (checkId: string, name: string): string => `${checkId}: ${name}`;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await check(engine, {
    finance: Object.entries(MONEY).flatMap(([id, cases]) =>
      cases.flatMap(([name, lines]) => amountsOf(unitOf(id, name), lines)),
    ),
  });
}, 180_000);
afterAll(() => engine.close());

describe.each(Object.entries(MONEY))('%s', (checkId, cases) => {
  it.each(cases)('%s', async (name, _lines, findings, ledger) => {
    const unit = unitOf(checkId, name);
    expect(await found(engine, checkId, unit)).toEqual(findings);
    expect(await outcome(engine, checkId, 2021, unit)).toBe(ledger);
  });
});

it('writes amounts exactly, also around the limit of 64 bits and of all digits', async () => {
  const limit = new Exact(10).pow(11);
  const step = new Exact('0.000001');
  const sizes = ['0', '0.1', '100.5', limit.minus(step), limit, limit.plus(step), limit.times(10), '9'.repeat(32)];
  const amounts = sizes.flatMap((size) => [new Exact(size), new Exact(size).negated()]);
  const [row] = await engine.query<{ texts: string }>(
    `SELECT string_agg(amount_text(CAST(amount AS DECIMAL(38,6))), ' ' ORDER BY place) AS texts
     FROM (VALUES ${amounts.map((amount, i) => `(${String(i)}, '${amount.toFixed(6)}')`).join(', ')}) AS t(place, amount)`,
  );
  expect(row?.texts.split(' ')).toEqual(amounts.map(formatExact));
});

it('finds again after a run that broke off and left its tables and views behind', async () => {
  const [name, lines, findings] = MONEY.three_public_up?.[0] ?? ['', [], []];
  const unit = unitOf('three_public_up', name);
  for (const statement of [...dataCheckStatements(), ...findingStatements(NATIONAL)])
    await engine.run(statement.replace(/^DROP .*;$/gm, ''));
  await check(engine, { finance: amountsOf(unit, lines) });
  expect(await found(engine, 'three_public_up', unit)).toEqual(findings);
});
