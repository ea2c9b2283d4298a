/** Every view of the sample, as a route. */
export const HERO = '03105';
export const VIEWS: readonly (readonly [name: string, hash: string])[] = [
  ['overview', '#/overview?year=2024'],
  ['rankings', '#/rankings?year=2024'],
  ['execution', '#/execution?year=2024'],
  ['three-public', '#/three-public?year=2024'],
  ['checks', '#/checks?year=2024'],
  ['rules', '#/rules?year=2024'],
  ['unit', `#/units/${HERO}?year=2024`],
  ['data', '#/data'],
];
export const COLUMNS: Readonly<Record<string, string>> = {
  rankings:
    '年度,名次,单位编码,单位名称,重算总分,重算等级,自评总分,自评等级,分差,预算执行率(%),年初预算完成率(%),可重算比重(%),规则集',
  execution: '年度,单位编码,单位名称,科目,年初预算(万元),调整预算(万元),决算(万元),差额(万元),执行率(%),口径,来源',
  'three-public': '年度,单位编码,单位名称,科目,预算(万元),决算(万元),控制率(%),决算同比(%),口径,来源',
  checks: '年度,单位编码,单位名称,检查项,严重程度,填报值,应为,差额,说明,来源文件,来源行',
  unit: '年度,单位编码,指标序号,指标名称,目标值,完成值,分值,自评得分,重算得分,算式,状态',
};

/** Lines of a saved CSV, cut to the promised columns; fails if bytes or header are not as promised. */
export function promised(view: string, text: string, parse: (csv: string) => string[][]): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error(`${view}: no BOM`);
  if (/[^\r]\n/.test(text) || !text.endsWith('\r\n')) throw new Error(`${view}: lines do not end with CR LF`);
  const [header = [], ...rows] = parse(text);
  const columns = (COLUMNS[view] ?? '').split(',');
  if (header.slice(0, columns.length).join(',') !== columns.join(','))
    throw new Error(`${view}: header is ${header.join(',')}`);
  return rows.map((row) => row.slice(0, columns.length));
}
