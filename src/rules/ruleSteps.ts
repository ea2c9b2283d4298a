/**
 * Step tables, as local self-evaluation forms have them. An indicator whose name is listed is scored from its single achieved value:
 *  - `table`: the first row whose bounds hold gives its points;
 *  - `excess`: full points up to `limit`, then `deduct` points less per `per` above it, never below 0;
 *  - `shortfall`: full points from `limit` on, `deduct` points less per `per` below it, never below 0;
 *  - `faults`: `deduct` points less for each of so many faults, never below 0;
 *  - `proportion`: full points up to `target`, beyond it in proportion, nothing where the sign is another;
 *  - `better`: the better of two of these.
 * What is measured: a percentage, a number, or `last_year`, this year over last year in per cent (资金结余: none, no more
 * than last year, more), which only a quotient, a percentage with its sign or a plain 0 can state: a bare amount is none.
 * Points are out of `full`; a unit that gives the indicator another weight gets the same share of it.
 */
import * as v from 'valibot';
import { fail, number, text } from './ruleFields';

const points = number('分数', 0, 1000, 2);
const bound = v.optional(number('界限', -1e6, 1e6, 2));

const row = v.strictObject(
  { at_least: bound, above: bound, at_most: bound, below: bound, points },
  fail('每行须有 points'),
);
const table = v.strictObject(
  { kind: v.literal('table'), rows: v.pipe(v.array(row), v.minLength(1, '至少要有一行')) },
  fail('须有 rows'),
);
const beyond = {
  limit: number('界限', -1e6, 1e6, 2),
  per: v.pipe(number('每档幅度', 0, 1000, 2), v.gtValue(0, '每档幅度须大于 0')),
  deduct: points,
};
const excess = v.strictObject({ kind: v.literal('excess'), ...beyond }, fail('须有 limit、per、deduct'));
const shortfall = v.strictObject({ kind: v.literal('shortfall'), ...beyond }, fail('须有 limit、per、deduct'));
const faults = v.strictObject({ kind: v.literal('faults'), deduct: points }, fail('须有 deduct'));
const proportion = v.strictObject(
  {
    kind: v.literal('proportion'),
    target: v.pipe(
      number('目标', -1e6, 1e6, 2),
      v.check((value) => value !== 0, '目标不得为 0'),
    ),
  },
  fail('须有 target'),
);
const simple = [table, excess, shortfall, faults, proportion] as const;
const KINDS = 'kind 须为 table、excess、shortfall、faults、proportion 或 better';

const better = v.strictObject(
  {
    kind: v.literal('better'),
    of: v.strictTuple([v.variant('kind', simple, KINDS), v.variant('kind', simple, KINDS)], fail('须恰有两种计法')),
  },
  fail('须有 of'),
);

export const stepSchema = v.strictObject(
  {
    /** The indicator's name and its aliases; blanks, width, brackets and quotes do not count. */
    names: v.pipe(v.array(text('指标名称', 60), fail('须是名称的列表')), v.minLength(1, '至少要有一个名称')),
    measure: v.picklist(['percent', 'number', 'last_year'], '须为 percent、number 或 last_year'),
    full: v.pipe(points, v.gtValue(0, '满分须大于 0')),
    scoring: v.variant('kind', [...simple, better], KINDS),
    source: v.optional(text('依据', 200)),
  },
  fail('须有 names、measure、full、scoring'),
);

export type Step = v.InferOutput<typeof stepSchema>;
export type StepScoring = Step['scoring'];
export type SimpleScoring = Exclude<StepScoring, { kind: 'better' }>;

/** One step table on its own, or null while it is not a whole one. */
export function readStep(data: unknown): Step | null {
  const result = v.safeParse(stepSchema, data);
  return result.success ? result.output : null;
}
