import { useId } from "preact/hooks";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Value and text of each. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly hint?: string;
  readonly error?: string | null;
}

/** One of several, with label and hint. */
export function Choice({ label, value, onChange, options, hint, error = null }: ChoiceProps) {
  const id = useId();
  const described = [hint === undefined ? "" : `${id}-hint`, error === null ? "" : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div class={`kern-form-input ${error === null ? "" : "kern-form-input--error"}`}>
      <label class="kern-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div class="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div class="kern-form-input__select-wrapper">
        <select
          class="kern-form-input__select"
          id={id}
          value={value}
          aria-invalid={error !== null}
          aria-describedby={described === "" ? undefined : described}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      </div>
      {error !== null && (
        <p class="kern-error" id={`${id}-error`} role="alert">
          <span class="kern-icon kern-icon--danger kern-icon--default" aria-hidden="true" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </div>
  );
}
