/**
 * Fields as a message in XML: words in CDATA, numbers bare, as both platforms write them. What XML cannot hold
 * (control characters, lone halves of a pair) is left out.
 */
export function writeXml(fields: Readonly<Record<string, string | number | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [`<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`];
  });
  return `<xml>\n${lines.join('\n')}\n</xml>`;
}

function cdata(text: string): string {
  const writable = text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
  return `<![CDATA[${writable.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
