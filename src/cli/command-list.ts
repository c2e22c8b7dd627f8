import { registerChat } from './chat-command.js';
import type { RegisterCommand } from './command.js';
import { registerDoctor } from './doctor-command.js';
import { registerDuplicates } from './duplicates-command.js';
import { registerEmbed } from './embed-command.js';
import { registerEvaluate } from './evaluate-command.js';
import { registerImport } from './import-command.js';
import { registerMcp } from './mcp-command.js';
import { registerOutfit } from './outfit-command.js';
import { registerRank } from './rank-command.js';
import { registerSimilar } from './similar-command.js';
import { registerSimulate } from './simulate-command.js';
import { registerStart } from './start-command.js';
import { registerTag } from './tag-command.js';

/** Every command, in the order of `--help`. */
export const COMMANDS: readonly RegisterCommand[] = [
  registerStart,
  registerChat,
  registerImport,
  registerTag,
  registerSimilar,
  registerDuplicates,
  registerOutfit,
  registerEmbed,
  registerRank,
  registerEvaluate,
  registerMcp,
  registerSimulate,
  registerDoctor,
];
