import { useDesk } from "./Desk.ts";
import { useSay } from "./Language.ts";

/** What offices, roles and purposes are called, in the language of the page; the id where there is no name, nothing for null. */
export function useNames() {
  const say = useSay();
  const { config } = useDesk();
  return {
    office: (id: string | null | undefined): string => config.offices[id ?? ""] ?? id ?? "",
    role: (id: string | null | undefined): string => {
      const name = config.roles[id ?? ""];
      return name === undefined ? (id ?? "") : say(name.german, name.english);
    },
    purpose: (id: string | null | undefined): string => {
      const purpose = config.purposes.find((each) => each.id === id);
      return purpose === undefined ? (id ?? "") : say(purpose.german, purpose.english);
    },
  };
}
