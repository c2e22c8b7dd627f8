import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultyFields } from '../../../src/channels/access/faulty-fields.js';

const schema = z.object({ text: z.string(), inner: z.object({ size: z.string() }).strict().optional() }).strict();

describe('what is not right in a request', () => {
  it.each([
    [{ text: 5 }, 'text'],
    [{ text: 'x', conversationId: '1', colour: 'red' }, 'conversationId, colour'],
    [{ text: 'x', inner: { size: 'M', colour: 'red' } }, 'inner.colour'],
  ])('is named in %j, without words of another language', (given, named) => {
    const { error } = schema.safeParse(given);
    expect(error && faultyFields(error)).toBe(named);
  });
});
