import type { ComponentChildren } from "preact";

interface NoticeProps {
  readonly kind: "info" | "success" | "warning" | "danger";
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** A message that is read out when it comes. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`kern-alert kern-alert--${kind}`} role={kind === "danger" ? "alert" : "status"}>
      <div class="kern-alert__header">
        <span class={`kern-icon kern-icon--${kind} kern-icon--default`} aria-hidden="true" />
        <span class="kern-title">{title}</span>
      </div>
      {children !== undefined && <div class="kern-alert__body">{children}</div>}
    </div>
  );
}
