import { BotAdapter } from 'botbuilder-core';

/**
 * Gives dialogs the adapter their context asks for, and sends nothing: what is answered leaves as a Reply,
 * after it was stored.
 */
export class SilentAdapter extends BotAdapter {
  override async sendActivities(): Promise<[]> {
    return [];
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}
