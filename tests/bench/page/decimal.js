/**
 * The same arithmetic with decimal.js: scores half-up at two places, totals by unit; `ms` from four decimals a row that are
 * kept for ever, `fromTexts` from the cells as they are kept.
 */
import Decimal from 'decimal.js';
import Papa from 'papaparse';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const numberOf = (text) => (/^\d+(\.\d+)?%?$/.test(text ?? '') ? new Exact(text.replace('%', '')) : null);

export async function scoreWithDecimal(file) {
  const texts = [];
  await new Promise((done, fail) => {
    Papa.parse(file, {
      header: true,
      step: ({ data }) => {
        texts.push([
          `${data['年度']} ${data['单位编码']}`,
          ...['分值', '自评得分', '目标值', '完成值'].map((name) => data[name]),
        ]);
      },
      complete: done,
      error: fail,
    });
  });
  const start = performance.now();
  const rows = texts.map(([unit, weight, reported, target, achieved]) => ({
    unit,
    weight: numberOf(weight),
    reported: numberOf(reported),
    target: numberOf(target),
    achieved: numberOf(achieved),
  }));
  const made = performance.now();
  const totals = new Map();
  for (const { unit, weight, reported, target, achieved } of rows) {
    let score = reported;
    if (weight && target && achieved && target.gt(0)) {
      score = achieved.gte(target) ? weight : weight.times(achieved).dividedBy(target).toDecimalPlaces(2);
    }
    if (score) totals.set(unit, (totals.get(unit) ?? new Exact(0)).plus(score));
  }
  const end = performance.now();
  return { ms: end - made, fromTexts: end - start, rows: rows.length, units: totals.size };
}
