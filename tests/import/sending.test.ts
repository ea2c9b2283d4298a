import { describe, expect, it } from 'vitest';
import type { Request, SourceFile } from '@/import/protocol';
import { Receiver, Sender } from '@/import/sending';

const file = (name: string, text = name): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const ask = (call: 'inspect' | 'read', ...files: SourceFile[]): Request => ({ id: 1, call, files, answers: {} });

describe('files on their way to the worker', () => {
  it('are sent once for inspect and read, and again after that', async () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const [a, b] = [file('a'), file('b')];
    const carried: boolean[][] = [];
    const requests = [ask('inspect', a, b), ask('read', b), ask('read', b), ask('inspect', a), ask('inspect', a, b)];
    for (const request of requests) {
      const message = structuredClone(sender.pack(request));
      carried.push(message.sent.map(({ bytes }) => bytes !== null));
      expect(await receiver.unpack(message)).toEqual(request);
    }
    expect(carried).toEqual([[true, true], [false], [true], [true], [false, true]]);
  });

  it('are sent again to another worker', async () => {
    const sender = new Sender();
    const a = file('a');
    sender.pack(ask('inspect', a));
    sender.forget();
    expect(await new Receiver().unpack(sender.pack(ask('read', a)))).toEqual(ask('read', a));
  });

  it('are never mixed up, even of one name', async () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const [one, other] = [file('a', 'one'), file('a', 'other')];
    await receiver.unpack(sender.pack(ask('inspect', one)));
    expect(await receiver.unpack(sender.pack(ask('read', other)))).toEqual(ask('read', other));
  });

  it('are read by the worker that was given them to hold', async () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const [a, b] = [file('a'), file('b')];
    const blob = new Blob([a.bytes as Uint8Array<ArrayBuffer>]);
    receiver.hold(sender.hold([blob]));
    const message = sender.pack(ask('inspect', { ...a, blob }, b));
    expect(message.sent.map(({ bytes }) => bytes !== null)).toEqual([false, true]);
    expect(await receiver.unpack(message)).toEqual(ask('inspect', a, b));
    // Of another drop nothing is there.
    expect(sender.pack(ask('inspect', a)).sent.map(({ bytes }) => bytes !== null)).toEqual([true]);
  });

  it('are missed where they could not be read', async () => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const blob = Object.assign(new Blob(['a']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    receiver.hold(sender.hold([blob]));
    await expect(receiver.unpack(sender.pack(ask('inspect', { ...file('a'), blob })))).rejects.toThrow('gone');
  });

  it.each(['bb', 'abc'])('are refused where the worker has read "%s" and the page "ab"', async (text) => {
    const [sender, receiver] = [new Sender(), new Receiver()];
    const blob = new Blob([text]);
    receiver.hold(sender.hold([blob]));
    const message = sender.pack(ask('inspect', { ...file('甲.csv', 'ab'), blob }));
    await expect(receiver.unpack(message)).rejects.toThrow('文件“甲.csv”在读取时被改动');
  });

  it('stand with the request where its rows are asked for', async () => {
    const request: Request = { id: 1, call: 'rowsAt', file: file('a'), lines: [2], answers: {} };
    expect(await new Receiver().unpack(new Sender().pack(request))).toEqual(request);
  });
});
