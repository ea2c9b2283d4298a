import { expect, it } from 'vitest';
import { Pipeline } from '@/import/pipeline';

it('what the readers reject has a remedy of its own', () => {
  const files = {
    'f.csv':
      '年度,单位编码,口径,科目,金额,金额单位\n' +
      '20211,1,决算,基本支出,1,元\n2021,,决算,基本支出,1,元\n2021,#,决算,基本支出,1,元\n2021,1,决算,杂项,1,元\n' +
      '2021,1,别的,基本支出,1,元\n2021,1,决算,基本支出,1,角\n2021,1,决算,基本支出,1,\n2021,1,决算,基本支出,1.2.3,元\n' +
      '2021,1,决算,基本支出,1E5,元\n2021,1,决算,基本支出,0.001,元\n2021,1,决算,基本支出,1万元,元\n2021,1,决算,基本支出,1,元,又\n' +
      '2021,1\ufffd,决算,基本支出,1,元\n',
    'i.csv': '年度,单位编码,指标名称,比较符,目标值,分值\n2021,1,办结率,近似,90,10\n2021,1,满意度,≥,90,-1\n',
    'u.csv': '单位编码,单位名称,编制数\n1,甲,-1\n',
    'c.csv': '原单位编码,新单位编码,生效年度\n1,1,2021\n',
  };
  const sources = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { rejects } = new Pipeline().read(sources);
  expect(rejects).toHaveLength(17);
  expect(rejects.filter(({ remedy }) => remedy === '改正后重新导入')).toEqual([]);
});
