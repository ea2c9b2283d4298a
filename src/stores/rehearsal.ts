/**
 * The engine compiles each of its functions when that runs for the first time, which takes over a second of the first
 * import. So a tiny import is rehearsed while nothing else goes on: through the very same statements, in a database apart.
 * What comes of it is shown to nobody and thrown away.
 */
import { openApart } from '@/database/apart';
import type { Engine } from '@/database/engine';
import { commitStage, stage, type StageInput } from '@/database/stage';
import type { SourceFile } from '@/import/protocol';
import { RULE_SETS } from '@/rules/ruleSet';
import { deriveDataChecks, deriveFacts, deriveFindings, deriveScores } from './derive';
import { readScope } from './scope';

const INDICATORS = [
  '产出指标,排练完成率,≥,90%,87.5%,7,8,%,10,9.5',
  '成本指标,排练成本,≤,121,119.2,,,万元,10,10',
  '产出指标,排练场次,,800,800,,,场,10,10',
  '效益指标,排练效果,,显著提高,基本达成,,,,10,8',
  // Rejected: so are some rows of almost every file.
  '效益指标,排练满意度,≥,90%,95%,,,%,x,10',
];
const STAGES = ['年初预算', '调整预算', '决算'];
const ITEMS = ['收入合计', '支出合计', '基本支出', '项目支出', '三公经费合计'];

/** What is imported. Two units in two years: first execution is what counts, not how many rows pass. */
export function rehearsalFiles(): SourceFile[] {
  const heads = ['2023,1,合成排练甲', '2023,2,合成排练乙', '2024,1,合成排练甲', '2024,2,合成排练乙'];
  const rows = (name: string, header: string, said: readonly string[]): SourceFile => ({
    name,
    bytes: new TextEncoder().encode(
      [header, ...heads.flatMap((head) => said.map((each) => `${head},${each}`)), ''].join('\n'),
    ),
  });
  return [
    rows(
      '合成-排练-绩效指标.csv',
      '年度,单位编码,单位名称,指标序号,一级指标,指标名称,比较符,目标值,完成值,完成分子,完成分母,计量单位,分值,自评得分',
      INDICATORS.map((each, index) => `${String(index + 1)},${each}`),
    ),
    rows(
      '合成-排练-预算与决算.csv',
      '年度,单位编码,单位名称,口径,科目,金额,金额单位',
      STAGES.flatMap((each) =>
        ITEMS.map((item, index) => `${each},${item},${String(index * 7 + each.length)}.34,万元`),
      ),
    ),
  ];
}

/** `rows`: of `rehearsalFiles`. With the rules there (`loadRules`) it waits for nothing but the engine. */
export async function rehearse(engine: Engine, rows: StageInput, stop: AbortSignal): Promise<void> {
  const apart = await openApart(engine, stop);
  const tell = (): undefined => undefined;
  try {
    await stage(apart.engine, rows, { importId: 1 });
    await commitStage(apart.engine, { digests: rows.files.map(() => '') });
    await deriveFacts(apart.engine, tell);
    await readScope(apart.engine);
    for (const ruleSet of RULE_SETS.slice(0, 1)) {
      await deriveScores(apart.engine, ruleSet, tell, stop);
      await deriveDataChecks(apart.engine, tell, stop);
      await deriveFindings(apart.engine, ruleSet, tell, stop);
    }
  } finally {
    await apart.close();
  }
}
