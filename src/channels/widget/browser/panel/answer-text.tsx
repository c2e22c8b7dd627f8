import type { JSX } from 'preact';
import { type ComparisonRow, comparisonRow } from '../../../rendering/comparison-row.js';
import { LinkedText } from './linked-text.js';

/** An answer's words, a line each; the rows of a comparison as a table. */
export function AnswerText({ text, garments }: { readonly text: string; readonly garments: number }): JSX.Element {
  const lines = text.split('\n');
  const rows = lines.flatMap((line) => comparisonRow(line, garments) ?? []);
  // One row alone is a sentence.
  const isTable = rows.length > 1;
  const first = isTable ? lines.findIndex((line) => comparisonRow(line, garments) !== undefined) : -1;
  return (
    <>
      {lines.map((line, index) => {
        if (index === first) return <Comparison key="table" rows={rows} />;
        if (isTable && comparisonRow(line, garments) !== undefined) return null;
        return (
          <p key={`${index}${line}`}>
            <LinkedText text={line} />
          </p>
        );
      })}
    </>
  );
}

/** Its first row names what is compared. */
function Comparison({ rows }: { readonly rows: readonly ComparisonRow[] }): JSX.Element {
  const [head, ...body] = rows;
  return (
    <table class="comparison">
      <thead>
        <tr>
          <th scope="col">{head?.name}</th>
          {head?.cells.map((cell, index) => (
            <th key={index} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
