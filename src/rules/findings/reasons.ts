/** Why a rule cannot decide, in English: the Chinese words are those of src/domain/reading and src/rules/scoring. */
const PLAIN: Readonly<Record<string, string>> = {
  目标值不是可计算的数: 'the target is not a number that can be computed with',
  完成值不是可计算的数: 'the achieved value is not a number that can be computed with',
  '完成值为“无”：可能是零，也可能是未填': 'the achieved value is “无”: it may be zero, or not filled in',
  '完成值是界限或区间，必定未达标，但没有确数可算':
    'the achieved value is a bound or range that surely misses, but no exact number to compute with',
  '完成值是界限或区间，达标与否不能确定': 'the achieved value is a bound or range that may or may not reach the target',
  '完成值是界限或区间，所含的值不都得满分':
    'the achieved value is a bound or range, not every value of which gets full weight',
  目标值与完成值的符号或零使比值没有意义:
    'signs or a zero in target and achieved value leave the ratio without meaning',
  '约分后的比值超出精确计算的范围（分子、分母须小于 10 的 22 次方）':
    'the reduced ratio is beyond the exact range (numerator and denominator must be below 10^22)',
  '分子分母之商不大于1，而目标值大于1又无单位，目标值可能是百分数':
    'the quotient is at most 1 while the target is above 1 without a unit: the target may be a percentage',
  '完成值不大于1又无单位，目标值是大于1的百分数，完成值可能是小数形式的百分数':
    'the achieved value is at most 1 without a unit while the target is a percentage above 1: it may be a percentage written as a fraction',
  '目标值不大于1又无单位，完成值是大于1的百分数，目标值可能是小数形式的百分数':
    'the target is at most 1 without a unit while the achieved value is a percentage above 1: the target may be a percentage written as a fraction',
  '比较符为区间，目标值却是单个数': 'the comparator asks for a range, but the target is a single number',
  '完成值有“介于”或“之间”，却是单个数': 'the achieved value says “between”, but is a single number',
  目标值区间两端的计量单位不同: 'the ends of the target’s range have different units of measure',
  完成值区间两端的计量单位不同: 'the ends of the achieved range have different units of measure',
  目标值区间的下限大于上限: 'the target’s range is the wrong way round',
  完成值区间的下限大于上限: 'the achieved range is the wrong way round',
  '分段计分按百分数查表，而完成值不大于1又无单位，可能是小数形式的百分数':
    'the step table asks for a percentage, and the achieved value is at most 1 without a unit: it may be a percentage written as a fraction',
  '分值超出精确计算的范围（须小于 1000000 分）':
    'the weight is beyond the exact range (it must be below 1,000,000 points)',
  '完成值为等次，无自评得分可核': 'the achieved value is a level, and there is no reported score to check',
  支出合计的金额超出精确计算的范围: 'the amounts of total expenditure are beyond the exact range',
  '支出合计的调整预算或决算缺失，或调整预算不为正':
    'the adjusted budget or the actual of total expenditure is missing, or the budget is not above zero',
  '支出合计的年初预算或决算缺失，或年初预算不为正':
    'the initial budget or the actual of total expenditure is missing, or the budget is not above zero',
};

/** With words of the file in them. */
const WITH_WORDS: readonly (readonly [RegExp, (...words: string[]) => string])[] = [
  [
    /^计量单位不同：目标值 (.*)，完成值 (.*)$/su,
    (target, achieved) => `different units of measure: target ${target}, achieved value ${achieved}`,
  ],
  [/^目标值为区间，又有比较符 (.*)$/su, (signs) => `the target is a range and has a comparator ${signs} as well`],
  [
    /^完成值为区间，又有比较符 (.*)$/su,
    (signs) => `the achieved value is a range and has a comparator ${signs} as well`,
  ],
  [/^比较符互相矛盾：(.*)$/su, (signs) => `comparators contradict each other: ${signs}`],
  [/^完成值的比较符互相矛盾：(.*)$/su, (signs) => `comparators of the achieved value contradict each other: ${signs}`],
];

/** A reason without words here stays as it is. */
export function reasonInEnglish(reason: string): string {
  const plain = PLAIN[reason];
  if (plain !== undefined) return plain;
  for (const [shape, say] of WITH_WORDS) {
    const match = shape.exec(reason);
    if (match) return say(...match.slice(1));
  }
  return reason;
}
