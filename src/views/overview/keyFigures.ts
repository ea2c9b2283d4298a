/** The five key figures, with their change against last year in words and their line over the years. */
import type { LocationQueryRaw } from 'vue-router';
import { figureText } from '@/components/figure';
import type { KeyFigure } from '@/components/keyFigure';
import { Exact } from '@/domain/decimal';
import type { SeverityCount } from './findings';
import type { KeyYearRow } from './rows';

type Say = (key: string, named?: Record<string, string>) => string;
type Line = keyof Pick<
  KeyYearRow,
  'expenditure' | 'execution_rate' | 'completion_rate' | 'three_public' | 'recomputed_average'
>;

const size = (exact: Exact): string => figureText(exact.abs().toFixed(2), { minPlaces: 2 });

/** `增长4.37%`: of the units whose last year can be compared; how many, where it is not all of them. */
function growth(rate: string | null, compared: number, all: number, say: Say): string {
  if (rate === null) return '';
  const exact = new Exact(rate);
  const words = exact.isZero()
    ? say('keys.level')
    : say(exact.isNegative() ? 'keys.fell' : 'keys.rose', { by: size(exact) });
  return compared < all ? `${words}${say('keys.compared', { n: figureText(compared) })}` : words;
}

function step(now: string | null, before: string | null, unit: 'pointsOfPercent' | 'points', say: Say): string {
  if (now === null || before === null) return '';
  const by = new Exact(now).minus(before);
  if (by.isZero()) return say('keys.level');
  return say(by.isNegative() ? `keys.${unit}Down` : `keys.${unit}Up`, { by: size(by) });
}

/** One value per calendar year, so that a year without data is a gap in the line. */
export function lineOver(years: readonly KeyYearRow[], key: Line): (string | null)[] {
  const last = years[years.length - 1]?.fiscal_year ?? 0;
  const first = years[0]?.fiscal_year ?? 0;
  const byYear = new Map(years.map((row) => [row.fiscal_year, row[key]]));
  return Array.from({ length: last - first + 1 }, (_, index) => byYear.get(first + index) ?? null);
}

/** `shared`: the filters, which every link takes along. */
export function keyFigures(
  years: readonly KeyYearRow[],
  severities: SeverityCount | null,
  shared: LocationQueryRaw,
  say: Say,
): KeyFigure[] {
  const now = years[years.length - 1];
  if (!now) return [];
  const before = years.find((row) => row.fiscal_year === now.fiscal_year - 1);
  const money = (value: string | null): string => figureText(value, { minPlaces: 2 });
  const spark = (key: Line): { spark?: (string | null)[] } => (years.length > 1 ? { spark: lineOver(years, key) } : {});
  // Without an adjusted budget there is no execution rate; the other ratio is shown under its own name.
  const rateKey = now.execution_rate === null && now.completion_rate !== null ? 'completion_rate' : 'execution_rate';
  const figures: KeyFigure[] = [
    {
      key: 'expenditure',
      label: say('keys.expenditure'),
      note: say('keys.money'),
      value: money(now.expenditure),
      change: growth(now.expenditure_change, now.expenditure_compared, now.expenditure_units, say),
      missing: say('keys.noActual'),
      to: { name: 'execution', query: shared },
      ...spark('expenditure'),
    },
    {
      key: 'rate',
      label: say(`keys.${rateKey}`),
      note: say(`keys.${rateKey}Base`),
      value: money(now[rateKey]),
      unit: '%',
      change: step(now[rateKey], before?.[rateKey] ?? null, 'pointsOfPercent', say),
      missing: say('keys.noRate'),
      to: { name: 'execution', query: shared },
      ...spark(rateKey),
    },
    {
      key: 'threePublic',
      label: say('keys.threePublic'),
      note: say('keys.money'),
      value: money(now.three_public),
      change: growth(now.three_public_change, now.three_public_compared, now.three_public_units, say),
      missing: say('keys.noActual'),
      to: { name: 'three-public', query: shared },
      ...spark('three_public'),
    },
    {
      key: 'average',
      label: say('keys.average'),
      note: now.coverage === null ? '' : say('keys.coverage', { share: figureText(now.coverage, { minPlaces: 2 }) }),
      value: money(now.recomputed_average),
      change: step(now.recomputed_average, before?.recomputed_average ?? null, 'points', say),
      missing: say('keys.noTotal'),
      to: { name: 'rankings', query: shared },
      ...spark('recomputed_average'),
    },
  ];
  if (severities)
    figures.push({
      key: 'findings',
      label: say('keys.findings'),
      note: say('keys.findingsUnit'),
      value: figureText(severities.all),
      to: { name: 'checks', query: { ...shared, year: String(now.fiscal_year) } },
    });
  return figures;
}
