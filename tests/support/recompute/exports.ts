/** The promised CSV files, line by line, without the header. */
import { Accounts, lastYearActual } from './money';
import { ITEMS, byCodePoint, unitsOf, years, type Facts } from './dataset';
import { figure, num, percent, rate, type Num } from './exact';
import { gradeOf, scoreIndicator, scoreUnit, type RuleSet } from './scoring';

const SOURCE = (summed: boolean): string => (summed ? '由分项合计' : '填报');

export function executionRows(facts: Facts): string[][] {
  return eachUnitYear(facts, (accounts, head) =>
    ITEMS.flatMap(([item]) => {
      const printed = (['年初预算', '调整预算', '决算'] as const).map((stage) => accounts.figure(item, stage));
      if (printed.every((one) => one === null)) return [];
      const [initial, adjusted, actual] = printed;
      const base = accounts.base(item);
      const gap = base && actual ? actual.value.minus(base.value) : null;
      return [
        [
          ...head,
          item,
          figure(initial?.value ?? null),
          figure(adjusted?.value ?? null),
          figure(actual?.value ?? null),
          figure(gap),
          rate(percent(actual?.value ?? null, base?.value ?? null)),
          base?.stage ?? '',
          SOURCE(printed.some((one) => one?.summed)),
        ],
      ];
    }),
  );
}

export function threePublicRows(facts: Facts): string[][] {
  return eachUnitYear(facts, (accounts, head) =>
    ITEMS.filter(([, group]) => group === '三公').flatMap(([item]) => {
      const base = accounts.base(item);
      const actual = accounts.figure(item, '决算');
      if (!base && !actual) return [];
      const last = lastYearActual(facts, accounts.year, accounts.code, item);
      return [
        [
          ...head,
          item,
          figure(base?.value ?? null),
          figure(actual?.value ?? null),
          rate(percent(actual?.value ?? null, base?.value ?? null)),
          rate(percent(actual && last ? actual.value.minus(last) : null, last)),
          base?.stage ?? '',
          SOURCE((base?.summed ?? false) || (actual?.summed ?? false)),
        ],
      ];
    }),
  );
}

function eachUnitYear(facts: Facts, rows: (accounts: Accounts, head: string[]) => string[][]): string[][] {
  return years(facts).flatMap((year) =>
    unitsOf(facts, year).flatMap((code) =>
      rows(new Accounts(facts, year, code), [String(year), code, facts.names.get(code) ?? '']),
    ),
  );
}

export interface Standing {
  code: string;
  total: Num | null;
  coverage: Num | null;
  execution: Num | null;
}

/** Units in their order; those without a total last. */
export function standings(facts: Facts, year: number, rules: RuleSet): Standing[] {
  const all = unitsOf(facts, year).map((code): Standing => {
    const rows = facts.indicators.get(year)?.get(code) ?? [];
    const { total, coverage } = scoreUnit(rows.map((row) => scoreIndicator(row, rules)));
    return { code, total, coverage, execution: new Accounts(facts, year, code).rate('支出合计', '调整预算') };
  });
  const capped = ({ execution }: Standing): Num =>
    execution === null ? num(-1) : execution.gt(100) ? num(100) : execution;
  return all.sort((a, b) => {
    if (a.total === null || b.total === null) return a.total ? -1 : b.total ? 1 : byCodePoint(a.code, b.code);
    return b.total.comparedTo(a.total) || capped(b).comparedTo(capped(a)) || byCodePoint(a.code, b.code);
  });
}

export function rankingRows(facts: Facts, rules: RuleSet): string[][] {
  return years(facts).flatMap((year) => {
    const order = standings(facts, year, rules);
    return order.map(({ code, total, coverage, execution }) => {
      const rank = total === null ? '' : String(order.findIndex((other) => other.total?.eq(total)) + 1);
      const filed = facts.conclusions.get(year)?.get(code);
      const reported = filed?.total ? num(filed.total) : null;
      return [
        String(year),
        rank,
        code,
        facts.names.get(code) ?? '',
        figure(total),
        total === null ? '' : gradeOf(total),
        figure(reported),
        filed?.grade ?? '',
        figure(reported && total ? reported.minus(total) : null),
        rate(execution),
        rate(new Accounts(facts, year, code).rate('支出合计', '年初预算')),
        rate(coverage),
        rules.title,
      ];
    });
  });
}

/** Without 算式, whose wording is not promised: the column before the last. */
export function unitRows(facts: Facts, code: string, rules: RuleSet): string[][] {
  return years(facts).flatMap((year) =>
    (facts.indicators.get(year)?.get(code) ?? [])
      .slice()
      .sort((a, b) => Number(a.指标序号) - Number(b.指标序号))
      .map((row) => {
        const scored = scoreIndicator(row, rules);
        return [
          String(year),
          code,
          row.指标序号 ?? '',
          row.指标名称 ?? '',
          scored.target,
          scored.achieved,
          figure(scored.weight),
          figure(row.自评得分 ? num(row.自评得分) : null),
          figure(scored.score),
          scored.state,
        ];
      }),
  );
}
