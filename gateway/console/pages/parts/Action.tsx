import type { ComponentChildren } from "preact";

interface ActionProps {
  readonly children: ComponentChildren;
  readonly kind?: "primary" | "secondary" | "tertiary";
  /** Left out: the button sends its form. */
  readonly onClick?: () => void;
  readonly disabled?: boolean;
}

/** A button. */
export function Action({ children, kind = "primary", onClick, disabled = false }: ActionProps) {
  return (
    <button
      class={`kern-btn kern-btn--${kind}`}
      type={onClick === undefined ? "submit" : "button"}
      disabled={disabled}
      onClick={onClick}
    >
      <span class="kern-label">{children}</span>
    </button>
  );
}
