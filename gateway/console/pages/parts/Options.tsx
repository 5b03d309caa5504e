import { useId } from "preact/hooks";

interface OptionsProps {
  readonly legend: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly error?: string | null;
}

/** A few choices, all of them visible, none of them taken beforehand. */
export function Options({ legend, value, onChange, options, error = null }: OptionsProps) {
  const id = useId();
  return (
    <fieldset
      class={`kern-fieldset ${error === null ? "" : "kern-fieldset--error"}`}
      aria-describedby={error === null ? undefined : `${id}-error`}
    >
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {options.map(([each, text]) => (
          <div class="kern-form-check" key={each}>
            <input
              class="kern-form-check__radio"
              type="radio"
              id={`${id}-${each}`}
              name={id}
              value={each}
              checked={value === each}
              onChange={() => onChange(each)}
            />
            <label class="kern-label" for={`${id}-${each}`}>
              {text}
            </label>
          </div>
        ))}
      </div>
      {error !== null && (
        <p class="kern-error" id={`${id}-error`} role="alert">
          <span class="kern-icon kern-icon--danger kern-icon--default" aria-hidden="true" />
          <span class="kern-body">{error}</span>
        </p>
      )}
    </fieldset>
  );
}
