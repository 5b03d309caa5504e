import { useId } from "preact/hooks";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** What is wrong and how to mend it. */
  readonly error?: string | null;
  /** A day, by the browser's own picker. */
  readonly day?: boolean;
  readonly maxLength?: number;
  readonly optional?: string;
}

/** One line of input with label, hint and error. */
export function TextField({ label, value, onInput, hint, error, day = false, maxLength, optional }: TextFieldProps) {
  const id = useId();
  const wrong = error !== undefined && error !== null;
  const described = [hint === undefined ? "" : `${id}-hint`, wrong ? `${id}-error` : ""].filter(Boolean).join(" ");
  const input = {
    class: `kern-form-input__input ${wrong ? "kern-form-input__input--error" : ""}`,
    id,
    value,
    "aria-invalid": wrong,
    "aria-describedby": described === "" ? undefined : described,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onInput(currentTarget.value),
  };
  return (
    <div class={`kern-form-input ${wrong ? "kern-form-input--error" : ""}`}>
      <label class="kern-label" for={id}>
        {label} {optional !== undefined && <span class="kern-label__optional">{optional}</span>}
      </label>
      {hint !== undefined && (
        <div class="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {day ? (
        <input {...input} type="date" />
      ) : (
        <input {...input} type="text" maxLength={maxLength} spellcheck={false} autocomplete="off" />
      )}
      {wrong && (
        <p class="kern-error" id={`${id}-error`} role="alert">
          <span class="kern-icon kern-icon--danger kern-icon--default" aria-hidden="true" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  );
}
