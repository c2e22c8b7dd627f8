/** The search by picture: an extension of the protocol's search, documented by the service itself. */
export const VISUAL = {
  version: '2026-11-30',
  spec: '/ucp/extensions/visual-search.md',
  schema: '/ucp/extensions/visual-search.json',
} as const;

/** A capability's name belongs to whose domain it stands under: the shop's own, turned around; then service and name. */
export function visualName(base: string): string {
  const { hostname } = new URL(base);
  const labels = /^[\d.:[\]]+$/.test(hostname) ? ['localhost'] : hostname.split('.').reverse();
  return `${labels.join('.')}.shopping.visual_search`;
}

/** What the extension adds to a search request, and to a product in its response. */
export function visualSchema(base: string): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${base}${VISUAL.schema}`,
    name: visualName(base),
    title: 'Visual search',
    description: 'Search by a picture, alone or with a query that changes it ("this, but in red").',
    $defs: {
      search_request: {
        type: 'object',
        properties: {
          visual: {
            type: 'object',
            properties: {
              image: {
                type: 'string',
                description: 'A JPEG, PNG or WebP as a data URL or in base64, up to 10 MB.',
              },
            },
            required: ['image'],
            additionalProperties: false,
          },
        },
      },
      product: {
        type: 'object',
        properties: {
          metadata: {
            type: 'object',
            properties: {
              match: {
                enum: ['exact', 'close', 'loose'],
                description: 'Has all that was asked, nearly all, or only resembles it.',
              },
            },
          },
        },
      },
    },
  };
}

/** The same in words, for people. */
export function visualPage(base: string): string {
  return `# ${visualName(base)}

Version ${VISUAL.version}. Extends \`dev.ucp.shopping.catalog.search\`.

\`POST ${base}/ucp/catalog/search\` takes \`visual.image\`: a JPEG, PNG or WebP as a data URL or in base64, up to 10 MB.
Alone it finds what resembles the picture; with \`query\` the words change it ("this, but in red", 「要长袖的」).
\`filters\` hold as ever. Each product's \`metadata.match\` says whether it has all that was asked (\`exact\`), nearly all
(\`close\`), or only resembles it (\`loose\`). A picture that cannot be read is answered with HTTP 200, no products, and
a message of type \`error\`.

\`\`\`json
{ "visual": { "image": "data:image/jpeg;base64,…" }, "query": "in navy", "filters": { "price": { "max": 30000 } } }
\`\`\`
`;
}
