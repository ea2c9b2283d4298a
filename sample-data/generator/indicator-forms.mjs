/** How one indicator is written down: target, achievement and the many ways in which offices put them. */
import { plain } from './random.mjs';

const blank = { kind: '定量', comparator: '', target: '', achieved: '', numerator: '', denominator: '', unit: '' };

/** Puts the comparator where this office puts it: in its column, in the cell, or nowhere. */
function target(habit, sign, number, unit) {
  if (habit.form === 1) return { comparator: '', target: `${sign}${number}${unit}` };
  return { comparator: sign, target: number };
}

/** Two places as a rule, fewer where the figure is large. */
const places = (value) => (value >= 1000 ? 0 : value >= 100 ? 1 : 2);

function rateForm(row, { habit, random }) {
  const aim = row.item[4];
  const share = 1 - row.lost / row.weight;
  const reached = row.lost === 0;
  const value = reached ? Math.min(100, aim + random.between(0, (100 - aim) * 0.9)) : aim * share;
  const cells = { ...blank, unit: '%', ...target(habit, '≥', plain(aim, 1), '%') };
  if (habit.form === 2 && random.chance(0.12)) cells.comparator = '';
  if (reached && aim <= 95 && random.chance(0.08)) return { ...cells, achieved: `${Math.ceil(aim)}%以上` };
  // Saved by a spreadsheet as a fraction: no rule can tell 0.96 from 0.96 %.
  if (random.chance(0.004)) return { ...cells, achieved: plain(value / 100, 4) };
  return { ...cells, achieved: `${plain(value, 2)}${habit.form === 0 ? '' : '%'}` };
}

function fullForm(row, { random }) {
  const size = Math.max(8, Math.round(row.item[4] * row.scale));
  const done = row.lost === 0 ? size : Math.min(size - 1, Math.round(size * (1 - row.lost / row.weight)));
  const stated = plain((done / size) * 100, 1);
  return {
    ...blank,
    unit: '%',
    comparator: '=',
    target: '100%',
    achieved: random.chance(0.5) ? '' : `${random.chance(0.03) ? plain(Number(stated) + 0.4, 1) : stated}%`,
    numerator: done,
    denominator: size,
  };
}

function countForm(row, { habit, random }) {
  const [, name, , , size, unit] = row.item;
  const small = size < 10;
  const aim = small ? Math.round(size * row.scale * 10) / 10 : Math.max(5, Math.round((size * row.scale) / 10) * 10);
  let value = aim * (row.lost === 0 ? 1 + random.next() * 0.12 : 1 - row.lost / row.weight);
  if (row.lost === 0 && random.chance(0.05)) value = aim * random.between(1.4, 2.6);
  const cells = { ...blank, unit, ...target(habit, '≥', plain(aim, 1), unit) };
  if (name === '信访积案') {
    const open =
      row.lost === 0 ? Math.round(aim * random.between(0.5, 0.95)) : Math.round(aim / (1 - row.lost / row.weight));
    const left = { ...blank, unit, ...target(habit, '≤', plain(aim, 0), unit) };
    return { ...left, achieved: row.lost === 0 && random.chance(0.15) ? '无' : open };
  }
  if (small) {
    const figure = row.lost === 0 ? Math.ceil(value * 100) / 100 : value;
    if (row.lost === 0 && aim === Math.floor(aim) && random.chance(0.4))
      return { ...cells, achieved: `${aim}${unit[0]}多${unit.slice(1)}` };
    return { ...cells, achieved: `${plain(figure, 2)}${unit}` };
  }
  const figure = row.lost === 0 ? Math.ceil(value) : Math.round(value);
  return { ...cells, achieved: `${figure}${random.chance(0.4) ? unit : ''}` };
}

function costForm(row, { habit, random }) {
  const [, , , , size, unit] = row.item;
  const aim = plain(size * row.scale, places(size));
  const value = row.lost === 0 ? Number(aim) * random.between(0.86, 1) : Number(aim) / (1 - row.lost / row.weight);
  const digits = places(size) + 1;
  return {
    ...blank,
    unit,
    ...target(habit, '≤', aim, unit),
    achieved: plain(row.lost === 0 ? Math.min(value, Number(aim)) : value, digits),
  };
}

function daysForm(row, { habit, random }) {
  const [, , , , size, unit] = row.item;
  const aim = Math.max(2, Math.round(size * Math.min(row.scale, 1.2)));
  const value = row.lost === 0 ? aim * random.between(0.78, 1) : aim / (1 - row.lost / row.weight);
  const late = habit.form === 1 ? { target: `不超过${aim}${unit}` } : target(habit, '≤', String(aim), unit);
  const exact = row.lost === 0 ? Math.floor(value * 10) / 10 : value;
  return { ...blank, unit, ...late, achieved: `${plain(exact, 2)}${random.chance(0.5) ? unit : ''}` };
}

function rangeForm(row, { random }) {
  const [, , , , lo, hi, unit] = row.item;
  const outside = random.chance(0.12);
  return {
    ...blank,
    unit,
    target: `${lo}-${hi}${unit}`,
    achieved: `${plain(outside ? random.between(hi + 0.2, hi + 1.4) : random.between(lo, hi), 1)}${unit}`,
  };
}

function levelForm(row, { random, quality }) {
  const cells = { ...blank, kind: '定性', target: random.pick(['达成', '有效提升', '健全', '逐步改善']) };
  if (quality < -0.9 && random.chance(0.35)) {
    // Half of them give themselves more than the band allows.
    const share = random.pick([0.7, 0.78, 0.8, 0.9, 0.95]);
    return { ...cells, achieved: '部分达成预期指标并具有一定效果', score: Math.round(row.weight * share * 2) / 2 };
  }
  if (random.chance(0.01))
    return { ...cells, achieved: '未完成预期指标且效果较差', score: Math.round(row.weight * 0.4 * 2) / 2 };
  return { ...cells, achieved: random.pick(['达成预期指标', '达成预期指标', '达成年度指标', '已完成']) };
}

function textForm(row, { random }) {
  if (random.chance(0.05))
    return {
      ...blank,
      kind: '定性',
      target: row.item[4],
      achieved: '不适用',
      score: random.chance(0.5) ? '' : row.weight,
    };
  if (random.chance(0.02)) return { ...blank, kind: '定性', target: row.item[4], score: '' };
  return {
    ...blank,
    kind: '定性',
    target: row.item[4],
    achieved: random.pick(['长期坚持', '按要求开展', '持续推进，效果良好']),
  };
}

function executionForm(row, { rate, habit }) {
  const value = plain(Math.round(rate * 10000) / 100, 2);
  return {
    ...blank,
    unit: '%',
    comparator: habit.form === 1 ? '' : '=',
    target: habit.form === 1 ? '等于100%' : '100%',
    achieved: `${value}%`,
  };
}

function easyForm(row, { random }) {
  return { ...blank, unit: '场次', comparator: '≥', target: '2', achieved: random.whole(5, 14) };
}

const FORMS = {
  rate: rateForm,
  full: fullForm,
  count: countForm,
  cost: costForm,
  days: daysForm,
  range: rangeForm,
  level: levelForm,
  text: textForm,
  execution: executionForm,
  easy: easyForm,
  satisfaction: (row, context) => rateForm({ ...row, item: [...row.item.slice(0, 4), 90] }, context),
};

export function writeIndicator(row, context) {
  const [form, name, level1, level2] = row.item;
  return { level1, level2, name, ...FORMS[form](row, context) };
}
