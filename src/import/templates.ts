/** Empty tables with the canonical headers, as offices' spreadsheets open them: UTF-8 with BOM, CRLF. */
import { DATASETS, KIND_LABELS, type Kind } from './datasets';

export interface Template {
  readonly kind: Kind;
  readonly fileName: string;
  readonly text: string;
}

/** 调整指标值 replaces 目标值 where a form has both; a template needs one. 单位名称 helps only people in the conclusions. */
const LEFT_OUT: ReadonlySet<string> = new Set(['indicator.adjusted_target', 'conclusion.unit_name']);

export function templateFor(kind: Kind): Template {
  const headers = DATASETS[kind]
    .filter((column) => !LEFT_OUT.has(`${kind}.${column.name}`))
    .map((column) => column.label);
  return { kind, fileName: `${KIND_LABELS[kind]}_模板.csv`, text: `\uFEFF${headers.join(',')}\r\n` };
}

export const templates = (): Template[] => (Object.keys(DATASETS) as Kind[]).map(templateFor);
