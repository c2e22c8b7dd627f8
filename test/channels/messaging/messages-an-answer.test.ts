import { describe, expect, it } from 'vitest';
import { MESSAGING_APPS } from '../../../src/channels/channel-list.js';
import { outlineOf, type ReplyOutline } from '../../../src/channels/messaging/core/reply-outline.js';
import { SIMULATORS } from '../../../src/channels/messaging/simulator/simulators.js';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import type { Reply } from '../../../src/domain/reply.js';
import { sampleGarments } from '../../support/sample-garments.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

const wording = await sampleWording();
const total = { minorUnits: 74_700, currency: 'CNY' };
const outfits = [1, 2, 3].map(() => ({ garments: sampleGarments(3), total, score: 0.9, reasons: [] }));
const items = (count: number) => sampleGarments(count).map((garment) => sampleItem(garment));

/** What a shopper is answered most: a list, outfits, two garments side by side. */
const ANSWERS: Readonly<Record<string, Partial<Reply>>> = {
  garments: { items: items(10) },
  outfits: { items: [], outfits },
  comparison: { items: items(2) },
};

/**
 * The most messages that each takes. WeCom drops what is beyond 30 a minute, DingTalk beyond 20, WeChat takes five in all,
 * LINE bills every call but the first, Slack takes one a second; Telegram and WhatsApp have no list of pictures.
 */
const MOST: Readonly<Record<string, Readonly<Record<keyof typeof ANSWERS, number>>>> = {
  telegram: { garments: 7, outfits: 5, comparison: 4 },
  wechat: { garments: 5, outfits: 5, comparison: 4 },
  wecom: { garments: 3, outfits: 3, comparison: 4 },
  slack: { garments: 1, outfits: 1, comparison: 1 },
  feishu: { garments: 1, outfits: 1, comparison: 1 },
  dingtalk: { garments: 1, outfits: 1, comparison: 1 },
  whatsapp: { garments: 3, outfits: 4, comparison: 2 },
  messenger: { garments: 3, outfits: 3, comparison: 3 },
  line: { garments: 1, outfits: 1, comparison: 1 },
};

function outline(changes: Partial<Reply>): ReplyOutline {
  const view = renderReply(sampleReply('zh-CN', changes), {
    wording,
    base: 'https://shop.example',
    boardAddress: () => 'https://shop.example/boards/1.jpg',
  });
  return outlineOf(view, wording, (address) => address);
}

describe('an answer takes few messages', () => {
  it.each(MESSAGING_APPS.flatMap(({ name }) => Object.keys(ANSWERS).map((answer) => [name, answer] as const)))(
    'in %s: %s',
    (name, answer) => {
      const kind = MESSAGING_APPS.find((one) => one.name === name);
      const app = kind?.open(SIMULATORS[name]?.().environment('https://platform.invalid') ?? {}, {
        fetch: () => Promise.reject(new Error('nothing is sent')),
        now: Date.now,
        randomId: () => 'id',
      });
      const codeOf = ({ verb, garmentId, text }: { verb: string; garmentId?: string; text?: string }) =>
        `${verb}:${garmentId ?? text}`;
      const parts = app?.render(outline(ANSWERS[answer] ?? {}), { codeOf, to: { calls: 5 } });
      expect(parts?.length).toBeGreaterThan(0);
      expect(parts?.length).toBeLessThanOrEqual(MOST[name]?.[answer] ?? 0);
    },
  );

  it('and rings once in Telegram', () => {
    const kind = MESSAGING_APPS.find(({ name }) => name === 'telegram');
    const app = kind?.open(SIMULATORS.telegram?.().environment('https://platform.invalid') ?? {}, {
      fetch: () => Promise.reject(new Error('nothing is sent')),
      now: Date.now,
      randomId: () => 'id',
    });
    const parts = app?.render(outline(ANSWERS.garments ?? {}), { codeOf: () => 'code' }) ?? [];
    const silent = parts.map(({ call }) => JSON.stringify(call).includes('"disable_notification":true'));
    expect(silent).toEqual(parts.map((_, index) => index > 0));
  });
});
