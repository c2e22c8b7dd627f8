import { botFramework } from './bot-framework/bot-framework-channel.js';
import type { ChannelKind } from './channel.js';
import { directLine } from './direct-line/direct-line-channel.js';
import { mcp } from './mcp/mcp-channel.js';
import { alexa } from './voice/alexa/alexa-channel.js';
import { widget } from './widget/widget-channel.js';

/** Every channel there is; config.ts reads their settings and app.ts makes those that are on. */
export const CHANNELS: readonly ChannelKind[] = [directLine, widget, botFramework, mcp, alexa];
