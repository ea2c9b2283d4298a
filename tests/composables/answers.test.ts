/** One question, whoever asks it: put once, kept as long as it is about data that stay. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reactive } from 'vue';
import { answersOf, type Answers, type Question } from '@/composables/answers';
import type { Row } from '@/database/engine';

const question = (patch: Partial<Question> = {}): Question => ({
  text: 'SELECT n',
  values: ['a'],
  revision: 1,
  ruleSetId: 'one',
  ...patch,
});

const query = vi.fn<() => Promise<readonly Row[]>>();
const dataset = { busy: null as object | null, revision: 1, query };
let answers: Answers;
beforeEach(() => {
  query.mockReset();
  answers = answersOf({ ...dataset } as never);
});

describe('answers', () => {
  it('are asked for once while they are on their way, and known after that', async () => {
    query.mockResolvedValue([{ n: 1 }]);
    const [first, second] = await Promise.all([answers.ask(question()), answers.ask(question())]);
    expect(first).toBe(second);
    expect(query).toHaveBeenCalledTimes(1);
    expect(answers.known(question())).toBe(first);
    expect(await answers.ask(question())).toBe(first);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('belong to one state of the data, one rule set and its values', async () => {
    query.mockResolvedValue([]);
    await answers.ask(question());
    for (const other of [{ revision: 2 }, { ruleSetId: 'two' }, { values: ['b'] }, { text: 'SELECT m' }]) {
      expect(answers.known(question(other))).toBeUndefined();
    }
  });

  it('that failed are asked for again, also where asking failed at once', async () => {
    query.mockImplementationOnce(() => {
      throw new Error('not started');
    });
    await expect(answers.ask(question())).rejects.toThrow('not started');
    query.mockRejectedValueOnce(new Error('x'));
    await expect(answers.ask(question())).rejects.toThrow('x');
    query.mockResolvedValue([{ n: 2 }]);
    expect(await answers.ask(question())).toEqual([{ n: 2 }]);
  });

  it('given while data are being changed are not kept', async () => {
    answers = answersOf({ ...dataset, busy: {} } as never);
    query.mockResolvedValue([{ n: 1 }]);
    await answers.ask(question());
    expect(answers.known(question())).toBeUndefined();
  });

  it('about data that are no more are not kept, nor those that come after', async () => {
    const changing = reactive({ ...dataset });
    answers = answersOf(changing as never);
    query.mockResolvedValue([{ n: 1 }]);
    await answers.ask(question());
    expect(answers.known(question())).toBeDefined();
    const late = answers.ask(question({ text: 'SELECT late' }));
    changing.revision = 2;
    expect(answers.known(question())).toBeUndefined();
    expect(await late).toEqual([{ n: 1 }]);
    expect(answers.known(question({ text: 'SELECT late' }))).toBeUndefined();
  });
});
