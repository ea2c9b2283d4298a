/**
 * Writes `synthetic/`: a made city of 120 invented offices over six years. `npm run sample` writes it anew, byte for
 * byte the same; a test holds the files to this. Name a folder to write elsewhere.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { toCsv } from './generator/csv.mjs';
import { financeFiles } from './generator/finance-files.mjs';
import { makeAccounts } from './generator/finance.mjs';
import { makeScores } from './generator/indicators.mjs';
import { randomFrom } from './generator/random.mjs';
import { YEARS, makeUnits } from './generator/units.mjs';

const SEED = 20241;
/** The share of offices that had begun to evaluate themselves. */
const EVALUATING = { 2019: 0.78, 2020: 0.88, 2021: 0.95, 2022: 0.985, 2023: 1, 2024: 0.98 };

const INDICATOR_HEADER =
  '年度,单位编码,单位名称,指标序号,一级指标,二级指标,指标名称,指标性质,比较符,目标值,完成值,完成分子,完成分母,计量单位,分值,自评得分'.split(
    ',',
  );

/** All files by name, as text. */
export function generateSample() {
  const { units, rows, changes, filedAs, sizeIn } = makeUnits(SEED);
  const filings = [];
  const indicatorRows = new Map(YEARS.map((year) => [year, []]));
  const conclusions = [];
  for (const unit of units) {
    const random = randomFrom(unit.seed + 3);
    const accounts = makeAccounts(unit, sizeIn);
    const scores = makeScores(unit, accounts);
    YEARS.forEach((year, i) => {
      const evaluates = random.chance(EVALUATING[year]);
      const concludes = random.chance(0.99);
      const filed = filedAs(unit, year);
      if (!filed) return;
      filings.push({ ...filed, unit, account: accounts[i] });
      if (!evaluates) return;
      const { indicators, total, grade } = scores[i];
      indicators.forEach((row, index) => {
        indicatorRows
          .get(year)
          .push([
            year,
            filed.code,
            filed.name,
            index + 1,
            row.level1,
            row.level2,
            row.name,
            row.kind,
            row.comparator,
            row.target,
            row.achieved,
            row.numerator,
            row.denominator,
            row.unit,
            row.weight,
            row.score,
          ]);
      });
      if (concludes) conclusions.push([year, filed.code, total, grade]);
    });
  }
  const byYearAndCode = (a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
  const files = new Map();
  files.set(
    '合成示例_单位表.csv',
    toCsv(['单位编码', '单位名称', '单位类别', '所属区划', '主管部门', '编制数', '在职人数'], rows),
  );
  for (const [name, text] of financeFiles(filings)) files.set(name, text);
  for (const year of YEARS) {
    files.set(`合成示例_绩效指标_${year}.csv`, toCsv(INDICATOR_HEADER, indicatorRows.get(year).sort(byYearAndCode)));
  }
  files.set(
    '合成示例_自评结论.csv',
    toCsv(['年度', '单位编码', '自评总分', '自评等级'], conclusions.sort(byYearAndCode)),
  );
  files.set('合成示例_单位沿革.csv', toCsv(['原单位编码', '新单位编码', '生效年度'], changes));
  return files;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), 'synthetic');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generateSample()) writeFileSync(join(folder, name), text);
}
