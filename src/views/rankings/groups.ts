/** Groups of units side by side: by region, or by category where only one region is in view. */
import { Exact } from '@/domain/decimal';
import { pixel } from '@/views/pixel';
import { MOST_GROUPS, type GroupsData } from './groupsPicture';
import { medianOf, type Placed } from './measures';
import { scaleOf } from './scale';

export type GroupBy = 'region' | 'unit_category';

export interface Groups {
  readonly by: GroupBy;
  readonly data: GroupsData;
  /** How far the medians lie apart. */
  readonly apart: string;
  readonly best: string;
  /** Groups beyond these, for want of room. */
  readonly left: number;
}

/** By which they are grouped, and into how many: two or more are worth a picture. */
export function groupingOf(placed: readonly Placed[]): { by: GroupBy; count: number } {
  const countBy = (by: GroupBy): number => new Set(placed.map(({ row }) => row[by])).size;
  const regions = countBy('region');
  return regions > 1 ? { by: 'region', count: regions } : { by: 'unit_category', count: countBy('unit_category') };
}

export function groupsOf(
  placed: readonly Placed[],
  first: 'high' | 'low',
  words: { none: string; format: (value: string) => string },
  ceiling: number,
): Groups | null {
  const { by } = groupingOf(placed);
  const values = new Map<string, string[]>();
  for (const { row, value } of placed) {
    const list = values.get(row[by] ?? '');
    if (list) list.push(value);
    else values.set(row[by] ?? '', [value]);
  }
  if (values.size < 2) return null;
  const turn = first === 'high' ? -1 : 1;
  const sorted = [...values]
    .map(([key, list]) => ({ key, list, median: new Exact(medianOf(list) ?? 0) }))
    .sort((a, b) => turn * a.median.comparedTo(b.median));
  const shown = sorted.slice(0, MOST_GROUPS);
  const groups = shown.map(({ key, list, median }) => ({
    key,
    name: key === '' ? words.none : key,
    count: list.length,
    values: list.map((value) => pixel(value) ?? 0),
    medianAt: pixel(median.toFixed()) ?? 0,
    medianText: words.format(median.toFixed()),
  }));
  const [top, bottom] = [sorted[0], sorted[sorted.length - 1]];
  return {
    by,
    data: {
      groups,
      scale: scaleOf(
        groups.flatMap((group) => group.values),
        { ceiling },
      ),
    },
    apart: top && bottom ? top.median.minus(bottom.median).abs().toFixed() : '0',
    best: groups[0]?.name ?? '',
    left: sorted.length - shown.length,
  };
}
