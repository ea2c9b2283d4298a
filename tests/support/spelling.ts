/** The words of the field and the ways in which files spell them and their numbers. */
export const YEARS = ['2019', '2020', '2021'];
export const CODES = ['001', 'A02', '０３03', '="0004"'];
export const PLAIN_CODES = ['001', 'A02', '0303', '0004'];
export const ITEMS = [
  ['income.total', '收入合计', '本年收入合计', ' 收 入 合 计'],
  ['income.general_public', '一般公共预算', '一般公共预算财政拨款收入'],
  ['expenditure.basic', '基本支出', '其中：基本支出'],
  ['expenditure.project', '项目支出', 'Expenditure.Project'],
  ['three_public.overseas', '因公出国（境）费', '因公出国(境)费用', '因公出国【境】费'],
  ['three_public.total', '“三公”经费', '"三公"经费', '三公经费合计'],
];
export const STAGES = [
  ['initial_budget', '年初预算', '年初预算数', '预算数'],
  ['adjusted_budget', '调整预算', '全年预算数', '调整后的预算'],
  ['actual', '决算', '决算数', '全年执行数'],
];
/** Digits behind the point of 分 in each unit of money. */
export const UNITS: readonly (readonly [string, number])[] = [
  ['元', 2],
  ['千元', 5],
  ['万元', 6],
  ['百万元', 8],
  ['亿元', 10],
];

export const pick = <T>(from: readonly T[], choice: number): T => from[choice % from.length] as T;
export const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** A whole number of 10^-places, exactly. */
export function decimal(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return `${digits < 0n ? '-' : ''}${plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain}`;
}

/** A number as people write it. */
export function spelt(plain: string, choice: number): string {
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const tail = fraction === undefined ? '' : `.${fraction}`;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + tail;
  const body = pick(
    [whole + tail, grouped, wide(grouped), grouped.replaceAll(',', '\u00a0'), ` ${whole}${tail} `],
    choice,
  );
  if (!plain.startsWith('-')) return body;
  return pick([`-${body.trim()}`, `(${body.trim()})`, `−${body.trim()}`, `（${body.trim()}）`], choice >> 3);
}

export const yearCell = (year: string, choice: number): string =>
  pick([year, `${year}年`, `${year}年度`, wide(year), ` ${year} `], choice);
