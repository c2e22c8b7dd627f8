import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';

/** Certificates for tests of signatures: X.509 v3 in DER, written by hand so that the tests need no tool. */
export interface Issued {
  readonly pem: string;
  readonly key: KeyObject;
  readonly name: string;
}

export interface CertificateWish {
  readonly name: string;
  readonly issuer?: Issued;
  readonly ca?: boolean;
  readonly hosts?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

const SHA256_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const COMMON_NAME = [0x55, 0x04, 0x03];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11];

let serial = 1;

/** A certificate of `name` by `issuer`, or by itself. */
export function certificate(wish: CertificateWish): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = der(0x30, der(0x06, SHA256_RSA), der(0x05));
  const validity = der(0x30, time(wish.from ?? new Date('2020-01-01')), time(wish.to ?? new Date('2049-01-01')));
  const extensions = [
    ...(wish.ca ? [extension(BASIC_CONSTRAINTS, der(0x30, der(0x01, [0xff])))] : []),
    ...(wish.hosts
      ? [extension(ALTERNATIVE_NAMES, der(0x30, ...wish.hosts.map((host) => der(0x82, Buffer.from(host)))))]
      : []),
  ];
  const body = der(
    0x30,
    der(0xa0, der(0x02, [2])),
    der(0x02, [serial++]),
    algorithm,
    nameOf(wish.issuer?.name ?? wish.name),
    validity,
    nameOf(wish.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(extensions.length > 0 ? [der(0xa3, der(0x30, ...extensions))] : []),
  );
  const signature = sign('RSA-SHA256', body, wish.issuer?.key ?? privateKey);
  const whole = der(0x30, body, algorithm, der(0x03, [0], signature));
  return { pem: new X509Certificate(whole).toString(), key: privateKey, name: wish.name };
}

function der(tag: number, ...parts: (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function nameOf(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, der(0x06, COMMON_NAME), der(0x0c, Buffer.from(name)))));
}

function extension(oid: readonly number[], value: Buffer): Buffer {
  return der(0x30, der(0x06, oid), der(0x04, value));
}

function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
}
