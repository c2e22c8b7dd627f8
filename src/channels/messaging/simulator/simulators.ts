import { simulateDingtalk } from './dingtalk.js';
import { simulateFeishu } from './feishu.js';
import { simulateLine } from './line.js';
import { simulateMessenger } from './messenger.js';
import type { PlatformSimulator } from './platform-simulator.js';
import { simulateSlack } from './slack.js';
import { simulateTelegram } from './telegram.js';
import { simulateWechat } from './wechat.js';
import { simulateWecom } from './wecom.js';
import { simulateWhatsapp } from './whatsapp.js';

/** Every messaging app's platform, by the app's name. */
export const SIMULATORS: Readonly<Record<string, () => PlatformSimulator>> = {
  telegram: simulateTelegram,
  wechat: () => simulateWechat(),
  wecom: simulateWecom,
  slack: simulateSlack,
  feishu: simulateFeishu,
  dingtalk: simulateDingtalk,
  whatsapp: simulateWhatsapp,
  messenger: simulateMessenger,
  line: simulateLine,
};
