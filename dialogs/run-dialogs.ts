import type { StatePropertyAccessor } from 'botbuilder-core';
import { TurnContext } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { z } from 'zod';
import type { TurnResult } from '../src/assistant/scope.js';
import { ConversationDialog, TURN, type TurnToRun } from './conversation-dialog.js';
import { SilentAdapter } from './silent-adapter.js';

const CONVERSATION = 'conversation';
const adapter = new SilentAdapter();
const conversation = new ConversationDialog(CONVERSATION);

const stackSchema = z.object({
  dialogStack: z.array(z.object({ id: z.literal(CONVERSATION), state: z.record(z.string(), z.unknown()) })),
});

export interface DialogsRun {
  readonly result: TurnResult;
  /** The dialog stack after the turn, as JSON. */
  readonly dialogs: unknown;
}

/**
 * Runs one turn through the dialogs, from a stack as stored to the stack to store. A stack that cannot be read
 * (another version wrote it) starts afresh: the tracker holds the conversation, the stack only its waiting.
 */
export async function runDialogs(
  conversationId: string,
  stored: unknown,
  run: () => Promise<TurnResult>,
): Promise<DialogsRun> {
  let result: Promise<TurnResult> | undefined;
  const once: TurnToRun = {
    run: () => {
      result ??= run();
      return result;
    },
  };
  const dialogs = await step(conversationId, stackSchema.safeParse(stored).data, once).catch(async (error: unknown) => {
    // A turn that failed is the caller's; a stack that could not go on is dropped and the turn not run again.
    if (!result) return step(conversationId, undefined, once);
    await result;
    throw error;
  });
  return { result: await once.run(), dialogs };
}

async function step(conversationId: string, stored: DialogState | undefined, turn: TurnToRun): Promise<DialogState> {
  const state = stored ? structuredClone(stored) : { dialogStack: [] };
  const dialogs = new DialogSet(holding(state)).add(conversation);
  const context = new TurnContext(adapter, {
    type: 'message',
    channelId: 'yida',
    conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
    from: { id: 'shopper', name: '' },
    recipient: { id: 'yida', name: '' },
  });
  context.turnState.set(TURN, turn);
  const dc = await dialogs.createContext(context);
  if (dc.activeDialog) await dc.continueDialog();
  else await dc.beginDialog(CONVERSATION);
  return plain({ dialogStack: dc.stack });
}

/** The stack lives in the turn and nowhere else; the caller stores it with the tracker, in one transaction. */
function holding(state: DialogState): StatePropertyAccessor<DialogState> {
  return {
    get: async () => state,
    set: async () => {},
    delete: async () => {},
  };
}

function plain(state: DialogState): DialogState {
  return JSON.parse(JSON.stringify(state)) as DialogState;
}
