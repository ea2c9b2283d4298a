/**
 * Synthetic files of the size of a province, the same for the same seed.
 *
 *   node tests/bench/generate.mjs <folder> [--factor 1] [--encoding utf-8|gb18030] [--seed 13]
 *
 * Factor 1: 40 districts × 80 units × 10 years = 32,000 unit-years, 960,000 rows of indicators, 384,000 of finance.
 */
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gb18030Encoder } from './gb18030.mjs';
import { INDICATOR_HEADER, indicatorLines } from './indicators.mjs';
import { seeded } from './random.mjs';

const UNITS = 80;
const YEARS = Array.from({ length: 10 }, (_, index) => 2015 + index);
const BUREAUX = ['办公室', '教育局', '民政局', '财政局', '水务局', '住建委', '农业局', '文旅委'];
const CATEGORIES = ['政府工作部门', '事业单位', '乡镇街道', '群团组织'];

export const FILES = {
  indicator: '合成-绩效指标.csv',
  finance: '合成-预算与决算.csv',
  unit: '合成-单位表.csv',
  conclusion: '合成-自评结论.csv',
};

/** Bytes of one file, written as they come; `write` waits while the disk is behind. */
function openFile(path, encode) {
  const stream = createWriteStream(path);
  return {
    write: async (text) => {
      if (!stream.write(encode(text))) await once(stream, 'drain');
    },
    end: async () => {
      stream.end();
      await once(stream, 'close');
    },
  };
}

function* unitsOf(factor) {
  const districts = Math.max(1, Math.round(40 * factor));
  for (let district = 1; district <= districts; district += 1) {
    const region = `合成${String(district).padStart(3, '0')}区`;
    for (let index = 1; index <= UNITS; index += 1) {
      yield {
        region,
        code: String(district).padStart(4, '0') + String(index).padStart(3, '0'),
        name: `${region}${BUREAUX[index % BUREAUX.length]}${Math.ceil(index / BUREAUX.length)}`,
        category: CATEGORIES[index % CATEGORIES.length],
        staff: 12 + ((district * 7 + index * 13) % 90),
        // Neighbours share many indicators, so that groups of the same target exist.
        offset: (index * 3) % 200,
      };
    }
  }
}

const yuan = (cents) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Twelve lines: totals by stage, and the parts of the final account; now and then parts that do not add up. */
function financeLines(random, unit, year) {
  const initial = random.between(20_000, 900_000);
  const adjusted = Math.round(initial * (0.95 + random.next() * 0.2));
  const actual = Math.round(adjusted * (random.chance(0.04) ? 0.5 + random.next() * 0.3 : 0.85 + random.next() * 0.15));
  const basic = Math.round(actual * (0.3 + random.next() * 0.4));
  const project = actual - basic + (random.chance(0.01) ? 5000 : 0);
  const publicBudget = random.between(300, 4000);
  const vehicle = Math.round(publicBudget * random.next() * 0.6);
  const reception = Math.round(publicBudget * random.next() * (random.chance(0.05) ? 0.9 : 0.35));
  const scale = random.chance(0.0005) ? 10_000 : 1;
  return [
    ['年初预算', '收入合计', initial],
    ['年初预算', '支出合计', initial],
    ['年初预算', '三公经费合计', publicBudget],
    ['调整预算', '支出合计', adjusted],
    ['调整预算', '三公经费合计', publicBudget],
    ['决算', '收入合计', actual + (random.chance(0.03) ? 1200 : 0)],
    ['决算', '支出合计', actual * scale],
    ['决算', '基本支出', basic],
    ['决算', '项目支出', project],
    ['决算', '三公经费合计', vehicle + reception],
    ['决算', '公务用车运行费', vehicle],
    ['决算', '公务接待费', reception],
  ].map(([stage, item, cents]) => {
    const amount = random.chance(0.0005) ? '1.2E+05' : yuan(cents);
    return `${year},${unit.code},${unit.name},${stage},${item},${amount},万元`;
  });
}

function gradeOf(total) {
  const value = Number(total);
  if (value >= 90) return '优';
  return value >= 80 ? '良' : value >= 60 ? '中' : '差';
}

/** Writes the four files and tells their names. */
export async function generate(folder, { factor = 1, encoding = 'utf-8', seed = 13 } = {}) {
  mkdirSync(folder, { recursive: true });
  const encode = encoding === 'gb18030' ? gb18030Encoder() : (text) => Buffer.from(text, 'utf8');
  const mark = encoding === 'gb18030' ? '' : '\ufeff';
  const file = (kind) => openFile(join(folder, FILES[kind]), encode);
  const [indicators, finance, units, conclusions] = ['indicator', 'finance', 'unit', 'conclusion'].map(file);
  await indicators.write(`${mark}${INDICATOR_HEADER}\r\n`);
  await finance.write(`${mark}年度,单位编码,单位名称,口径,科目,金额,金额单位\r\n`);
  await units.write(`${mark}单位编码,单位名称,单位类别,所属区划,主管部门,编制数,在职人数\r\n`);
  await conclusions.write(`${mark}年度,单位编码,自评总分,自评等级\r\n`);
  for (const unit of unitsOf(factor)) {
    await units.write(`${unit.code},${unit.name},${unit.category},${unit.region},,${unit.staff},${unit.staff - 2}\r\n`);
  }
  for (const year of YEARS) {
    const random = seeded(seed * 10_000 + year);
    for (const unit of unitsOf(factor)) {
      const { lines, total } = indicatorLines(random, unit, year);
      await indicators.write(`${lines.join('\r\n')}\r\n`);
      await finance.write(`${financeLines(random, unit, year).join('\r\n')}\r\n`);
      const reported = random.chance(0.02) ? String(Math.round(Number(total)) + 1) : total;
      await conclusions.write(`${year},${unit.code},${reported},${gradeOf(reported)}\r\n`);
    }
  }
  await Promise.all([indicators, finance, units, conclusions].map((each) => each.end()));
  return Object.fromEntries(Object.entries(FILES).map(([kind, name]) => [kind, join(folder, name)]));
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      factor: { type: 'string', default: '1' },
      encoding: { type: 'string', default: 'utf-8' },
      seed: { type: 'string', default: '13' },
    },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('which folder? node tests/bench/generate.mjs <folder>');
  const paths = await generate(folder, {
    factor: Number(values.factor),
    encoding: values.encoding,
    seed: Number(values.seed),
  });
  console.log(Object.values(paths).join('\n'));
}
