/** 口径: the three stages at which an amount is stated. */
export type Stage = 'initial_budget' | 'adjusted_budget' | 'actual';

export interface StageWords {
  readonly code: Stage;
  readonly label: string;
  readonly labelEn: string;
  readonly aliases: readonly string[];
}

export const STAGES: readonly StageWords[] = [
  {
    code: 'initial_budget',
    label: '年初预算',
    labelEn: 'Initial budget',
    aliases: ['预算数', '年初预算数', '部门预算'],
  },
  {
    code: 'adjusted_budget',
    label: '调整预算',
    labelEn: 'Adjusted budget',
    aliases: ['全年预算数', '调整预算数', '调整后的预算', '全年预算'],
  },
  {
    code: 'actual',
    label: '决算',
    labelEn: 'Actual',
    aliases: ['决算数', '执行数', '全年执行数', '实际支出', '预算执行数'],
  },
];
