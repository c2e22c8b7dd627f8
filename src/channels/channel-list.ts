import { botFramework } from './bot-framework/bot-framework-channel.js';
import type { ChannelKind } from './channel.js';
import { directLine } from './direct-line/direct-line-channel.js';
import { mcp } from './mcp/mcp-channel.js';
import type { MessagingKind } from './messaging/core/messaging-kind.js';
import { dingtalk } from './messaging/dingtalk/settings.js';
import { feishu } from './messaging/feishu/settings.js';
import { line } from './messaging/line/settings.js';
import { messenger } from './messaging/messenger/settings.js';
import { slack } from './messaging/slack/settings.js';
import { telegram } from './messaging/telegram/settings.js';
import { wechat } from './messaging/wechat/settings.js';
import { wecom } from './messaging/wecom/settings.js';
import { whatsapp } from './messaging/whatsapp/settings.js';
import { ucp } from './ucp/ucp-channel.js';
import { alexa } from './voice/alexa/alexa-channel.js';
import { aligenie } from './voice/aligenie/aligenie-channel.js';
import { dialogflow } from './voice/dialogflow/dialogflow-channel.js';
import { dueros } from './voice/dueros/dueros-channel.js';
import { plainSpeech } from './voice/plain/plain-speech-channel.js';
import { widget } from './widget/widget-channel.js';

/** The messaging apps, each in a folder of its own with the same five files. */
export const MESSAGING_APPS: readonly MessagingKind[] = [
  telegram,
  wechat,
  wecom,
  slack,
  feishu,
  dingtalk,
  whatsapp,
  messenger,
  line,
];

/** Every channel there is; config.ts reads their settings and app.ts makes those that are on. */
export const CHANNELS: readonly ChannelKind[] = [
  directLine,
  widget,
  botFramework,
  mcp,
  alexa,
  dueros,
  aligenie,
  dialogflow,
  plainSpeech,
  ucp,
  ...MESSAGING_APPS,
];
