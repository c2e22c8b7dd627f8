import { STATUS_CODES } from 'node:http';
import { FAULTS, type FaultCode } from '../../domain/fault.js';
import type { Locale } from '../../domain/locale.js';
import type { Messages } from '../rendering/message-catalogue.js';

/** RFC 9457 problem details; `code` is stable, `detail` is in the caller's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: FaultCode;
  readonly detail: string;
  readonly retryable: boolean;
  readonly instance?: string;
}

export const PROBLEM_TYPE = 'application/problem+json';

export function problemOf(
  code: FaultCode,
  messages: Messages,
  locale: Locale,
  options: { values?: Readonly<Record<string, string | number>>; instance?: string; status?: number } = {},
): Problem {
  const fault = FAULTS[code];
  const status = options.status ?? fault.status;
  return {
    type: `urn:yida:fault:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: messages.format(locale, sentenceOf(code, options.values), { why: '', ...options.values }).trim(),
    retryable: fault.retryable,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
  };
}

/** Where fields are missing rather than wrong, `needed` tells whether exactly one or any of them will do. */
function sentenceOf(code: FaultCode, values: Readonly<Record<string, string | number>> = {}): string {
  const { needed } = values;
  return needed === 'one' || needed === 'any' ? `fault.needs-${needed}` : FAULTS[code].message;
}
