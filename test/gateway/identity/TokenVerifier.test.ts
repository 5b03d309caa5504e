import { afterEach, describe, expect, test, vi } from "vitest";
import { TokenVerifier } from "../../../gateway/identity/TokenVerifier.ts";
import { IssuerOfTests } from "./IssuerOfTests.ts";

afterEach(() => vi.useRealTimers());

async function countingVerifier() {
  const issuer = await IssuerOfTests.make();
  const asked = { times: 0 };
  const verifier = new TokenVerifier({
    issuer: issuer.trusted.issuer,
    findKey: (...about) => {
      asked.times += 1;
      return issuer.trusted.findKey(...about);
    },
  });
  return { issuer, verifier, asked };
}

describe("A verified token is kept", () => {
  test("and is not verified again while it is.", async () => {
    const { issuer, verifier, asked } = await countingVerifier();
    const token = await issuer.token();
    await verifier.verify(token);
    expect(await verifier.verify(token)).toMatchObject({ office: "RRK_MUENSTER" });
    expect(asked.times).toBe(1);
  });

  test("for five minutes at most, so that a withdrawn key ends.", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-15T08:00:00Z") });
    const { issuer, verifier, asked } = await countingVerifier();
    const token = await issuer.token({ exp: Date.parse("2026-06-15T16:00:00Z") / 1000 });
    await verifier.verify(token);
    vi.setSystemTime(new Date("2026-06-15T08:05:00Z"));
    await verifier.verify(token);
    expect(asked.times).toBe(2);
  });

  test("and is refused once it has expired.", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-15T08:00:00Z") });
    const { issuer, verifier } = await countingVerifier();
    const token = await issuer.token({ exp: Date.parse("2026-06-15T08:01:00Z") / 1000 });
    await verifier.verify(token);
    vi.setSystemTime(new Date("2026-06-15T08:01:31Z"));
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("while a token that differs in its last character is verified for itself.", async () => {
    const { issuer, verifier } = await countingVerifier();
    const token = await issuer.token();
    await verifier.verify(token);
    await expect(verifier.verify(`${token}A`)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

test("Of 2,001 tokens the eldest is let go, and verified again when it comes back.", async () => {
  const { issuer, verifier, asked } = await countingVerifier();
  const tokens = await Promise.all(
    Array.from({ length: 2_001 }, (_, index) => issuer.token({ jti: `token-${index}` })),
  );
  for (const token of tokens) await verifier.verify(token);
  await verifier.verify(tokens[2_000] ?? "");
  expect(asked.times).toBe(2_001);
  await verifier.verify(tokens[0] ?? "");
  expect(asked.times).toBe(2_002);
});
