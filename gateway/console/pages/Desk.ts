import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PageConfig } from "../pageConfig.ts";
import type { Session, Statement } from "./session/Session.ts";

/** What every page works with. */
export interface Desk {
  readonly config: PageConfig;
  readonly session: Session | null;
  readonly statement: Statement;
  readonly state: (statement: Statement) => void;
  readonly signIn: () => void;
  /** Takes a session that was begun. */
  readonly begin: (session: Session) => void;
  /** Signs in anew beside the page. */
  readonly renew: () => Promise<void>;
  readonly signOut: () => void;
  /** What was typed on pages, by name; emptied when somebody signs out. */
  readonly drafts: Map<string, unknown>;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside of the app */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("There is no desk.");
  return desk;
}
