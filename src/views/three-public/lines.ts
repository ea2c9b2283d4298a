/** What the line picture draws for each measure, and what its tooltip says of a year. */
import { figureText } from '@/components/figure';
import { differenceOf } from '@/domain/ratio';
import type { Bullet } from '@/views/bullet';
import type { Measure } from './choice';
import { controlRate, perHead, type YearTable } from './facts';
import { glyphOf, TOTAL, toneOf, type LineItem } from './items';
import type { Line } from './linesPicture';
import type { TipLine } from './tip';

export function linesOf(
  table: YearTable,
  years: readonly number[],
  measure: Measure,
  nameOf: (item: LineItem) => string,
): Line[] {
  if (measure === 'head') {
    const figures = years.map((year) => {
      const row = table.at(TOTAL, year);
      return row ? perHead(row.staffed_actual, row.staff) : null;
    });
    return [{ item: TOTAL, name: nameOf(TOTAL), actual: figures, budget: [] }];
  }
  const items = measure === 'total' ? [TOTAL] : table.parts(years);
  return items.map((item) => ({
    item,
    name: nameOf(item),
    actual: years.map((year) => table.at(item, year)?.actual ?? null),
    budget: years.map((year) => table.at(item, year)?.budget ?? null),
  }));
}

/** Where there is one year only, there is no line to draw: the items as bullets against their budget. */
export function bulletsOf(table: YearTable, lines: readonly Line[], year: number): Bullet[] {
  return lines.flatMap((line) => {
    const row = table.at(line.item, year);
    if (!row) return [];
    return {
      unit_code: line.item,
      unit_name: line.name,
      initial_budget: null,
      adjusted_budget: null,
      budget: row.budget,
      actual: row.actual,
      gap: differenceOf(row.paired_actual, row.paired_budget),
      rate: controlRate(row),
    };
  });
}

/** Budget, actual and control rate of the year, one row a line; a head count has its one figure. */
export function tipLines(
  table: YearTable,
  lines: readonly Line[],
  year: number,
  index: number,
  measure: Measure,
): TipLine[] {
  return lines.map((line) => {
    const row = table.at(line.item, year);
    const money = (figure: string | null | undefined): string => figureText(figure, { minPlaces: 2 });
    const figures =
      measure === 'head'
        ? [money(line.actual[index])]
        : [money(row?.budget), money(row?.actual), figureText(row ? controlRate(row) : null)];
    return { glyph: glyphOf(line.item), tone: toneOf(line.item), name: line.name, figures };
  });
}
