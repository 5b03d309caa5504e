import type { ComponentChildren } from "preact";

interface DataTableProps {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}

/** A table that scrolls by itself where the page is narrow. The first cell of a row is its header. */
export function DataTable({ caption, headers, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class="kern-table-responsive" aria-label={caption} tabIndex={0}>
      <table class="kern-table kern-table--small kern-table--striped">
        <caption class="kern-sr-only">{caption}</caption>
        <thead>
          <tr class="kern-table__row">
            {headers.map((header) => (
              <th class="kern-table__header" scope="col" key={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr class="kern-table__row" key={key}>
              <th class="kern-table__header" scope="row">
                {first}
              </th>
              {rest.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand by their column
                <td class="kern-table__cell" key={index}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
