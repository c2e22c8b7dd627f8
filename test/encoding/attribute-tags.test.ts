import { describe, expect, it } from 'vitest';
import { readTags } from '../../src/encoding/attribute-tags.js';
import type { AttributeHead } from '../../src/encoding/model-config.js';

const heads: AttributeHead[] = [
  {
    facet: 'category',
    labels: ['dress', 'shirt', 'jeans'],
    offset: 0,
    kind: 'softmax',
    temperature: 1,
    unsureBelow: 0.6,
  },
  {
    facet: 'colours',
    labels: ['red', 'blue', 'green', 'black'],
    offset: 3,
    kind: 'softmax',
    temperature: 2,
    unsureBelow: 0.5,
  },
  { facet: 'garment', labels: ['garment'], offset: 7, kind: 'sigmoid', temperature: 1, unsureBelow: 0.5 },
];
const logits = (category: number[], colours: number[], garment: number) =>
  Float32Array.from([...category, ...colours, garment]);

describe('reading the attribute heads', () => {
  it('gives the best kind with its confidence, and every colour that shares the picture', () => {
    const { tags } = readTags(logits([4, 0, 0], [6, 5.5, 0, 0], 3), heads);
    expect(tags.category).toMatchObject({ id: 'dress' });
    expect(tags.category).not.toHaveProperty('unsure');
    expect(tags.colours).toMatchObject([{ id: 'red' }, { id: 'blue' }]);
  });

  it('marks what is below its bound as unsure', () => {
    const { tags } = readTags(logits([0.1, 0, 0], [9, 0, 0, 0], 3), heads);
    expect(tags.category).toMatchObject({ id: 'dress', unsure: true });
  });

  it('marks what is as good as stated as certain, and nothing where no bound is known', () => {
    const bounded = heads.map((head) => (head.facet === 'category' ? { ...head, certainFrom: 0.9 } : head));
    expect(readTags(logits([4, 0, 0], [9, 0, 0, 0], 3), bounded).tags.category).toMatchObject({ certain: true });
    expect(readTags(logits([2, 0, 0], [9, 0, 0, 0], 3), bounded).tags.category).not.toHaveProperty('certain');
    expect(readTags(logits([4, 0, 0], [9, 0, 0, 0], 3), heads).tags.category).not.toHaveProperty('certain');
  });

  it('softens confidences by the temperature', () => {
    const confidence = (temperature: number) => {
      const tag = readTags(Float32Array.from([2, 0, 0]), [{ ...(heads[0] as AttributeHead), temperature }]).tags
        .category;
      return tag && 'confidence' in tag ? tag.confidence : 0;
    };
    expect(confidence(4)).toBeLessThan(confidence(1));
    expect(confidence(1)).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 2), 5);
  });

  it('says whether there is a garment at all', () => {
    expect(readTags(logits([0, 0, 0], [0, 0, 0, 0], -3), heads)).toMatchObject({ garment: false });
    expect(readTags(logits([0, 0, 0], [0, 0, 0, 0], 3), heads)).toMatchObject({ garment: true });
  });

  it('claims nothing where the model has no heads', () => {
    expect(readTags(new Float32Array(), [])).toEqual({ garment: true, confidence: 1, tags: {} });
  });
});
