/**
 * What an import moved: totals under one rule set and amounts, as they stood before the merge and as they stand after it.
 * Exact decimals throughout; what had no figure before or has none after is counted apart and is no difference.
 */
import { Exact } from '@/domain/decimal';
import type { Engine } from '@/database/engine';
import type { EffectEntry, Move } from '@/workspace/journal';

type Measured = Pick<EffectEntry, 'totals' | 'amounts'>;

const STAGES = ['initial_budget', 'adjusted_budget', 'actual'] as const;

const TOTALS = `
SELECT fiscal_year, unit_code, NULL::VARCHAR AS item, recomputed_total AS figure FROM unit_score WHERE rule_set_id = $1`;
const AMOUNTS = STAGES.map(
  (stage) =>
    `SELECT fiscal_year, unit_code, item, '${stage}' AS stage, ${stage} AS figure FROM finance_given WHERE ${stage} IS NOT NULL`,
).join(' UNION ALL ');

/** The figures as they stand: what `measure` compares with. */
export async function noteBefore(engine: Engine, ruleSetId: string): Promise<void> {
  await forgetBefore(engine);
  await engine.run(
    'CREATE TEMP TABLE before_total (fiscal_year INTEGER, unit_code VARCHAR, item VARCHAR, figure DECIMAL(38,16))',
  );
  await engine.query(`INSERT INTO before_total ${TOTALS}`, [ruleSetId]);
  await engine.run(`CREATE TEMP TABLE before_amount AS ${AMOUNTS}`);
}

export async function forgetBefore(engine: Engine): Promise<void> {
  await engine.run('DROP TABLE IF EXISTS before_total; DROP TABLE IF EXISTS before_amount');
}

type MoveRow = {
  fiscal_year: number;
  unit_code: string;
  unit_name: string | null;
  item: string | null;
  before_figure: string;
  after_figure: string;
  delta: string;
  moved: number;
};

/** By window, not by LIMIT: the engine loses the row of a top-1 over a NULL column joined to another table. */
const largest = (compared: string): string => `
WITH moved AS (
  SELECT *, after_figure - before_figure AS delta FROM (${compared}) WHERE before_figure <> after_figure
),
ranked AS (
  SELECT *, count(*) OVER () AS moved, row_number() OVER (ORDER BY abs(delta) DESC, fiscal_year DESC, unit_code, item) AS place
  FROM moved
)
SELECT m.fiscal_year, m.unit_code, u.unit_name, m.item, m.before_figure, m.after_figure, m.delta, m.moved::INTEGER AS moved
FROM ranked m LEFT JOIN unit_year u ON u.fiscal_year = m.fiscal_year AND u.unit_code = m.unit_code
WHERE m.place = 1`;

const plain = (decimal: string): string => new Exact(decimal).toFixed();

function moveOf(row: MoveRow): Move {
  return {
    fiscalYear: row.fiscal_year,
    unitCode: row.unit_code,
    unitName: row.unit_name ?? '',
    item: row.item,
    before: plain(row.before_figure),
    after: plain(row.after_figure),
    delta: plain(row.delta),
  };
}

/** After the scores of the new data are there. */
export async function measure(engine: Engine, ruleSetId: string): Promise<Measured> {
  const [total] = await engine.query<MoveRow>(
    largest(`
      SELECT a.fiscal_year, a.unit_code, a.item, b.figure AS before_figure, a.figure AS after_figure
      FROM (${TOTALS}) a JOIN before_total b ON b.fiscal_year = a.fiscal_year AND b.unit_code = a.unit_code`),
    [ruleSetId],
  );
  const [counts] = await engine.query<{ appeared: number; gone: number }>(
    `WITH now AS (${TOTALS})
     SELECT (SELECT count(*) FROM now a WHERE figure IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM before_total b WHERE b.figure IS NOT NULL AND b.fiscal_year = a.fiscal_year AND b.unit_code = a.unit_code
             ))::INTEGER AS appeared,
            (SELECT count(*) FROM before_total b WHERE figure IS NOT NULL AND NOT EXISTS (
               SELECT 1 FROM now a WHERE a.figure IS NOT NULL AND b.fiscal_year = a.fiscal_year AND b.unit_code = a.unit_code
             ))::INTEGER AS gone`,
    [ruleSetId],
  );
  const [amount] = await engine.query<MoveRow>(
    largest(`
      SELECT a.fiscal_year, a.unit_code, a.item, b.figure AS before_figure, a.figure AS after_figure
      FROM (${AMOUNTS}) a JOIN before_amount b USING (fiscal_year, unit_code, item, stage)`),
  );
  return {
    totals: {
      moved: total?.moved ?? 0,
      appeared: counts?.appeared ?? 0,
      gone: counts?.gone ?? 0,
      largest: total ? moveOf(total) : null,
    },
    amounts: { moved: amount?.moved ?? 0, largest: amount ? moveOf(amount) : null },
  };
}
