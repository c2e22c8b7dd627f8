import { createTransport } from 'nodemailer';
import type { Wording } from '../rendering/wording.js';
import type { HandoverWay } from './handover-way.js';

/** Sends the letter as a plain text mail through the merchant's SMTP server (`smtps://user:password@host`). */
export function mailWay(smtpUrl: string, to: string, from: string, wording: Wording): HandoverWay {
  const transport = createTransport(smtpUrl);
  return {
    name: 'mail',
    async send(letter) {
      await transport.sendMail({
        to,
        from,
        subject: wording.message({ id: 'handover.subject' }, letter.locale),
        text: letter.text,
        // The same for every attempt, so that a mail sent twice is seen as one.
        messageId: `<${encodeURIComponent(letter.id)}@yida.invalid>`,
      });
    },
  };
}
