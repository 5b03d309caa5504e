import type { ComponentChildren } from "preact";

/** Names with what stands for them; what is null is left out. */
export function Facts({
  entries,
}: {
  readonly entries: readonly (readonly [name: string, value: ComponentChildren])[];
}) {
  return (
    <dl class="kern-description-list">
      {entries
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([name, value]) => (
          <div class="kern-description-list-item" key={name}>
            <dt class="kern-description-list-item__key">{name}</dt>
            <dd class="kern-description-list-item__value">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
