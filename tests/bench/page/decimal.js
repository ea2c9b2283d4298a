/** The same arithmetic with decimal.js: values as it would have them, scores half-up at two places, totals by unit. */
import Decimal from 'decimal.js';
import Papa from 'papaparse';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const numberOf = (text) => (/^\d+(\.\d+)?%?$/.test(text ?? '') ? new Exact(text.replace('%', '')) : null);

export async function scoreWithDecimal(file) {
  const rows = [];
  await new Promise((done, fail) => {
    Papa.parse(file, {
      header: true,
      step: ({ data }) => {
        rows.push({
          unit: `${data['年度']} ${data['单位编码']}`,
          weight: numberOf(data['分值']),
          reported: numberOf(data['自评得分']),
          target: numberOf(data['目标值']),
          achieved: numberOf(data['完成值']),
        });
      },
      complete: done,
      error: fail,
    });
  });
  const start = performance.now();
  const totals = new Map();
  for (const { unit, weight, reported, target, achieved } of rows) {
    let score = reported;
    if (weight && target && achieved && target.gt(0)) {
      score = achieved.gte(target) ? weight : weight.times(achieved).dividedBy(target).toDecimalPlaces(2);
    }
    if (score) totals.set(unit, (totals.get(unit) ?? new Exact(0)).plus(score));
  }
  return { ms: performance.now() - start, rows: rows.length, units: totals.size };
}
