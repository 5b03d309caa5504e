import { describe, expect, test } from "vitest";
import { QuestionDate } from "../../gateway/QuestionDate.ts";
import { readSettings } from "../../gateway/settings.ts";
import { germanToday } from "../../schema/germanToday.ts";

const production = {
  NODE_ENV: "production",
  SICHTFELD_ISSUER: "https://issuer.example",
  SICHTFELD_LOG_KEY_FILE: "/run/secrets/log-key",
  SICHTFELD_PUBLIC_URL: "https://api.example",
};

describe("The date of the question", () => {
  test("of a demonstration is moved from day to day", () => {
    const date = new QuestionDate(readSettings({ SICHTFELD_DATE: "2026-03-01" }).date);
    date.moveTo("2026-03-02");
    expect(date.day).toBe("2026-03-02");
  });

  test("with NODE_ENV=production is today's, and is not moved", () => {
    const date = new QuestionDate(readSettings(production).date);
    expect(() => date.moveTo("2026-03-02")).toThrow("moves by itself alone");
    expect(date.day).toBe(germanToday());
  });
});
