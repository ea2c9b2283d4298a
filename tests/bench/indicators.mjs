/**
 * Indicators of a synthetic unit-year: mostly percentages and counts of modest variety, some quotients, level words and
 * texts; a small share of what real files also hold (no comparator, scores that do not follow, cells that are rejected).
 */
const SUBJECTS = [
  '政务服务', '乡村道路养护', '义务教育', '基层医疗', '就业培训', '安全检查', '环境监测', '档案整理', '公共文化', '河道治理',
  '社会救助', '信息系统运维', '执法巡查', '招商引资', '耕地保护', '困境儿童关爱', '养老服务', '食品抽检', '法治宣传', '人才引进',
]; // prettier-ignore
const RATES = ['完成率', '合格率', '覆盖率', '及时率'];
const COUNTS = [
  ['场次', '场'],
  ['项目数', '个'],
  ['受益人次', '人次'],
];
const TEXTS = ['已按计划推进并形成长效机制', '全年未发生重大责任事故，群众反映良好', '持续改善，成效明显'];

/** Ten kinds of measure for each subject: 200 names. */
const POOL = SUBJECTS.flatMap((subject) => [
  ...RATES.map((rate) => ({ name: subject + rate, form: 'rate', level1: '产出指标' })),
  ...COUNTS.map(([word, unit]) => ({ name: subject + word, form: 'count', unit, level1: '产出指标' })),
  { name: `${subject}成本`, form: 'cost', unit: '万元', level1: '成本指标' },
  { name: `${subject}社会效益`, form: 'level', level1: '效益指标' },
  { name: `${subject}满意度`, form: 'quotient', level1: '满意度指标' },
]);

export const PER_UNIT = 30;
/** Thirty weights that add up to 100. */
const WEIGHTS = Array.from({ length: PER_UNIT }, (_, index) => (index % 3 === 0 ? 4 : 3));

const tenth = (value) => String(Math.round(value * 10) / 10);

/** A number that reaches its target in most cases, misses it a little in some, and rarely goes far beyond. */
function outcome(random, target) {
  const luck = random.next();
  if (luck < 0.55) return target;
  if (luck < 0.8) return target * (1 + random.next() * 0.05);
  if (luck < 0.98) return target * (0.9 + random.next() * 0.1);
  return target * (1.3 + random.next());
}

function measured(random, indicator) {
  switch (indicator.form) {
    case 'rate': {
      const target = random.pick([80, 85, 90, 92, 95, 98, 100]);
      const achieved = Math.min(outcome(random, target), 100);
      const inCell = random.chance(0.5);
      const sign = inCell ? '%' : '';
      return {
        comparator: '≥',
        target: `${target}${sign}`,
        achieved: `${tenth(achieved)}${sign}`,
        unit: '%',
        r: achieved / target,
      };
    }
    case 'count': {
      const target = random.between(1, 40) * random.pick([1, 5, 10, 50]);
      const achieved = Math.round(outcome(random, target));
      return {
        comparator: '≥',
        target: String(target),
        achieved: String(achieved),
        unit: indicator.unit,
        r: achieved / target,
      };
    }
    case 'cost': {
      const target = random.between(10, 400);
      const achieved = Math.round(outcome(random, target) * 10) / 10;
      return {
        comparator: '≤',
        target: String(target),
        achieved: String(achieved),
        unit: indicator.unit,
        r: achieved === 0 ? 1 : target / achieved,
      };
    }
    case 'quotient': {
      const whole = random.between(200, 4000);
      const part = Math.round(whole * (0.86 + random.next() * 0.14));
      const percent = tenth((part / whole) * 100);
      return {
        comparator: '≥',
        target: '95%',
        achieved: `${percent}%`,
        part: String(part),
        whole: String(whole),
        r: part / whole / 0.95,
      };
    }
    default: {
      if (random.chance(0.25)) return { target: '逐步提升', achieved: random.pick(TEXTS), r: 1 };
      const word = random.pick(['达成预期指标', '达成预期指标', '达成预期指标', '部分达成预期指标']);
      return { target: '逐步提升', achieved: word, r: word.startsWith('部分') ? 0.7 : 1 };
    }
  }
}

/** Cells that the importer must reject, or that only a check finds. */
function spoil(random, row) {
  if (random.chance(0.0006)) row.weight = random.pick(['-3', '12.3.4', '', '5%']);
  else if (random.chance(0.0004)) row.achieved = random.pick(['#N/A', '1.2E+05', '12.3.4']);
  else if (random.chance(0.0005)) row.achieved = `"${random.pick(TEXTS)},\n详见附件"`;
  if (random.chance(0.06)) row.comparator = '';
  if (random.chance(0.03)) row.reported_score = random.pick([row.weight, String(Number(row.weight) + 1), '2.5', '']);
}

export const INDICATOR_HEADER =
  '年度,单位编码,单位名称,指标序号,一级指标,指标名称,比较符,目标值,完成值,完成分子,完成分母,计量单位,分值,自评得分';

/** The lines of one unit-year, and what its reported scores add up to. */
export function indicatorLines(random, unit, year) {
  const lines = [];
  let hundredths = 0;
  for (let index = 0; index < PER_UNIT; index += 1) {
    const indicator = POOL[(unit.offset + index * 7) % POOL.length];
    const found = measured(random, indicator);
    const weight = WEIGHTS[index];
    const score = Math.round(Math.min(1, found.r) * weight * 100) / 100;
    const row = {
      comparator: found.comparator ?? '',
      achieved: found.achieved,
      weight: String(weight),
      reported_score: String(score),
    };
    spoil(random, row);
    hundredths += Math.round(Number(row.reported_score) * 100);
    const place = `${year},${unit.code},${unit.name},${index + 1},${indicator.level1},${indicator.name}`;
    lines.push(
      `${place},${row.comparator},${found.target},${row.achieved},${found.part ?? ''},${found.whole ?? ''},${found.unit ?? ''},${row.weight},${row.reported_score}`,
    );
  }
  return { lines, total: String(hundredths / 100) };
}
