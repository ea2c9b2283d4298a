/** Columns of the ranking table; the CSV has its own, promised ones (columns.ts). */
import type { TableColumn } from '@/components/table';
import type { RankedRow } from './tableRows';

interface Look {
  readonly severalYears: boolean;
  /** Key of the figure that decides the places. */
  readonly strong: string;
  readonly byTotal: boolean;
  readonly hasControl: boolean;
  readonly link: (row: RankedRow) => string;
}

type Say = (key: string) => string;

export function rankingColumns(look: Look, t: Say): TableColumn<RankedRow>[] {
  const tone = (key: string): { tone?: 'strong' } => (key === look.strong ? { tone: 'strong' } : {});
  const rate = (key: string, name: string): TableColumn<RankedRow> => ({
    key,
    label: t(name),
    unit: '%',
    kind: 'rate',
    missing: t('noRate'),
    ...tone(key),
  });
  const columns: TableColumn<RankedRow>[] = [
    { key: 'fiscal_year', label: t('year'), kind: 'integer', grouped: false },
    {
      key: 'place',
      label: t('rank'),
      kind: 'integer',
      tone: 'strong',
      missing: t(look.byTotal ? 'noRank' : 'noPlace'),
    },
    { key: 'last_place', label: t('last'), kind: 'integer', tone: 'muted', missing: t('noLast') },
    { key: 'move', label: t('move'), kind: 'integer' },
    { key: 'unit_code', label: t('code'), tone: 'muted' },
    { key: 'unit_name', label: t('unit'), link: look.link, cut: true, width: '16%' },
    { key: 'region', label: t('region'), cut: true, width: '10%' },
    {
      key: 'recomputed_total',
      label: t('recomputed'),
      kind: 'exact',
      missing: t('noTotal'),
      ...tone('recomputed_total'),
    },
    { key: 'reported_total', label: t('reported'), kind: 'exact', missing: t('noReported'), ...tone('reported_total') },
    {
      key: 'score_gap',
      label: t('gap'),
      kind: 'exact',
      hint: t('gapHint'),
      missing: t('noTotal'),
      ...tone('score_gap'),
    },
    { key: 'recomputed_grade', label: t('grade') },
    rate('coverage', 'coverage'),
    rate('execution_rate', 'execution'),
    rate('completion_rate', 'completion'),
    rate('control_rate', 'control'),
    { key: 'peers', label: t('peers'), kind: 'integer', hint: t('peersHint'), missing: t('noPeers') },
  ];
  return columns.filter(
    ({ key }) => (key !== 'fiscal_year' || look.severalYears) && (key !== 'control_rate' || look.hasControl),
  );
}
