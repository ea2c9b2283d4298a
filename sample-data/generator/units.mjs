/** 120 invented units of an invented city. No real office is meant. */
import { randomFrom } from './random.mjs';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];

const REGIONS = [
  ['市本级', '示例市', 2.4],
  ['甲区', '甲区', 1.2],
  ['乙区', '乙区', 1.0],
  ['丙区', '丙区', 0.85],
  ['丁县', '丁县', 0.7],
  ['戊县', '戊县', 0.55],
];

/** Name, size in 万元 a year, category. */
const OFFICES = [
  ['教育局', 62000, '教科文卫'],
  ['卫生健康局', 31000, '教科文卫'],
  ['文化旅游局', 6200, '教科文卫'],
  ['科学技术局', 3900, '教科文卫'],
  ['民政局', 18400, '社会保障'],
  ['人力资源社会保障局', 14200, '社会保障'],
  ['退役军人事务局', 7600, '社会保障'],
  ['医疗保障局', 5300, '社会保障'],
  ['住房城乡建设局', 26500, '经济建设'],
  ['交通运输局', 22800, '经济建设'],
  ['城市管理局', 17300, '经济建设'],
  ['自然资源局', 11800, '经济建设'],
  ['农业农村局', 15900, '农林水'],
  ['水利局', 12700, '农林水'],
  ['林业局', 6900, '农林水'],
  ['气象服务中心', 1450, '农林水'],
  ['应急管理局', 6400, '综合政法'],
  ['司法局', 4100, '综合政法'],
  ['市场监督管理局', 8700, '综合政法'],
  ['审计局', 1950, '综合政法'],
];

/** Offices that two small counties do not have; the three old codes of renamed offices make it 120 again. */
const ABSENT = new Set(['丁县科学技术局', '戊县科学技术局', '戊县审计局']);

/** Renamed: the old code files until the year before. */
const RENAMED = [
  { to: '甲区文化旅游局', oldName: '甲区文化广电局', oldCode: '02183', year: 2020 },
  { to: '示例市应急管理局', oldName: '示例市安全生产监督局', oldCode: '01197', year: 2021 },
  { to: '乙区民政局', oldName: '乙区民政和社会事务局', oldCode: '03185', year: 2022 },
];

/** Merged into an office that goes on. */
const MERGED = [
  { from: '丙区林业局', to: '丙区自然资源局', year: 2022 },
  { from: '戊县气象服务中心', to: '戊县农业农村局', year: 2023 },
];

/** Offices that spend far too little, from the third year on. */
const LOW_EXECUTORS = new Set([
  '示例市水利局',
  '甲区人力资源社会保障局',
  '乙区民政局',
  '乙区水利局',
  '丙区住房城乡建设局',
  '丙区市场监督管理局',
  '丁县交通运输局',
  '丁县应急管理局',
  '戊县教育局',
  '戊县城市管理局',
  '戊县司法局',
]);

/** Set up in 2020; and one office whose 2021 papers are lost. */
const FOUNDED_2020 = new Set(['示例市医疗保障局', '丙区医疗保障局', '丁县退役军人事务局']);
const GAP = { name: '丁县林业局', year: 2021 };

export function makeUnits(seed) {
  const random = randomFrom(seed);
  const units = [];
  REGIONS.forEach(([region, prefix, factor], regionIndex) => {
    OFFICES.forEach(([office, size, category], officeIndex) => {
      const name = prefix + office;
      const base = size * factor * random.between(0.85, 1.15);
      const quota = Math.round(18 + Math.sqrt(base) * 0.55);
      const staff = Math.round(quota * random.between(0.86, 1.01));
      const quality = random.normal();
      const pace = random.normal();
      if (ABSENT.has(name)) return;
      units.push({
        code: `0${regionIndex + 1}${officeIndex + 101}`,
        name,
        region,
        category,
        office,
        base,
        quota,
        staff,
        quality,
        pace,
        low: LOW_EXECUTORS.has(name),
        seed: seed + units.length * 7919,
      });
    });
  });
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const changes = [
    ...RENAMED.map(({ to, oldCode, year }) => [oldCode, byName.get(to).code, year]),
    ...MERGED.map(({ from, to, year }) => [byName.get(from).code, byName.get(to).code, year]),
  ];
  const former = new Map(RENAMED.map((rename) => [byName.get(rename.to), rename]));
  const merged = new Map(MERGED.map(({ from, year }) => [byName.get(from), year]));
  const swollen = new Map(MERGED.map(({ from, to, year }) => [byName.get(to), { year, base: byName.get(from).base }]));

  /** The code and name under which an office files in a year; null when it files nothing. */
  function filedAs(unit, year) {
    if (FOUNDED_2020.has(unit.name) && year < 2020) return null;
    if (unit.name === GAP.name && year === GAP.year) return null;
    if (year >= (merged.get(unit) ?? Infinity)) return null;
    const rename = former.get(unit);
    if (rename && year < rename.year) return { code: rename.oldCode, name: rename.oldName };
    return { code: unit.code, name: unit.name };
  }
  /** A year's size: an office that took another over is as large as both. */
  function sizeIn(unit, year) {
    const gain = swollen.get(unit);
    return unit.base + (gain && year >= gain.year ? gain.base : 0);
  }

  const rows = units.map((unit) => [unit.code, unit.name, unit.category, unit.region, '', unit.quota, unit.staff]);
  for (const { to, oldCode, oldName } of RENAMED) {
    const unit = byName.get(to);
    rows.push([oldCode, oldName, unit.category, unit.region, '', unit.quota, '']);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { units, rows, changes, filedAs, sizeIn };
}
