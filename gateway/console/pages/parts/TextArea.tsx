import { useId } from "preact/hooks";

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly optional?: string;
  readonly error?: string | null;
}

/** Several lines of input with label and error. */
export function TextArea({ label, value, onInput, optional, error = null }: TextAreaProps) {
  const id = useId();
  const wrong = error !== null;
  return (
    <div class={`kern-form-input ${wrong ? "kern-form-input--error" : ""}`}>
      <label class="kern-label" for={id}>
        {label} {optional !== undefined && <span class="kern-label__optional">{optional}</span>}
      </label>
      <textarea
        class={`kern-form-input__input ${wrong ? "kern-form-input__input--error" : ""}`}
        id={id}
        rows={5}
        spellcheck={false}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {wrong && (
        <p class="kern-error" id={`${id}-error`} role="alert">
          <span class="kern-icon kern-icon--danger kern-icon--default" aria-hidden="true" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  );
}
