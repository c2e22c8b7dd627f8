/**
 * Everything that can go wrong in a way a caller can act on: one table of code, HTTP status, whether a
 * retry may help, and the id of the localised sentence. The code is stable; others match on it.
 */
export const FAULTS = {
  'bad-request': { status: 400, retryable: false, message: 'fault.bad-request' },
  unauthorised: { status: 401, retryable: false, message: 'fault.unauthorised' },
  'token-expired': { status: 403, retryable: false, message: 'fault.token-expired' },
  forbidden: { status: 403, retryable: false, message: 'fault.forbidden' },
  'not-found': { status: 404, retryable: false, message: 'fault.not-found' },
  'garment-not-found': { status: 404, retryable: false, message: 'fault.garment-not-found' },
  'method-not-allowed': { status: 405, retryable: false, message: 'fault.method-not-allowed' },
  conflict: { status: 409, retryable: true, message: 'fault.conflict' },
  'too-large': { status: 413, retryable: false, message: 'fault.too-large' },
  'unsupported-media': { status: 415, retryable: false, message: 'fault.unsupported-media' },
  'rate-limited': { status: 429, retryable: true, message: 'fault.rate-limited' },
  internal: { status: 500, retryable: true, message: 'fault.internal' },
  'not-ready': { status: 503, retryable: true, message: 'fault.not-ready' },
  'photo-missing': { status: 400, retryable: false, message: 'fault.photo-missing' },
  'photo-empty': { status: 400, retryable: false, message: 'fault.photo-empty' },
  'photo-unreadable': { status: 422, retryable: false, message: 'fault.photo-unreadable' },
  'photo-format': { status: 415, retryable: false, message: 'fault.photo-format' },
  'photo-heic': { status: 415, retryable: false, message: 'fault.photo-heic' },
  'photo-too-large': { status: 413, retryable: false, message: 'fault.photo-too-large' },
  'photo-too-small': { status: 422, retryable: false, message: 'fault.photo-too-small' },
  'photo-unreachable': { status: 422, retryable: true, message: 'fault.photo-unreachable' },
  'speech-empty': { status: 400, retryable: false, message: 'fault.speech-empty' },
  'speech-format': { status: 415, retryable: false, message: 'fault.speech-format' },
  'speech-too-large': { status: 413, retryable: false, message: 'fault.speech-too-large' },
  'speech-unreadable': { status: 422, retryable: false, message: 'fault.speech-unreadable' },
  'speech-unavailable': { status: 501, retryable: false, message: 'fault.speech-unavailable' },
  'speech-engine': { status: 503, retryable: true, message: 'fault.speech-engine' },
  'address-refused': { status: 400, retryable: false, message: 'fault.address-refused' },
  'model-missing': { status: 500, retryable: false, message: 'fault.model-missing' },
  'model-corrupt': { status: 500, retryable: false, message: 'fault.model-corrupt' },
  'model-mismatch': { status: 500, retryable: false, message: 'fault.model-mismatch' },
  'feed-unreadable': { status: 400, retryable: false, message: 'fault.feed-unreadable' },
  'feed-shrunk': { status: 409, retryable: false, message: 'fault.feed-shrunk' },
  'import-running': { status: 409, retryable: true, message: 'fault.import-running' },
  'import-aborted': { status: 409, retryable: true, message: 'fault.import-aborted' },
  'storage-newer': { status: 500, retryable: false, message: 'fault.storage-newer' },
  'storage-unusable': { status: 500, retryable: false, message: 'fault.storage-unusable' },
  'config-invalid': { status: 500, retryable: false, message: 'fault.config-invalid' },
} as const satisfies Record<string, { status: number; retryable: boolean; message: string }>;

export type FaultCode = keyof typeof FAULTS;

/** An exception with a code of the table; `values` fill its localised sentence, `message` is for the log. */
export class YidaFault extends Error {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: FaultCode,
    detail: string,
    options: { values?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'YidaFault';
    this.code = code;
    this.values = options.values ?? {};
  }

  get status(): number {
    return FAULTS[this.code].status;
  }

  get retryable(): boolean {
    return FAULTS[this.code].retryable;
  }
}
