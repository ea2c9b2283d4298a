/** The measures as a table for reading: what was measured, what it is held against, and the ratio. */
const LINES = [
  ['拖入两个文件 → 第一张排名画出', 'ranking', [['Perspective 载入指标文件', 'perspective', 1], ['原生 DuckDB 读两个文件', 'native', 4]]],
  ['其中：到导入报告', 'imported', []],
  ['其中：到核查发现也算完', 'settled', []],
  ['重新打开工作区 → 第一张排名画出', 'reopened', [['导入', 'ranking', 0.6]]],
  ['换规则集重算 → 排名画出', 'rescored', [['同一浏览器里的裸 SQL', 'bareScoring', 2], ['decimal.js', 'decimal', 0.2], ['decimal.js 从字起', 'decimalFromTexts', 0.2]]],
  ['其中：到图和核查发现也好了', 'rescoredAll', []],
  ['改一个参数 → 名次跟上（等键的 0.4 s 除外）', 'whatIf', [['同样的语句单独跑', 'whatIfSql', 2]]],
  ['改参数：同样的语句单独跑', 'whatIfSql', []],
  ['改参数时页面最久不应答', 'whatIfBlock', []],
  ['取消试算 → 停下', 'whatIfCancel', []],
  ['首次绘制', 'firstPaint', []],
  ['可以使用（首次）', 'appReady', [['引擎单独启动', 'bareStart', 1.3]]],
  ['可以使用（再次）', 'appReadyAgain', []],
  ['duckdb-wasm 单独读两个文件', 'wasmBoth', []],
  ['PapaParse 单独读指标文件', 'papa', []],
  ['Arquero 7 读指标文件', 'arquero', []],
  ['Perspective 读指标文件', 'perspective', []],
  ['原生 DuckDB 读两个文件', 'native', []],
  ['裸 SQL 计分', 'bareScoring', []],
  ['decimal.js 计分', 'decimal', []],
  ['decimal.js 计分，从格子的字起', 'decimalFromTexts', []],
]; // prettier-ignore

const MEGABYTES = [
  ['内存峰值：导入', 'peakMemory'],
  ['内存峰值：使用', 'peakMemoryInUse'],
  ['内存峰值：五倍', 'peakMemory5'],
];

const CLICKS = {
  filter: '筛选区划',
  year: '换年度',
  sort: '排序',
  unit: '打开单位页（指着 0.2 s 再点）',
  unitAtOnce: '打开单位页（名单一出来就点）',
  overview: '总览',
  execution: '预算执行',
  'three-public': '三公经费',
  checks: '核查',
};

export function report({ factor, runs, machine, counts, measures }, told) {
  const lines = [
    `规模：P × ${factor}（指标 ${(960_000 * factor).toLocaleString('en')} 行），每项 ${runs} 次；${machine.cpus} 核 ${machine.model ?? ''}，负载 ${machine.loadBefore[0].toFixed(1)} → ${machine.loadAfter[0].toFixed(1)}`,
  ];
  if (counts) lines.push(`导入 ${counts.imported} 行，退回 ${counts.rejected} 行、${counts.cells} 格`);
  lines.push('', '| 项目 | 中位数（最小–最大） | 比 | 目标 |', '|---|---|---|---|');
  for (const [label, name, against] of LINES) {
    const found = measures[name];
    if (!found) continue;
    const ratios = against.filter(([, other]) => measures[other]);
    const ratio = ratios.map(([what, other]) => `${(found.median / measures[other].median).toFixed(2)} × ${what}`);
    lines.push(
      `| ${label} | ${told(found)} | ${ratio.join('；')} | ${ratios.map(([, , aim]) => `≤ ${aim}`).join('；')} |`,
    );
  }
  for (const [label, name] of MEGABYTES) {
    const found = measures[name];
    if (!found) continue;
    const aim = name === 'peakMemory5' ? '' : '≤ 1500 MB';
    lines.push(`| ${label} | ${found.median} MB（${found.min}–${found.max}，${found.runs} 次） | | ${aim} |`);
  }
  if (measures.scriptKilobytes)
    lines.push(`| 首次绘制前的脚本（gzip） | ${measures.scriptKilobytes.median.toFixed(0)} kB | | ≤ 250 kB |`);
  for (const size of ['click', 'click5']) {
    for (const [kind, label] of Object.entries(CLICKS)) {
      const found = measures[`${size}.${kind}`];
      if (!found) continue;
      const all = measures[`${size}.${kind}.all`];
      const pictures = all ? `；图和核查数也画完 p95 ${all.p95.toFixed(0)} ms，中位 ${all.median.toFixed(0)} ms` : '';
      lines.push(
        `| 点击 → 字与表画出：${label}${size === 'click5' ? '（五倍）' : ''} | p95 ${found.p95.toFixed(0)} ms，中位 ${found.median.toFixed(0)} ms（${found.runs} 次）${pictures} | | ≤ ${size === 'click5' ? 200 : 100} ms |`,
      );
    }
  }
  if (measures.ranking5 && measures.ranking) {
    const ratio = measures.ranking5.median / 5 / measures.ranking.median;
    lines.push(`| 五倍规模的导入，每行 | ${told(measures.ranking5)} | ${ratio.toFixed(2)} × P 的每行 | ≤ 1.2 |`);
    if (measures.settled5) lines.push(`| 其中：到核查发现也算完 | ${told(measures.settled5)} | | |`);
  }
  return lines.join('\n');
}
