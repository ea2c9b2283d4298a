/** 得分从哪里变: which indicators make a unit's total another one, and what rescaling and rounding add to that. */
import { Exact } from '@/domain/decimal';
import { figureText } from '@/components/figure';

/** origins.sql */
export type OriginRow = {
  unit_code: string;
  place: number;
  indicator: string | null;
  left_score: string | null;
  right_score: string | null;
  difference: string;
  /** Of the unit: indicators whose score is another, and by how much they are together. */
  moved_count: number;
  moved_by: string;
};

export interface Origin {
  readonly named: readonly OriginRow[];
  /** Indicators that are not named, and their sum. */
  readonly others: number;
  readonly othersBy: string;
  readonly movedBy: string;
}

export function originsOf(rows: readonly OriginRow[]): ReadonlyMap<string, Origin> {
  const byUnit = new Map<string, OriginRow[]>();
  for (const row of rows) {
    const named = byUnit.get(row.unit_code);
    if (named) named.push(row);
    else byUnit.set(row.unit_code, [row]);
  }
  return new Map(
    [...byUnit].map(([unit, named]): [string, Origin] => {
      const movedBy = named[0]?.moved_by ?? '0';
      const rest = named.reduce((left, row) => left.minus(row.difference), new Exact(movedBy));
      return [unit, { named, others: (named[0]?.moved_count ?? 0) - named.length, othersBy: rest.toFixed(), movedBy }];
    }),
  );
}

export type OriginWord = (key: 'moved' | 'others' | 'scaled', named: Readonly<Record<string, string>>) => string;

const signed = (figure: string): string => figureText(figure, { minPlaces: 2, signed: true });

/**
 * `预算执行率 6.26 → 12.53`, … `其余3项 −0.30`, `折算、取整 +0.01`. `difference`: of the totals; null where one is missing.
 * Empty where no score and no total is another.
 */
export function originWords(origin: Origin | undefined, difference: string | null, word: OriginWord): string[] {
  const named = (origin?.named ?? []).map((row) =>
    word('moved', {
      indicator: row.indicator ?? '',
      left: figureText(row.left_score, { minPlaces: 2 }),
      right: figureText(row.right_score, { minPlaces: 2 }),
    }),
  );
  const others =
    origin && origin.others > 0 ? [word('others', { n: String(origin.others), by: signed(origin.othersBy) })] : [];
  const scaled = difference === null ? null : new Exact(difference).minus(origin?.movedBy ?? 0);
  const rest = scaled === null || scaled.isZero() ? [] : [word('scaled', { by: signed(scaled.toFixed()) })];
  return [...named, ...others, ...rest];
}
