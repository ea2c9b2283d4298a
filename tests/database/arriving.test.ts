/** Who may ask an engine whose tables are still coming back, and when. */
import { describe, expect, it } from 'vitest';
import { arrivingEngine, namesIn } from '@/database/arriving';
import type { Engine } from '@/database/engine';

/** An engine that notes what it is asked. */
function noting() {
  const asked: string[] = [];
  const note = (what: string): Promise<never[]> => {
    asked.push(what);
    return Promise.resolve([]);
  };
  const engine = {
    run: note,
    query: note,
    registerFile: note,
    dropFile: note,
    readFile: note,
    beside: () => note('beside'),
    close: () => note('close'),
  } as unknown as Engine;
  return { engine, asked };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('an engine whose tables come back', () => {
  it('answers about what is there, and lets the rest wait', async () => {
    const { engine, asked } = noting();
    const arriving = arrivingEngine(engine, ['unit', 'finding', 'outcome']);
    const questions = ['SELECT 1 FROM "Unit" u', 'FROM finding', 'FROM unit JOIN outcome USING (unit_code)'];
    for (const sql of questions) void arriving.engine.query(sql);
    await settle();
    expect(asked).toEqual([]);
    arriving.arrived(['unit']);
    await settle();
    expect(asked).toEqual(questions.slice(0, 1));
    arriving.arrived(['outcome']);
    await settle();
    expect(asked).toEqual([questions[0], questions[2]]);
  });

  it('lets whatever may change something wait for the whole', async () => {
    const { engine, asked } = noting();
    const arriving = arrivingEngine(engine, ['unit']);
    void arriving.engine.run('INSERT INTO other VALUES (1)');
    void arriving.engine.registerFile('a.csv', new Uint8Array(0));
    void arriving.engine.beside();
    arriving.arrived(['unit']);
    await settle();
    expect(asked).toEqual([]);
    arriving.whole();
    await settle();
    expect(asked).toEqual(['INSERT INTO other VALUES (1)', 'a.csv', 'beside']);
  });

  it('refuses whoever waits once it is closed or no good', async () => {
    for (const end of ['close', 'refuse'] as const) {
      const { engine, asked } = noting();
      const arriving = arrivingEngine(engine, ['unit']);
      const waiting = expect(arriving.engine.query('FROM unit')).rejects.toThrow(/closed|spoilt/);
      if (end === 'close') await arriving.engine.close();
      else arriving.refuse(new Error('spoilt'));
      await waiting;
      await expect(arriving.engine.run('DROP TABLE unit')).rejects.toThrow(/closed|spoilt/);
      expect(asked).toEqual(end === 'close' ? ['close'] : []);
    }
  });

  it('takes every word for a name, whatever stands around it', () => {
    expect(namesIn('SELECT f."Amount"::INTEGER -- of unit\nFROM main.finance_line f, name_key(x)')).toEqual(
      expect.arrayContaining(['amount', 'unit', 'finance_line', 'name_key']),
    );
  });
});
