import { type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { LRUCache } from 'lru-cache';
import { YidaFault } from '../../domain/fault.js';

/** How a platform's certificates are told from others. */
export interface SigningRules {
  /** Whether the platform keeps its certificates at such an address. */
  readonly isItsAddress: (url: URL) => boolean;
  /** The name that the certificate's subject alternative names must have. */
  readonly host: string;
  /** True where the platform publishes the certificate without those that vouch for it: its address vouches then. */
  readonly withoutChain?: boolean;
}

export interface SigningKeysDependencies extends SigningRules {
  /** Bytes of a PEM chain at a checked address; never follows a redirect. */
  readonly download: (address: string) => Promise<Uint8Array>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** PEM certificates that are trusted; those that Node trusts by default. */
  readonly roots?: readonly string[];
}

/**
 * The public key of the certificate at a stated address. Rejects with bad-request where the address is not the
 * platform's, the chain does not lead to a trusted root, a certificate is out of date or names another host, and with
 * rate-limited where too many unknown addresses are asked for at once.
 */
export type SigningKeys = (address: string) => Promise<KeyObject>;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const LONGEST_CHAIN = 8;
const KEPT_MS = 60 * 60_000;
const KEPT = 32;
const DOWNLOADS_AT_ONCE = 8;

export function createSigningKeys(deps: SigningKeysDependencies): SigningKeys {
  const known = new LRUCache<string, X509Certificate>({ max: KEPT, ttl: KEPT_MS });
  const arriving = new Map<string, Promise<X509Certificate>>();
  let roots: readonly X509Certificate[] | undefined;

  const fetchLeaf = async (address: string): Promise<X509Certificate> => {
    const pem = Buffer.from(await deps.download(address)).toString('latin1');
    roots ??= (deps.roots ?? rootCertificates).map((root) => new X509Certificate(root));
    const chain = readChain(pem);
    const leaf = deps.withoutChain === true ? currentLeaf(chain, deps.now()) : trustedLeaf(chain, roots, deps.now());
    if (leaf.checkHost(deps.host, { subject: 'never', wildcards: false }) === undefined) {
      throw refused('a certificate of another host');
    }
    known.set(address, leaf);
    return leaf;
  };

  const leafAt = (address: string): Promise<X509Certificate> => {
    const under = arriving.get(address);
    if (under !== undefined) return under;
    if (arriving.size >= DOWNLOADS_AT_ONCE) {
      return Promise.reject(new YidaFault('rate-limited', 'too many certificates asked for at once'));
    }
    const leaf = fetchLeaf(address).finally(() => arriving.delete(address));
    arriving.set(address, leaf);
    return leaf;
  };

  return async (address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || url.username !== '' || url.password !== '' || !deps.isItsAddress(url)) {
      throw refused('not an address of its certificates');
    }
    const kept = known.get(url.href);
    const leaf = kept !== undefined && isCurrent(kept, deps.now()) ? kept : await leafAt(url.href);
    return leaf.publicKey;
  };
}

function readChain(pem: string): X509Certificate[] {
  const blocks = pem.match(CERTIFICATE) ?? [];
  if (blocks.length === 0 || blocks.length > LONGEST_CHAIN) throw refused('no chain of certificates');
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new YidaFault('bad-request', 'a certificate cannot be read', { cause });
  }
}

/** The first certificate, where each is issued by the next until one is issued by, or is, a trusted root. */
function trustedLeaf(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: number,
): X509Certificate {
  const [leaf] = chain;
  if (leaf === undefined) throw refused('no certificate');
  for (const [index, certificate] of chain.entries()) {
    if (!isCurrent(certificate, at)) throw refused('a certificate out of date');
    if (index > 0 && !certificate.ca) throw refused('an issuer that may not issue');
    if (roots.some((root) => isCurrent(root, at) && vouchesFor(root, certificate))) return leaf;
    const issuer = chain[index + 1];
    if (issuer === undefined || !isIssuedBy(certificate, issuer)) break;
  }
  throw refused('a chain that ends at no trusted root');
}

function currentLeaf([leaf]: readonly X509Certificate[], at: number): X509Certificate {
  if (leaf === undefined || !isCurrent(leaf, at)) throw refused('a certificate out of date');
  return leaf;
}

function vouchesFor(root: X509Certificate, certificate: X509Certificate): boolean {
  return certificate.fingerprint256 === root.fingerprint256 || isIssuedBy(certificate, root);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return (
    certificate.issuer === issuer.subject && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  );
}

function isCurrent({ validFrom, validTo }: X509Certificate, at: number): boolean {
  return Date.parse(validFrom) <= at && at <= Date.parse(validTo);
}

function refused(why: string): YidaFault {
  return new YidaFault('bad-request', why);
}
