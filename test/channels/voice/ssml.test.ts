import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import { alexaResponse } from '../../../src/channels/voice/alexa/alexa-response.js';
import { ssmlOf } from '../../../src/channels/voice/ssml.js';
import { LOCALES } from '../../../src/domain/locale.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

const wording = await sampleWording();
const anything = fc.string({ unit: 'binary', maxLength: 400 });

describe('speech for a platform', () => {
  it('is well-formed and within its limit whatever is to be said', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (texts) => {
        const ssml = ssmlOf(`${texts.join('. ')} <break/> & "done"?`);
        expect(XMLValidator.validate(ssml)).toBe(true);
        expect(ssml.length).toBeLessThanOrEqual(8_000);
        expect(ssml.replace(/^<speak>|<\/speak>$/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 100 },
    );
  });

  it.each(LOCALES)('keeps a whole Alexa response under 24 KB, whatever the feed holds (%s)', (locale) => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 10 }), (titles) => {
        const items = titles.map((title, index) =>
          sampleItem(
            sampleGarment({
              id: `g${index}`,
              title: { 'zh-CN': title, en: title },
              images: [`https://cdn.example/${'x'.repeat(450)}`],
            }),
          ),
        );
        const view = renderReply(sampleReply(locale, { items }), { wording, base: 'https://shop.example' });
        const answer = { locale, speech: view.speech, reprompt: '?', ends: false, view, from: 0 };
        const sent = JSON.stringify(alexaResponse(answer, wording, true));
        expect(Buffer.byteLength(sent)).toBeLessThan(24 * 1024);
      }),
      { numRuns: 50 },
    );
  });
});
