import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HANDOVER, type OpenStores, type StoresUnderTest, turnsOf } from './stores-under-test.js';

/** What every outbox of handovers promises. */
export function handoverStoreContract(name: string, open: OpenStores): void {
  describe(`the outbox of handovers ${name}`, () => {
    let stores: StoresUnderTest;
    let commit: ReturnType<typeof turnsOf>;
    beforeEach(async () => {
      stores = await open();
      commit = turnsOf(stores);
    });
    afterEach(() => stores.close());

    it('gives what is due until it is taken or put off', async () => {
      const { handovers } = stores;
      await commit('u1', [HANDOVER]);
      const [waiting] = await handovers.due(1_000, 10);
      expect(waiting).toEqual({
        id: expect.any(String),
        conversationId: 'c1',
        userId: 'u1',
        createdAt: 1_000,
        attempts: 0,
        handover: HANDOVER.kind === 'hand-over' && HANDOVER.handover,
      });
      await handovers.postpone(waiting?.id ?? '', 5_000);
      expect(await handovers.due(4_999, 10)).toEqual([]);
      expect((await handovers.due(5_000, 10))[0]?.attempts).toBe(1);
      await handovers.remove(waiting?.id ?? '');
      expect(await handovers.due(9_999, 10)).toEqual([]);
    });

    it('gives the oldest first, at most as many as are asked for, and those of strangers too', async () => {
      for (const [at, conversationId] of [
        [3_000, 'c3'],
        [1_000, 'c1'],
        [2_000, 'c2'],
      ] as const) {
        stores.setTime(at);
        await commit(undefined, [HANDOVER], { conversationId });
      }
      const due = async (limit: number) => (await stores.handovers.due(3_000, limit)).map((one) => one.conversationId);
      expect(await due(10)).toEqual(['c1', 'c2', 'c3']);
      expect(await due(2)).toEqual(['c1', 'c2']);
      expect((await stores.handovers.due(3_000, 1))[0]?.userId).toBeUndefined();
    });

    it('keeps each request of a conversation, and the others where one is taken', async () => {
      await commit('u1', [HANDOVER]);
      await commit('u1', [HANDOVER]);
      const [first, second] = await stores.handovers.due(1_000, 10);
      expect(first?.id).not.toBe(second?.id);
      await stores.handovers.remove(first?.id ?? '');
      expect((await stores.handovers.due(1_000, 10)).map(({ id }) => id)).toEqual([second?.id]);
    });

    it('lets what is not there be', async () => {
      await stores.handovers.remove('nothing');
      await stores.handovers.postpone('nothing', 1);
      expect(await stores.handovers.due(9_999, 10)).toEqual([]);
    });
  });
}
