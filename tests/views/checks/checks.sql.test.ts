/** The page's questions on the worked example, through the app's own import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '@/database/engine';
import { commitStage, stage } from '@/database/stage';
import { findingKey } from '@/domain/findingKey';
import { toCsv } from '@/export/csv';
import { Pipeline } from '@/import/pipeline';
import { CHECKS, findingStatements } from '@/rules/findings';
import { RULE_SETS } from '@/rules/ruleSet';
import checksSql from '@/views/checks/checks.sql?raw';
import { EXPORT_COLUMNS, exportRows } from '@/views/checks/exporting';
import { silentChecks, summarise, regionCounts } from '@/views/checks/facets';
import { openFindings, reviewedPlaces, type OpenCount } from '@/views/checks/openFindings';
import openFindingsSql from '@/views/checks/open-findings.sql?raw';
import ledgerSql from '@/views/checks/ledger.sql?raw';
import regionsSql from '@/views/checks/regions.sql?raw';
import { keyOf, toFinding, type FindingRow, type LedgerRow, type RegionRow } from '@/views/checks/rows';
import sourceFileSql from '@/views/checks/source-file.sql?raw';
import { openEngine } from '../../support/engine';
import { deriveAll } from '../../support/scoring';

const FOLDER = join(import.meta.dirname, '../../../sample-data/real');
const UNIT = 'BS2021001';
const ALL = [null, null, null, null, null, 'national-2020'];

function scoreVsRule(rows: readonly FindingRow[]): FindingRow {
  const row = rows.find((each) => each.check_id === 'score_vs_rule');
  if (!row) throw new Error('the worked example has lost its second indicator');
  return row;
}

describe('the checks of the real report', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine();
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
    const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
    await stage(engine, new Pipeline().read(files), { importId: 1 });
    await commitStage(engine);
    await deriveAll(engine, RULE_SETS);
    for (const rule of RULE_SETS) for (const statement of findingStatements(rule)) await engine.run(statement);
  });
  afterAll(() => engine.close());

  it('are saved as promised, with what was said of them behind', async () => {
    const rows = await engine.query<FindingRow>(checksSql, ALL);
    const second = rows.find((row) => row.check_id === 'score_vs_rule');
    const reviews = new Map([
      [second ? findingKey(second) : '', { reviewed: true, note: '=已核对，属四舍五入' }],
      ['of a finding that is gone', { reviewed: true, note: '' }],
    ]);
    const lines = toCsv(EXPORT_COLUMNS, exportRows(rows, reviews)).slice(1).split('\r\n');
    expect(lines[0]).toBe('年度,单位编码,单位名称,检查项,严重程度,填报值,应为,差额,说明,来源文件,来源行,复核,备注');
    const cells = lines.slice(1, -1).map((line) => line.split(','));
    expect(cells.map((row) => [row[0], row[1], row[3], row[4], row[5], row[6], row[7], row[11], row[12]])).toEqual([
      ['2021', UNIT, '收支合计不等', '提示', '4425.80', '4421.20', '4.60', '待复核', ''],
      ['2021', UNIT, '自评总分与得分合计不符', '错误', '99.99', '95.00', '4.99', '待复核', ''],
      ['2021', UNIT, '自评得分与重算得分不符', '警告', '15.00', '14.98', '0.02', '已复核', "'=已核对，属四舍五入"],
      ['2021', UNIT, '自评总分与重算总分不符', '警告', '99.99', '94.98', '5.01', '待复核', ''],
      ['2021', UNIT, '完成值远超目标', '提示', '0.17次', '≤1次', '', '待复核', ''],
      ['2021', UNIT, '资金预决算规模悬殊', '警告', '2.72', '2305.00', '-2302.28', '待复核', ''],
    ]);
    expect(cells.every((row) => row[9] !== '' && /^\d+$/.test(row[10] ?? ''))).toBe(true);
  });

  it('are counted for the rail: all in view but those reviewed', async () => {
    const rows = await engine.query<FindingRow>(checksSql, ALL);
    const key = findingKey(scoreVsRule(rows));
    // Of the same check, year and unit, but another indicator: asked for, and found not to be the one.
    const other = findingKey({ ...scoreVsRule(rows), indicator: '别的指标' });
    const count = async (reviewed: readonly string[], params: readonly (string | number | null)[] = ALL) =>
      openFindings(await engine.query<OpenCount>(openFindingsSql, [...params, reviewedPlaces(reviewed)]), (each) =>
        reviewed.includes(each),
      );
    expect(await count([])).toBe(6);
    expect(await count([key])).toBe(5);
    expect(await count([other])).toBe(6);
    expect(await count([key, other, ...rows.map((row) => findingKey(row))])).toBe(0);
    expect(await count([], [2020, 2020, null, null, null, 'national-2020'])).toBe(0);
    expect(await count([], [2021, 2021, null, null, '没有这个单位', 'national-2020'])).toBe(0);
  });

  it('have the same keys under the other rule set, and each its own', async () => {
    const keys = async (id: string): Promise<string[]> =>
      (await engine.query<FindingRow>(checksSql, [...ALL.slice(0, 5), id])).map(keyOf);
    const national = await keys('national-2020');
    expect(new Set(national).size).toBe(6);
    expect(await keys('ratio-1')).toEqual(national);
  });

  it('name a file that can be looked into', async () => {
    const [finding] = await engine.query<FindingRow>(checksSql, ALL);
    const [file] = await engine.query(sourceFileSql, [finding?.file_name ?? '']);
    expect(typeof file?.file_id).toBe('number');
    expect(await engine.query(sourceFileSql, ['gone.csv'])).toEqual([{ file_id: null }]);
  });

  it('add up in the ledger: each check of the unit-year either fired, passed or had nothing to look at', async () => {
    const ledger = await engine.query<LedgerRow>(ledgerSql, ALL);
    expect(ledger.map((row) => row.check_id)).toEqual(
      CHECKS.filter((check) => check.inLedger).map((check) => check.id),
    );
    expect(ledger.every((row) => row.fired + row.passed + row.unknown === 1)).toBe(true);
    const findings = (await engine.query<FindingRow>(checksSql, ALL)).map(toFinding);
    const { byCheck } = summarise(findings, () => false);
    expect(ledger.filter((row) => row.fired > 0).map((row) => row.check_id)).toEqual([...byCheck.keys()]);
    const silent = silentChecks(ledger);
    expect(silent.passed).toContain('total_vs_parts');
    expect(silent.unknown).toEqual(expect.arrayContaining(['above_adjusted', 'low_execution', 'three_public_up']));
  });

  it('are none outside the filter', async () => {
    for (const params of [
      [2020, 2020, null, null, null, 'national-2020'],
      [null, null, '无此区划', null, null, 'national-2020'],
      [null, null, null, null, '无此单位', 'national-2020'],
    ]) {
      expect(await engine.query(checksSql, params)).toEqual([]);
      expect(await engine.query(ledgerSql, params)).toEqual([]);
    }
  });

  it('are counted by region whatever region is chosen', async () => {
    await engine.run(`UPDATE unit_of_year SET region = '甲区'`);
    const everywhere = await engine.query<RegionRow>(regionsSql, ALL);
    expect(everywhere).toEqual([{ region: '甲区', findings: 6 }]);
    expect(regionCounts(await engine.query<FindingRow>(checksSql, ALL))).toEqual(everywhere);
    expect(await engine.query<RegionRow>(regionsSql, [null, null, '乙区', null, null, 'national-2020'])).toEqual(
      everywhere,
    );
    expect(await engine.query<FindingRow>(checksSql, [null, null, '乙区', null, null, 'national-2020'])).toEqual([]);
  });
});
