/** The picture's data: both ends by name, all others as ticks. Figures are set here; positions are pixels' business. */
import { figureText } from '@/components/figure';
import type { GradeScale } from '@/views/grades';
import { pixel } from '@/views/pixel';
import type { EndRow, EndsData } from './endsLayout';
import { bothEnds, medianOf, MEASURE_SPECS, type Placed } from './measures';
import type { Ranking } from './ranking';
import { scaleOf, type Scale } from './scale';

export const figure = (value: string | null): string => figureText(value, { minPlaces: 2 });

function endRow(each: Placed, ranking: Ranking, picked: string | null): EndRow {
  const { beside } = MEASURE_SPECS[ranking.ranked];
  const other = beside === null ? null : each.row[beside];
  return {
    code: each.row.unit_code,
    name: each.row.unit_name ?? each.row.unit_code,
    place: each.place,
    last: ranking.moveOf(each.row).last,
    text: figure(each.value),
    besideText: other === null ? null : figure(other),
    at: pixel(each.value) ?? 0,
    besideAt: pixel(other),
    picked: each.row.unit_code === picked,
  };
}

const isScore = (ranking: Ranking): boolean => ranking.ranked === 'recomputed' || ranking.ranked === 'reported';

export const ceilingOf = (ranking: Ranking): number => (isScore(ranking) ? 100 : Infinity);

function scaleFor(rows: readonly EndRow[], ceiling: number): Scale {
  return scaleOf(
    rows.flatMap((row) => (row.besideAt === null ? [row.at] : [row.at, row.besideAt])),
    { ceiling },
  );
}

/** Edges of grades, between the words of their grades: `中｜良`. */
function gradeEdges(scale: GradeScale, strip: Scale): EndsData['edges'] {
  return scale.flatMap(([at, grade], index) => {
    const below = scale[index + 1]?.[1];
    return at === null || below === undefined || at <= strip.min || at >= strip.max
      ? []
      : [{ at, label: `${below}｜${grade}` }];
  });
}

/** A grade edge nearer than this share of the strip pushes the median's label to the other side. */
const NEAR = 0.11;

function medianSide(at: number, edges: EndsData['edges'], strip: Scale): 'left' | 'center' | 'right' {
  const near = edges.map((edge) => edge.at - at).filter((away) => Math.abs(away) < NEAR * (strip.max - strip.min));
  if (near.some((away) => away >= 0)) return 'left';
  return near.length > 0 ? 'right' : 'center';
}

export function endsOf(
  ranking: Ranking,
  count: number,
  picked: string | null,
  grades: GradeScale,
  medianWords: (value: string) => string,
): EndsData | null {
  if (ranking.placed.length === 0) return null;
  const { first, last } = bothEnds(ranking.placed, count);
  const listed = new Set([...first, ...last].map((each) => each.row.unit_code));
  const ticks = ranking.placed.map((each) => ({ at: pixel(each.value) ?? 0, listed: listed.has(each.row.unit_code) }));
  const ceiling = ceilingOf(ranking);
  const stripScale = scaleOf(
    ticks.map((tick) => tick.at),
    { ceiling },
  );
  const edges = isScore(ranking) ? gradeEdges(grades, stripScale) : [];
  const median = medianOf(ranking.placed.map((each) => each.value));
  const medianMark = (at: number): EndsData['median'] => ({
    at,
    label: medianWords(figure(median)),
    side: medianSide(at, edges, stripScale),
  });
  const firstRows = first.map((each) => endRow(each, ranking, picked));
  const lastRows = last.map((each) => endRow(each, ranking, picked));
  return {
    strip: ticks,
    stripScale,
    edges,
    median: median === null || ranking.placed.length < 3 ? null : medianMark(pixel(median) ?? 0),
    first: firstRows,
    last: lastRows,
    firstScale: scaleFor(firstRows, ceiling),
    lastScale: scaleFor(lastRows, ceiling),
  };
}
