const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const LONGEST = 20_000;

/** Text without markup: shop systems export descriptions as HTML. Bounded in time and in length. */
export function plainText(html: string, longest: number): string {
  return (
    html
      .slice(0, LONGEST)
      .replace(/<(?:script|style)\b[^>]{0,200}>[^<]*<\/(?:script|style)>/gi, ' ')
      .replace(/<\/?(?:br|p|div|li|ul|ol|h[1-6]|tr)\b[^<>]{0,500}>/gi, '\n')
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
      .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) =>
        entity(whole, decimal, hex, name),
      )
      // Control characters and the byte order mark of pasted text show nowhere and match nothing.
      .replace(/[\p{Cc}\uFEFF]/gu, (mark) => (mark === '\n' ? '\n' : ' '))
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\s]*/g, '\n')
      .trim()
      .slice(0, longest)
  );
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
}
