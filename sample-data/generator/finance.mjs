/** One office's accounts of six years. All amounts are whole 分, so that sums are exact. */
import { clamp, randomFrom } from './random.mjs';
import { YEARS } from './units.mjs';

/** 2019 was filed in 元 to the 分; later years in 万元 to two places, that is in steps of 100 元. */
const STEP = (year) => (year === 2019 ? 1 : 10_000);
const WAN = 1_000_000;

/** Yearly growth of 4.5 %, with a dip in 2020. */
const GROWTH = [1, 0.9996, 1.092025, 1.141166, 1.192519, 1.246182];
const OVERSEAS_PLAN = [1, 0.9, 0.35, 0.2, 0.55, 0.5];
const OVERSEAS_DONE = [0.82, 0.02, 0, 0, 0.66, 0.69];
const OPERATION = [1, 0.97, 0.94, 0.91, 0.89, 0.87];
const RECEPTION = [1, 0.86, 0.74, 0.66, 0.62, 0.57];
const RECEPTION_DONE = [1, 0.46, 0.43, 0.4, 0.66, 0.58];

/** Splits a total by a share; the rest is the other part, so both add up exactly. */
function split(total, share, step) {
  const part = Math.round((total * share) / step) * step;
  return [part, total - part];
}

function expenditure(total, shares, step) {
  const [basic, project] = split(total, shares.basic, step);
  const [personnel, operating] = split(basic, shares.personnel, step);
  return { total, basic, personnel, operating, project };
}

function income(total, shares, step) {
  const fund = Math.round((total * shares.fund) / step) * step;
  const state = Math.round((total * shares.state) / step) * step;
  const other = Math.round((total * shares.other) / step) * step;
  return { total, general: total - fund - state - other, fund, state, other };
}

const threePublicTotal = (part) => part.overseas + part.purchase + part.operation + part.reception;

export function makeAccounts(unit, sizeIn) {
  const random = randomFrom(unit.seed + 1);
  const car = random.next();
  const guests = random.next();
  const shares = { basic: random.between(0.22, 0.55), personnel: random.between(0.76, 0.9) };
  const funded = {
    fund: unit.category === '经济建设' || unit.category === '农林水' ? random.between(0.04, 0.2) : 0,
    state: unit.office === '交通运输局' ? 0.015 : 0,
    other: unit.category === '教科文卫' ? random.between(0.02, 0.12) : 0.004,
  };
  const publicSize = Math.sqrt(unit.base) * 0.34 * random.between(0.8, 1.2);

  return YEARS.map((year, i) => {
    const step = STEP(year);
    const money = (wan) => Math.max(0, Math.round((wan * WAN) / step) * step);
    const initialTotal = money(sizeIn(unit, year) * GROWTH[i] * (1 + random.normal() * 0.035));
    const reserve = random.chance(0.06) ? 0.22 : random.chance(0.05) ? -0.16 : 0;
    const adjustedTotal = money((initialTotal / WAN) * (1.028 + random.normal() * 0.05 + reserve));

    let rate = 0.942 + (0.012 * i) / 5 + unit.pace * 0.022 + random.normal() * 0.022 - (year === 2020 ? 0.028 : 0);
    if (unit.low && i >= 2) rate -= random.between(0.16, 0.32);
    else if (random.chance(0.035)) rate -= random.between(0.12, 0.22);
    rate = clamp(rate, 0.41, 0.9989);
    if (random.chance(0.012)) rate = 1.004 + random.next() * 0.03;
    const actualTotal = money((adjustedTotal / WAN) * rate);

    // Salaries are paid in full; what is not spent is project money.
    const basicPaid = random.between(0.965, 0.999);
    const initial = expenditure(initialTotal, shares, step);
    const adjusted = expenditure(adjustedTotal, { ...shares, basic: (initial.basic / adjustedTotal) * 1.01 }, step);
    const actualBasic = Math.min(Math.round((adjusted.basic * basicPaid) / step) * step, actualTotal);
    const actual = expenditure(
      actualTotal,
      { basic: actualBasic / actualTotal, personnel: shares.personnel + 0.006 },
      step,
    );
    const carried = random.chance(0.1) ? money((actualTotal / WAN) * random.between(0.001, 0.012)) : 0;

    const planned = {
      overseas: unit.base > 5000 ? money(publicSize * 0.34 * OVERSEAS_PLAN[i]) : 0,
      purchase: random.chance(0.09) ? money(random.between(17.9, 21.9)) : 0,
      operation: money(publicSize * 0.82 * OPERATION[i]),
      reception: money(publicSize * 0.55 * RECEPTION[i]),
    };
    const spent = {
      overseas: money((planned.overseas / WAN) * OVERSEAS_DONE[i] * random.between(0.9, 1.06)),
      purchase: planned.purchase ? money((planned.purchase / WAN) * random.between(0.93, 0.99)) : 0,
      operation: money((planned.operation / WAN) * (0.8 + car * 0.13 + random.next() * 0.05)),
      reception: money(
        (planned.reception / WAN) * (0.36 + RECEPTION_DONE[i] * 0.3 + guests * 0.12 + random.next() * 0.03),
      ),
    };
    if (random.chance(0.055)) {
      spent.operation = money(
        (planned.operation / WAN) * random.between(1.09, 1.31) + (planned.reception / WAN) * 0.35,
      );
    }
    planned.total = threePublicTotal(planned);
    spent.total = threePublicTotal(spent);

    return {
      year,
      rate: actualTotal / adjustedTotal,
      stages: {
        initial: { income: income(initialTotal, funded, step), expenditure: initial, threePublic: planned },
        adjusted: {
          income: income(adjustedTotal, funded, step),
          expenditure: adjusted,
          // A third of the offices never adjust these, and leave the cells empty.
          threePublic: unit.seed % 3 === 0 ? null : planned,
        },
        actual: { income: income(actualTotal + carried, funded, step), expenditure: actual, threePublic: spent },
      },
    };
  });
}
