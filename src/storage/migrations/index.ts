import { conversations } from './0001-conversations.js';
import { catalogue } from './0002-catalogue.js';
import { activities } from './0003-activities.js';
import { shoppers } from './0004-shoppers.js';
import { wardrobe } from './0005-wardrobe.js';
import { inbox } from './0006-inbox.js';
import { watches } from './0007-watches.js';
import { sentCards } from './0008-sent-cards.js';
import type { Migration } from './migration.js';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  conversations,
  catalogue,
  activities,
  shoppers,
  wardrobe,
  inbox,
  watches,
  sentCards,
];
