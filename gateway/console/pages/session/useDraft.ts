import { useCallback, useState } from "preact/hooks";
import { useDesk } from "../Desk.ts";

/** What is typed on a page: kept in memory while somebody is signed in, so that it is there when they come back. */
export function useDraft<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const { drafts } = useDesk();
  const [value, setValue] = useState<Value>((drafts.get(name) as Value | undefined) ?? initial);
  const keep = useCallback(
    (next: Value) => {
      drafts.set(name, next);
      setValue(next);
    },
    [drafts, name],
  );
  return [value, keep];
}
