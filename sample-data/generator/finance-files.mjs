/** The same meaning in the three shapes that systems export: stage columns (2019), long (2020, three-public), item columns. */
import { toCsv } from './csv.mjs';

const LINES = [
  ['收入合计', (s) => s.income.total],
  ['一般公共预算', (s) => s.income.general],
  ['政府性基金预算', (s) => s.income.fund],
  ['国有资本经营预算', (s) => s.income.state],
  ['其他收入', (s) => s.income.other],
  ['支出合计', (s) => s.expenditure.total],
  ['基本支出', (s) => s.expenditure.basic],
  ['人员经费', (s) => s.expenditure.personnel],
  ['公用经费', (s) => s.expenditure.operating],
  ['项目支出', (s) => s.expenditure.project],
];
const THREE_PUBLIC = [
  ['三公经费合计', (s) => s.threePublic?.total],
  ['因公出国（境）费', (s) => s.threePublic?.overseas],
  ['公务用车购置费', (s) => s.threePublic?.purchase],
  ['公务用车运行维护费', (s) => s.threePublic?.operation],
  ['公务接待费', (s) => s.threePublic?.reception],
];
const STAGES = [
  ['年初预算', 'initial'],
  ['调整预算', 'adjusted'],
  ['决算', 'actual'],
];

/** Whole 分 as 元 or 万元, to the last 分, without a detour over fractions. */
function inYuan(fen) {
  if (fen === null || fen === undefined) return '—';
  const text = String(fen).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
function inWan(fen) {
  if (fen === null || fen === undefined) return '';
  const text = String(fen / 10_000).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** Slips that offices make: a total that does not add up, and 元 typed where 万元 is asked. */
function withSlips(filing, year, line, stage, fen) {
  const [name] = line;
  if (year === 2024 && filing.slip === 'total' && name === '支出合计' && stage === 'actual') return fen + filing.slipBy;
  if (year === 2023 && filing.slip === 'parts' && name === '基本支出' && stage === 'initial')
    return fen + filing.slipBy;
  if (year === 2024 && filing.slip === 'magnitude' && name === '公用经费' && stage === 'initial') return fen * 10_000;
  return fen;
}

function stageColumns(year, filings, lines) {
  const rows = filings.flatMap((filing) =>
    lines.map((line) => [
      year,
      filing.code,
      filing.name,
      line[0],
      ...STAGES.map(([, stage]) => inYuan(line[1](filing.account.stages[stage]))),
      '元',
    ]),
  );
  return toCsv(['年度', '单位编码', '单位名称', '科目', '年初预算', '调整预算', '决算', '金额单位'], rows);
}

function long(year, filings, lines) {
  const rows = filings.flatMap((filing) =>
    STAGES.flatMap(([label, stage]) =>
      lines.flatMap((line) => {
        const fen = line[1](filing.account.stages[stage]);
        return fen === undefined ? [] : [[year, filing.code, filing.name, label, line[0], inWan(fen), '万元']];
      }),
    ),
  );
  return toCsv(['年度', '单位编码', '单位名称', '口径', '科目', '金额', '金额单位'], rows);
}

function itemColumns(year, filings, lines) {
  const rows = STAGES.flatMap(([label, stage]) =>
    filings.map((filing) => [
      year,
      filing.code,
      filing.name,
      label,
      ...lines.map((line) => inWan(withSlips(filing, year, line, stage, line[1](filing.account.stages[stage])))),
      '万元',
    ]),
  );
  return toCsv(['年度', '单位编码', '单位名称', '口径', ...lines.map(([name]) => name), '金额单位'], rows);
}

/** From 2023 on the export leaves this total out: what the app shows is its own sum. */
const SUMMED = new Set(['三公经费合计']);

export function financeFiles(filings) {
  const years = [...new Set(filings.map((filing) => filing.account.year))].sort();
  const files = [];
  for (const year of years) {
    const own = filings.filter((filing) => filing.account.year === year).sort(byCode);
    own.forEach((filing, i) => {
      filing.slip = i % 23 === 5 ? 'total' : i % 37 === 9 ? 'parts' : i % 53 === 18 ? 'magnitude' : '';
      filing.slipBy = (20 + i) * 1_000_000;
    });
    if (year === 2019)
      files.push([`合成示例_预算与决算_${year}.csv`, stageColumns(year, own, [...LINES, ...THREE_PUBLIC])]);
    else if (year === 2020) {
      files.push([`合成示例_预算与决算_${year}.csv`, itemColumns(year, own, LINES)]);
      files.push([`合成示例_三公经费_${year}.csv`, long(year, own, THREE_PUBLIC)]);
    } else {
      const lines = [...LINES, ...THREE_PUBLIC].filter(([name]) => year < 2023 || !SUMMED.has(name));
      files.push([`合成示例_预算与决算_${year}.csv`, itemColumns(year, own, lines)]);
    }
  }
  return files;
}
