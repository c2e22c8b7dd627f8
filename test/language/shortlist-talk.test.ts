import { describe, expect, it } from 'vitest';
import { readShortlistTalk } from '../../src/language/shortlist-talk.js';

describe('what is put aside', () => {
  it.each([
    '收藏第一套',
    '收藏这件',
    '先留着第二个',
    '帮我收藏一下第三条',
    '第一套收藏一下',
    '先留着',
    'save the first outfit',
  ])('is put there by the verb first or last: %s', (text) => {
    expect(readShortlistTalk(text)).toBe('save');
  });

  it.each(['看看我收藏的', '我的收藏夹', 'show what I saved'])('is shown again: %s', (text) => {
    expect(readShortlistTalk(text)).toBe('show');
  });

  it.each(['收腰的裙子', '留下来吃饭穿什么', '第一套', '就第一套吧', '存钱买什么外套好'])(
    'is not meant: %s',
    (text) => {
      expect(readShortlistTalk(text)).toBeUndefined();
    },
  );
});
