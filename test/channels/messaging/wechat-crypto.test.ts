import { createCipheriv, createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inertText } from '../../../src/channels/messaging/core/wechat/inert-text.js';
import { readXml } from '../../../src/channels/messaging/core/wechat/read-xml.js';
import { openSealed, sealText } from '../../../src/channels/messaging/core/wechat/sealed-text.js';
import { requireSigned, wechatSignature } from '../../../src/channels/messaging/core/wechat/signed-query.js';

/** The example of the platforms' own documentation and libraries. */
const PUBLISHED = {
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiver: 'wx5823bf96d3bd56c7',
  timestamp: '1409659589',
  nonce: '263014780',
  echo: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
  opened: '1616140317555161061',
  signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
};
const KEY = Buffer.from(`${PUBLISHED.aesKey}=`, 'base64');
const RANDOM = Buffer.from('0123456789abcdef');

/** Sealed with node:crypto alone, byte by byte as the documentation says. */
function sealedByHand(plain: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', KEY, KEY.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

describe('sealed messages of WeChat and WeCom', () => {
  it('open as in the published example, and are signed as there', () => {
    const { token, timestamp, nonce, echo, signature, opened } = PUBLISHED;
    expect(openSealed(echo, PUBLISHED)).toBe(opened);
    expect(wechatSignature([token, timestamp, nonce, echo])).toBe(signature);
  });

  it.each(['hello', '红色连衣裙 👗', 'x'.repeat(12), 'x'.repeat(11), ''])('are laid out byte for byte: %s', (text) => {
    const sealed = sealText(text, PUBLISHED, RANDOM);
    const decipher = createDecipheriv('aes-256-cbc', KEY, KEY.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
    const padding = plain[plain.length - 1] ?? 0;
    expect(plain.length % 32).toBe(0);
    expect(padding).toBeGreaterThanOrEqual(1);
    expect(padding).toBeLessThanOrEqual(32);
    expect(plain.subarray(0, 16)).toEqual(RANDOM);
    expect(plain.subarray(16, 20).toString('hex')).toBe(Buffer.byteLength(text).toString(16).padStart(8, '0'));
    expect(plain.subarray(20, -padding).toString()).toBe(`${text}${PUBLISHED.receiver}`);
    expect(openSealed(sealed, PUBLISHED)).toBe(text);
  });

  it('are refused where they are for somebody else, of another key, or broken', () => {
    const other = { ...PUBLISHED, receiver: 'wx0000000000000000' };
    const otherKey = { ...PUBLISHED, aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
    const tooLong = Buffer.concat([RANDOM, Buffer.from('7fffffff', 'hex'), Buffer.alloc(11), Buffer.alloc(1, 1)]);
    const badPadding = Buffer.concat([RANDOM, Buffer.alloc(4), Buffer.from('abcdefghijk'), Buffer.alloc(1, 33)]);
    const unevenPadding = Buffer.concat([RANDOM, Buffer.alloc(4), Buffer.from('abcdefghi'), Buffer.from([9, 3, 3])]);
    const attempts = [
      () => openSealed(PUBLISHED.echo, other),
      () => openSealed(PUBLISHED.echo, otherKey),
      () => openSealed(sealText('x', other, RANDOM), PUBLISHED),
      () => openSealed(sealedByHand(tooLong), PUBLISHED),
      () => openSealed(sealedByHand(badPadding), PUBLISHED),
      () => openSealed(sealedByHand(unevenPadding), PUBLISHED),
      () => openSealed('', PUBLISHED),
      () => openSealed('no base64!', PUBLISHED),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'unauthorised' }));
  });

  it('are taken for five minutes, before and after', () => {
    const { token, timestamp, nonce, echo: sealed, signature } = PUBLISHED;
    const request = {
      method: 'POST',
      query: { timestamp, nonce, msg_signature: signature },
      header: () => undefined,
      body: Buffer.alloc(0),
    } as const;
    const at = Number(timestamp) * 1000;
    for (const now of [at, at + 299_000, at - 299_000])
      expect(() => requireSigned(request, 'msg_signature', { token, sealed, now })).not.toThrow();
    for (const now of [at + 301_000, at - 301_000, Number.NaN])
      expect(() => requireSigned(request, 'msg_signature', { token, sealed, now })).toThrow('minutes');
  });
});

describe('XML messages', () => {
  it('keep what was written: long ids, spaces, entities', () => {
    const fields = readXml(
      '<xml><MsgId>4561255354251345929</MsgId><Content><![CDATA[ <b> &amp; 007 ]]></Content><Label>&lt;x&#65;</Label></xml>',
    );
    expect(fields).toMatchObject({ MsgId: '4561255354251345929', Content: ' <b> &amp; 007 ', Label: '&lt;x&#65;' });
  });

  it.each([
    '<!DOCTYPE xml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xml><Content>&b;</Content></xml>',
    '<!doctype xml SYSTEM "file:///etc/passwd"><xml><Content>x</Content></xml>',
    '{"xml":{"Content":"x"}}',
    '<html><Content>x</Content></html>',
    '<xml>words alone</xml>',
    '<xml><Content>x</xml',
    '',
  ])('that are none are refused: %s', (text) => {
    expect(() => {
      if (Object.keys(readXml(text)).length === 0) throw new Error('nothing in it');
    }).toThrow();
  });
});

describe('text for WeChat and WeCom', () => {
  it.each([
    [
      '<a href="weixin://bizmsgmenu?msgmenucontent=x&msgmenuid=1">x</a>',
      '＜a href="weixin://bizmsgmenu?msgmenucontent=x&msgmenuid=1">x＜/a>',
    ],
    ['< A\nhref=x>', '＜ A\nhref=x>'],
    ['</ a>', '＜/ a>'],
    ['<abbr> <b> <article> a<b <3', '<abbr> <b> <article> a<b <3'],
  ])('has no link that a feed wrote: %s', (given, expected) => {
    expect(inertText(given)).toBe(expected);
  });
});
