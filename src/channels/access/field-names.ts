import { YidaFault } from '../../domain/fault.js';

/** What the counter calls a field, and what the edge does. */
export type FieldNames = Readonly<Record<string, string>>;

/** Does `work`; a bad-request out of it names its fields as the edge's callers know them. */
export async function withFieldNames<T>(names: FieldNames, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof YidaFault) || error.code !== 'bad-request' || typeof error.values.why !== 'string')
      throw error;
    const why = renamed(error.values.why, names);
    throw new YidaFault('bad-request', error.message, { values: { ...error.values, why }, cause: error });
  }
}

/** `field, field` or `field: what was given`; what was given is left as it is. */
function renamed(why: string, names: FieldNames): string {
  const [fields = '', ...given] = why.split(': ');
  const known = fields.split(', ').map((field) => names[field] ?? field);
  return [known.join(', '), ...given].join(': ');
}
