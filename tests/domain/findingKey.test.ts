import { describe, expect, it } from 'vitest';
import { findingKey, type FindingIdentity } from '@/domain/findingKey';

const FINDING: FindingIdentity = {
  check_id: 'score_vs_rule',
  fiscal_year: 2021,
  unit_code: '001',
  item: null,
  stage: null,
  indicator_no: '2',
  indicator: '办件（件）',
  facts: null,
};

describe('the key of a finding', () => {
  it('is this text: reviews that are stored hang on it', () => {
    expect(findingKey(FINDING)).toBe('["score_vs_rule",2021,"001","","","2","办件(件)"]');
  });
  it('is the same where the name differs only by width, brackets or blanks', () => {
    expect(findingKey({ ...FINDING, indicator: '办件 (件)', indicator_no: '２' })).toBe(findingKey(FINDING));
  });
  it('differs in every other part, and no part runs into the next', () => {
    const others: FindingIdentity[] = [
      FINDING,
      { ...FINDING, check_id: 'cannot_decide' },
      { ...FINDING, fiscal_year: 2022 },
      { ...FINDING, unit_code: '1' },
      { ...FINDING, unit_code: null },
      { ...FINDING, item: 'income.total' },
      { ...FINDING, stage: 'actual' },
      { ...FINDING, indicator_no: '21', indicator: '办件' },
      { ...FINDING, indicator_no: '2', indicator: '1办件' },
      { ...FINDING, indicator_no: '', indicator: '2","办件' },
    ];
    expect(new Set(others.map(findingKey)).size).toBe(others.length);
  });
  it('tells two targets of one indicator apart where a finding is about the target', () => {
    const easy = (target: string): FindingIdentity => ({
      ...FINDING,
      check_id: 'trivial_target',
      facts: ['≥1000元', '5', target].join('\u001f'),
    });
    expect(findingKey(easy('≥|money|1000/1|1000/1'))).not.toBe(findingKey(easy('≥|money|500/1|500/1')));
    expect(findingKey({ ...easy('x'), facts: '≥0.1万元\u001f9\u001fx' })).toBe(findingKey(easy('x')));
    expect(findingKey({ ...FINDING, facts: '100' })).toBe(findingKey(FINDING));
  });
});
