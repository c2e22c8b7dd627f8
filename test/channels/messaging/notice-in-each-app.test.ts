import { beforeAll, describe, expect, it } from 'vitest';
import { MESSAGING_APPS } from '../../../src/channels/channel-list.js';
import { noticeReply } from '../../../src/channels/messaging/core/notices.js';
import { outlineOf } from '../../../src/channels/messaging/core/reply-outline.js';
import { SIMULATORS } from '../../../src/channels/messaging/simulator/simulators.js';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import type { Wording } from '../../../src/channels/rendering/wording.js';
import type { Action } from '../../../src/domain/action.js';
import { LOCALES } from '../../../src/domain/locale.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { sampleWording } from '../../support/sample-wording.js';

const yuan = (amount: number) => ({ minorUnits: amount * 100, currency: 'CNY' });

let wording: Wording;
beforeAll(async () => {
  wording = await sampleWording();
});

describe('a notice', () => {
  it.each(MESSAGING_APPS.flatMap(({ name }) => LOCALES.map((locale) => [name, locale] as const)))(
    'is stopped by one tap in %s (%s)',
    (name, locale) => {
      const simulator = SIMULATORS[name]?.();
      const kind = MESSAGING_APPS.find((one) => one.name === name);
      const app = kind?.open(simulator?.environment('https://platform.invalid') ?? {}, {
        fetch: () => Promise.reject(new Error('nothing is sent')),
        now: Date.now,
        randomId: () => 'id',
      });
      if (app === undefined) throw new Error(`${name} is off`);
      const garment = sampleGarment({ price: yuan(199) });
      const watch = {
        ...{ userId: 'u', garmentId: garment.id, app: name, conversation: 'c', locale },
        ...{ price: yuan(300), available: true, size: undefined, toldAt: undefined },
      };
      const view = renderReply(noticeReply([{ kind: 'drop', watch, garment }], locale), {
        wording,
        base: 'https://a.b',
      });
      const codes = new Map<string, Action>();
      const codeOf = (action: Action) => {
        const code = `code-${codes.size}`;
        codes.set(code, action);
        return code;
      };
      const parts = app.render(
        outlineOf(view, wording, (address) => address),
        { codeOf, to: { notice: true } },
      );
      const sent = JSON.stringify(parts.map(({ call }) => call));
      const stops = [...codes].filter(
        ([, { verb, text }]) => verb === 'say' && text === wording.text(locale, 'say.notify-stop'),
      );
      // A button that carries the action; or, where buttons write in the shopper's name, one that writes its words.
      const words = [wording.text(locale, 'say.notify-stop')].flatMap((said) => [said, encodeURIComponent(said)]);
      expect([...stops.map(([code]) => code), ...words].some((one) => sent.includes(one))).toBe(true);
      expect(sent).toContain('199');
      expect(sent).toContain('300');
    },
  );
});
