import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUploadGate } from './upload-gate.ts';

const nothing = () => undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Who is inside, in the order they got in. */
function queue() {
  const gate = createUploadGate({ atOnce: 3, ofOne: 2, waiting: 3, waitingOfOne: 2, patience: 60_000 });
  const inside: string[] = [];
  const out = new Map<string, () => void>();
  async function come(who: string | undefined, name: string, makeWay = nothing): Promise<void> {
    const leave = await gate.enter({ who, makeWay });
    inside.push(name);
    out.set(name, leave);
  }
  return { inside, come, out };
}

describe('forms with files', () => {
  it('are read a few at a time, and two of one sender: the others find a place', async () => {
    const { inside, come, out } = queue();
    await come('one', 'one-1');
    await come('one', 'one-2');
    void come('one', 'one-3');
    await come('other', 'other-1');
    void come('third', 'third-1');
    await vi.advanceTimersByTimeAsync(1);
    expect(inside).toEqual(['one-1', 'one-2', 'other-1']);
    out.get('other-1')?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(inside.at(-1)).toBe('third-1');
    out.get('one-1')?.();
    out.get('one-1')?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(inside.at(-1)).toBe('one-3');
  });

  it('wait in a line that is not endless, for one sender less than for all', async () => {
    const { come } = queue();
    for (const name of ['a', 'b', 'c', 'd']) void come('one', name).catch(nothing);
    await expect(come('one', 'e')).rejects.toMatchObject({ status: 503 });
    await come('other', 'f');
    void come('other', 'g');
    await expect(come('third', 'h')).rejects.toMatchObject({ status: 503 });
  });

  it('that come drop by drop make way once others wait', async () => {
    const { come } = queue();
    const makeWay = vi.fn();
    await come(undefined, 'slow', makeWay);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(makeWay).not.toHaveBeenCalled();
    for (const name of ['x', 'y', 'z']) void come(undefined, name);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(makeWay).toHaveBeenCalled();
  });
});
