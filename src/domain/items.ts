/**
 * The sixteen items (科目) of an account, in the order in which every list prints them.
 * `parts` is the next level below; a total without a figure may be summed from its parts.
 */
export type ItemGroup = 'income' | 'expenditure' | 'three_public';

export interface Item {
  readonly code: ItemCode;
  readonly label: string;
  readonly labelEn: string;
  readonly group: ItemGroup;
  readonly parent: ItemCode | null;
  /** Further names under which files carry this item; matched without spaces, brackets or width. */
  readonly aliases: readonly string[];
}

export type ItemCode =
  | 'income.total'
  | 'income.general_public'
  | 'income.government_fund'
  | 'income.state_capital'
  | 'income.other'
  | 'expenditure.total'
  | 'expenditure.basic'
  | 'expenditure.basic.personnel'
  | 'expenditure.basic.operating'
  | 'expenditure.project'
  | 'three_public.total'
  | 'three_public.overseas'
  | 'three_public.vehicle'
  | 'three_public.vehicle_purchase'
  | 'three_public.vehicle_operation'
  | 'three_public.reception';

function item(code: ItemCode, label: string, labelEn: string, parent: ItemCode | null, aliases: string[] = []): Item {
  return { code, label, labelEn, group: code.split('.')[0] as ItemGroup, parent, aliases };
}

export const ITEMS: readonly Item[] = [
  item('income.total', '收入合计', 'Total income', null, ['本年收入合计', '收入总计']),
  item('income.general_public', '一般公共预算', 'General public budget', 'income.total', [
    '一般公共预算财政拨款',
    '一般公共预算财政拨款收入',
  ]),
  item('income.government_fund', '政府性基金预算', 'Government fund budget', 'income.total', [
    '政府性基金预算财政拨款',
    '政府性基金预算财政拨款收入',
  ]),
  item('income.state_capital', '国有资本经营预算', 'State capital budget', 'income.total', [
    '国有资本经营预算财政拨款',
    '国有资本经营预算财政拨款收入',
  ]),
  item('income.other', '其他收入', 'Other income', 'income.total', [
    '事业收入',
    '经营收入',
    '上级补助收入',
    '附属单位上缴收入',
  ]),
  item('expenditure.total', '支出合计', 'Total expenditure', null, ['本年支出合计', '支出总计']),
  item('expenditure.basic', '基本支出', 'Basic expenditure', 'expenditure.total'),
  item('expenditure.basic.personnel', '人员经费', 'Personnel', 'expenditure.basic'),
  item('expenditure.basic.operating', '公用经费', 'Operating', 'expenditure.basic', ['日常公用经费']),
  item('expenditure.project', '项目支出', 'Project expenditure', 'expenditure.total'),
  item('three_public.total', '三公经费合计', 'Three public expenses', null, ['三公经费']),
  item('three_public.overseas', '因公出国（境）费', 'Overseas travel', 'three_public.total', ['因公出国(境)费用']),
  item('three_public.vehicle', '公务用车购置及运行维护费', 'Official vehicles', 'three_public.total', [
    '公务用车购置及运行费',
  ]),
  item('three_public.vehicle_purchase', '公务用车购置费', 'Vehicle purchase', 'three_public.vehicle'),
  item('three_public.vehicle_operation', '公务用车运行维护费', 'Vehicle operation', 'three_public.vehicle', [
    '公务用车运行费',
  ]),
  item('three_public.reception', '公务接待费', 'Official reception', 'three_public.total', ['公务招待费']),
];

export const ITEM_BY_CODE: ReadonlyMap<string, Item> = new Map(ITEMS.map((entry) => [entry.code, entry]));
