/** What to do about a reason: shown beside it in the reject list. */
import { SCIENTIFIC, NOT_A_NUMBER } from '../domain/number';
import { MISSING, YEAR_FAULT } from './cells';

const REMEDIES: ReadonlyMap<string, string> = new Map([
  [MISSING, '补上后重新导入'],
  [NOT_A_NUMBER, '改成数字，没有数的留空'],
  [SCIENTIFIC, '在表格软件里把该列设为文本或数值格式，重新录入后再导出'],
  [YEAR_FAULT, '写成四位年份，如 2021'],
  ['金额细于 0.01 元', '金额最细到分'],
  ['分值为负', '分值应为零或正数'],
]);

export const remedyFor = (reason: string): string => REMEDIES.get(reason) ?? '改正后重新导入';
