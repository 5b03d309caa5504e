import { createContext } from "preact";
import { useContext } from "preact/hooks";

export type Language = "de" | "en";

export const LanguageContext = createContext<Language>("de");

/** Says a text in the language of the page: both stand side by side, German first. */
export type Say = (german: string, english: string) => string;

export function useSay(): Say {
  const language = useContext(LanguageContext);
  return (german, english) => (language === "de" ? german : english);
}
