import type { FaultCode } from '../domain/fault.js';

/** Why a picture was left out, as a message of the import's report. */
export const FAULT_REASONS: Readonly<Partial<Record<FaultCode, string>>> = {
  'photo-missing': 'import.picture.missing',
  'photo-empty': 'import.picture.empty',
  'photo-unreadable': 'import.picture.unreadable',
  'photo-format': 'import.picture.format',
  'photo-heic': 'import.picture.heic',
  'photo-too-large': 'import.picture.too-large',
  'too-large': 'import.picture.too-large',
  'photo-too-small': 'import.picture.too-small',
  'photo-unreachable': 'import.picture.unreachable',
  'address-refused': 'import.picture.address',
};
