import { describe, expect, it, vi } from 'vitest';
import { startEngineEarly, takeEngineWorker } from '@/database/engineWorker';

vi.mock('@/database/startWorker', () => ({
  startWorkerUnderPagePolicy: () => {
    throw new Error('no workers here');
  },
}));

describe('the worker of the engine', () => {
  it('that cannot start says so when it is asked for, not before', () => {
    vi.stubGlobal('document', { baseURI: 'http://localhost/' });
    expect(() => startEngineEarly()).not.toThrow();
    expect(() => takeEngineWorker()).toThrow('no workers here');
    vi.unstubAllGlobals();
  });
});
