/**
 * One office's indicators and conclusions. The score that the rule will give is aimed at first; targets and
 * achievements follow from it. What the office gives itself is kinder.
 */
import { clamp, plain, randomFrom, toStep } from './random.mjs';
import { COMMON, choicesFor } from './indicator-names.mjs';
import { writeIndicator } from './indicator-forms.mjs';

/** Forms whose score the rule can compute from a shortfall. */
const COMPUTED = new Set(['rate', 'full', 'count', 'cost', 'days', 'satisfaction']);
const GRADE = (total) => (total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差');

function weightsFor(count, random) {
  const weights = Array.from({ length: count }, () => Math.floor(80 / count));
  let left = 80 - weights[0] * count;
  for (let i = 0; left > 0; i = (i + 1) % count, left -= 1) weights[i] += 1;
  for (let swaps = 0; swaps < count; swaps += 1) {
    const [from, to] = [random.whole(0, count - 1), random.whole(0, count - 1)];
    const points = random.pick([1, 2, 2, 0.5]);
    if (weights[from] - points < 3) continue;
    weights[from] -= points;
    weights[to] += points;
  }
  return [10, ...weights, 10];
}

/** The list an office files: it stays over the years, but for a revision in 2022. */
function makeList(unit, random) {
  const { own, shared } = choicesFor(unit.category);
  const count = random.whole(6, 13);
  const ownCount = Math.min(own.length, Math.max(4, Math.round(count * random.between(0.45, 0.65))));
  const body = [...random.shuffle(own).slice(0, ownCount), ...random.shuffle(shared).slice(0, count - ownCount)];
  if (unit.category === '综合政法' && unit.seed % 2 === 0) body[body.length - 1] = COMMON.easy;
  // Each office has its own scale of a target, which it then keeps raising a little.
  const scales = body.map(() => random.between(0.6, 1.3));
  return { items: [COMMON.execution, ...body, COMMON.satisfaction], scales: [1, ...scales, 1] };
}

/** One office whose year went wrong, and whose self-evaluation does not say so. */
const FAILED = { name: '乙区水利局', year: 2024 };

/** Counts and costs miss by far more than rates do. */
const QUANTITIES = new Set(['count', 'cost', 'days']);

/** Spreads the points that are to be lost over a few indicators. */
function spread(loss, candidates, random, failed) {
  const losses = new Map();
  let left = loss;
  for (const candidate of random.shuffle(candidates)) {
    if (left < 0.02) break;
    const share = failed
      ? 0.66
      : QUANTITIES.has(candidate.item[0])
        ? random.between(0.3, 0.62)
        : random.between(0.06, 0.34);
    const most = candidate.weight * share;
    const points = Math.min(left, most);
    losses.set(candidate.index, points);
    left -= points;
  }
  return losses;
}

export function makeScores(unit, accounts) {
  const random = randomFrom(unit.seed + 2);
  const { own, shared } = choicesFor(unit.category);
  const list = makeList(unit, random);
  const habit = { form: random.whole(0, 2), step: random.pick([2, 2, 10, 100, 1]), names: random.chance(0.1) };
  let weights = weightsFor(list.items.length - 2, random);
  let quality = unit.quality;

  return accounts.map(({ year, rate }, yearIndex) => {
    if (year === 2022) {
      const used = new Set(list.items.map((item) => item[1]));
      const fresh = [...own, ...shared].find((item) => !used.has(item[1]));
      if (fresh) list.items[random.whole(1, list.items.length - 2)] = fresh;
      weights = weightsFor(list.items.length - 2, random);
    }
    quality = quality * 0.72 + random.normal() * 0.62;
    let aim = 85.8 + quality * 7.2 + (rate - 0.94) * 38 + yearIndex * 0.3;
    if (aim > 93) aim = 93 + (aim - 93) * 0.42;
    const failed = year === FAILED.year && unit.name === FAILED.name;
    aim = failed ? 56.4 : clamp(aim, 38, 99.1);
    const claim = clamp(93.4 + quality * 2.1 + random.next() * 3.4 + (aim - 86) * 0.16, Math.min(aim + 0.1, 98), 99.9);

    const rows = list.items.map((item, index) => ({
      item,
      index,
      weight: weights[index],
      scale: list.scales[index] * (1 + yearIndex * 0.02),
      lost: 0,
      unverified: 0,
    }));
    const executionLost = rows[0].weight * (1 - Math.min(1, Math.round(rate * 10000) / 10000));
    const unverified = Math.min(100 - claim, random.between(0, 2.4));
    const soft = rows.filter((row) => row.item[0] === 'level' || row.item[0] === 'text');
    for (const row of soft)
      row.unverified = Math.min((unverified * random.between(0.6, 1.4)) / soft.length, row.weight * 0.19);
    const losses = spread(
      Math.max(0, 100 - aim - executionLost - unverified),
      rows.filter((row) => COMPUTED.has(row.item[0])),
      random,
      failed,
    );
    for (const row of rows) row.lost = losses.get(row.index) ?? 0;
    rows[0].lost = executionLost;

    // The office takes off only a part of what the rule would.
    const lostByRule = rows.reduce((sum, row) => sum + row.lost, 0);
    const honesty = clamp((100 - claim - unverified) / (lostByRule || 1), 0, 1);
    const context = { year, rate, random, habit, quality };
    const filed = rows.map((row) => {
      const cells = writeIndicator(row, context);
      const own = clamp(row.weight - row.lost * honesty - row.unverified, 0, row.weight);
      return { ...cells, weight: row.weight, score: cells.score ?? toStep(own, habit.step) };
    });

    if (random.chance(0.012)) filed[filed.length - 1].weight += 5;
    const sum = filed.reduce((total, row) => total + Math.round((row.score === '' ? 0 : row.score) * 1000), 0) / 1000;
    let total = sum;
    if (random.chance(0.14)) total = Math.min(99.99, toStep(sum + random.between(0.3, 4.6), 10));
    const slip = random.chance(0.02);
    const grade = slip ? '良' : random.chance(0.05) && GRADE(total) === '优' ? '优秀' : GRADE(total);
    return { year, indicators: filed, total: plain(total, 3), grade: random.chance(0.02) ? '' : grade };
  });
}
