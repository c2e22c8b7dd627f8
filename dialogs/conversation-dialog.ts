import type { TurnContext } from 'botbuilder-core';
import { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog.js';
import { Dialog, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import type { TurnResult } from '../src/assistant/scope.js';

/** Under this key of the turn's state lies the turn to run; the dialogs see no more of it than its result. */
export const TURN = Symbol('turn');

export interface TurnToRun {
  /** Runs the turn; the second call is a fault of a dialog. */
  run(): Promise<TurnResult>;
}

const SHOPPING = 'shopping';
const QUESTION = 'question';

/**
 * The conversation as dialogs: shopping goes on for ever, and a question waits on top of it until its answer
 * comes. What is decided is respond's; the dialogs own the waiting, so that a question outlives a restart and
 * an interruption leaves it standing.
 */
export class ConversationDialog extends ComponentDialog {
  constructor(id: string) {
    super(id);
    this.addDialog(new ShoppingDialog(SHOPPING));
    this.addDialog(new QuestionDialog(QUESTION));
    this.initialDialogId = SHOPPING;
  }
}

/** Every turn on which no question waits. */
class ShoppingDialog extends Dialog {
  override beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const asked = await runTurn(dc.context);
    return asked === undefined ? Dialog.EndOfTurn : dc.beginDialog(QUESTION, { asked });
  }

  override async resumeDialog(_dc: DialogContext, _reason: DialogReason): Promise<DialogTurnResult> {
    return Dialog.EndOfTurn;
  }
}

interface QuestionOptions {
  readonly asked: string;
}

/** A question that waits: answered it ends, interrupted it goes on waiting, overtaken it gives way to the next. */
class QuestionDialog extends Dialog<QuestionOptions> {
  override async beginDialog(dc: DialogContext, options?: QuestionOptions): Promise<DialogTurnResult> {
    if (dc.activeDialog) dc.activeDialog.state = { asked: options?.asked };
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const before: unknown = dc.activeDialog?.state;
    const asked = await runTurn(dc.context);
    if (asked === undefined) return dc.endDialog();
    return asked === askedIn(before) ? Dialog.EndOfTurn : dc.replaceDialog(QUESTION, { asked });
  }
}

/** Runs the turn; the id of the question it leaves open, or undefined. */
async function runTurn(context: TurnContext): Promise<string | undefined> {
  const turn: TurnToRun = context.turnState.get(TURN);
  const { session } = await turn.run();
  return session.pending?.id;
}

function askedIn(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'asked' in state ? state.asked : undefined;
}
