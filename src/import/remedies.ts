/** What to do about a reason: shown beside it in the reject list. */
import { SCIENTIFIC, NOT_A_NUMBER } from '../domain/number';
import { TOO_FINE, UNIT_CONTRADICTS, UNIT_MISSING } from './amounts';
import { MISSING, YEAR_FAULT } from './cells';

const REMEDIES: ReadonlyMap<string, string> = new Map([
  [MISSING, '补上后重新导入'],
  [NOT_A_NUMBER, '改成数字，没有数的留空'],
  [SCIENTIFIC, '在表格软件里把该列设为文本或数值格式，重新录入后再导出'],
  [YEAR_FAULT, '写成四位年份，如 2021'],
  [TOO_FINE, '金额最细到分，四舍五入到分后重新导入'],
  [UNIT_MISSING, '在金额单位列、表头或“单位：”行写明元、千元、万元、百万元或亿元'],
  [UNIT_CONTRADICTS, '去掉金额后面的单位，或把两处单位改成一样'],
  ['金额单位不能识别', '写成元、千元、万元、百万元或亿元'],
  ['科目不能识别', '改成模板里的科目名称'],
  ['口径不能识别', '写成年初预算、调整预算或决算'],
  ['编码不能识别', '写成字母和数字的编码'],
  ['没有单位编码', '补上编码，或写成“编码-名称”'],
  ['比较符不能识别', '写成 ≥、≤、=、>、<，或把文字移到目标值'],
  ['分值为负', '分值应为零或正数'],
  ['不能为负', '改成零或正数'],
  ['有不能解码的字符', '换一种编码重新读，或在原表里改正这些字后再导出'],
  ['这一行的列数多于表头', '看这一行有没有多出来的分隔符；带逗号的内容要用引号括起来'],
  ['新旧编码相同', '改成不同的编码，或删去这一行'],
]);

export const remedyFor = (reason: string): string => REMEDIES.get(reason) ?? '改正后重新导入';
