import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A page with its heading, which takes the focus when the page comes, so that it is read out. */
export function Page({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Sichtfeld`;
    heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 class="kern-title kern-title--large" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  );
}
