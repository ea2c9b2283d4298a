import { describe, expect, it } from 'vitest';
import type { Request, SourceFile } from '@/import/protocol';
import { Receiver, Sender } from '@/import/sending';

const file = (name: string, text = name): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const ask = (call: 'inspect' | 'read', ...files: SourceFile[]): Request => ({ id: 1, call, files, answers: {} });

describe('files on their way to the worker', () => {
  it('are sent once for inspect and read, and again after that', () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const [a, b] = [file('a'), file('b')];
    const carried: boolean[][] = [];
    const requests = [ask('inspect', a, b), ask('read', b), ask('read', b), ask('inspect', a), ask('inspect', a, b)];
    for (const request of requests) {
      const message = structuredClone(sender.pack(request));
      carried.push(message.sent.map(({ bytes }) => bytes !== null));
      expect(receiver.unpack(message)).toEqual(request);
    }
    expect(carried).toEqual([[true, true], [false], [true], [true], [false, true]]);
  });

  it('are sent again to another worker', () => {
    const sender = new Sender();
    const a = file('a');
    sender.pack(ask('inspect', a));
    sender.forget();
    expect(new Receiver().unpack(sender.pack(ask('read', a)))).toEqual(ask('read', a));
  });

  it('are never mixed up, even of one name', () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const [one, other] = [file('a', 'one'), file('a', 'other')];
    receiver.unpack(sender.pack(ask('inspect', one)));
    expect(receiver.unpack(sender.pack(ask('read', other)))).toEqual(ask('read', other));
  });

  it('stand with the request where its rows are asked for', () => {
    const request: Request = { id: 1, call: 'rowsAt', file: file('a'), lines: [2], answers: {} };
    expect(new Receiver().unpack(new Sender().pack(request))).toEqual(request);
  });
});
