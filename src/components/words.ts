/** Codes behind the words of severity and score state: tables may carry either. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SCORE_STATES = ['computed', 'banded', 'reported', 'manual', 'missing', 'not_applicable'] as const;
export type ScoreState = (typeof SCORE_STATES)[number];

const SEVERITY_WORDS: Readonly<Record<string, Severity>> = { 错误: 'error', 警告: 'warning', 提示: 'note' };
const STATE_WORDS: Readonly<Record<string, ScoreState>> = {
  已重算: 'computed',
  分档核定: 'banded',
  采用自评: 'reported',
  规则无法判定: 'manual',
  缺失: 'missing',
  不适用: 'not_applicable',
};

export const severityOf = (text: string): Severity =>
  SEVERITY_WORDS[text] ?? SEVERITIES.find((entry) => entry === text) ?? 'note';

export const stateOf = (text: string): ScoreState =>
  STATE_WORDS[text] ?? SCORE_STATES.find((entry) => entry === text) ?? 'missing';
