import { createMongoAbility, ForbiddenError, subject } from "@casl/ability";
import { describe, expect, test } from "vitest";
import { keyGuard } from "../../gateway/keyGuard.ts";
import { abilityFor, type OfficeAbility } from "../../gateway/policy/ability.ts";
import { completeFacts, factNames } from "../../gateway/policy/facts.ts";
import { loadPolicy } from "../../gateway/policy/loadPolicy.ts";
import type { Policy, Prohibition, Rule } from "../../gateway/policy/Policy.ts";
import { parsePolicy } from "../../gateway/policy/reading/parsePolicy.ts";
import { statePurpose } from "../../gateway/statePurpose.ts";
import { offices } from "../../schema/offices.ts";
import { vocabulary } from "../../schema/vocabulary.ts";
import { IssuerOfTests } from "../gateway/identity/IssuerOfTests.ts";
import { identifying } from "../gateway/identity/identifying.ts";
import { runStages } from "../gateway/runStages.ts";
import { seeing } from "../gateway/seeing.ts";
import { toySupergraph } from "./toySupergraph.ts";
import { way } from "./way.ts";

const policy = loadPolicy();
const muenster = { id: "RRK_MUENSTER", kind: "RRK" } as const;
const date = "2026-06-15";
const ability = (purpose: string, role = "CASEWORKER", of: Policy = policy) =>
  abilityFor(of, muenster, role, purpose, date);
const ownCase = completeFacts(["OWN_CASE"]);

function aRule(changes: Partial<Rule> = {}): Rule {
  return {
    id: "R-T-01",
    sentence: "",
    who: { offices: ["RRK"], roles: [] },
    purposes: ["WORKLIST"],
    sees: [],
    writes: [],
    combines: [],
    when: ["OWN_CASE"],
    because: [],
    since: null,
    until: null,
    ...changes,
  };
}

function aProhibition(changes: Partial<Prohibition> = {}): Prohibition {
  return {
    id: "P-T-01",
    sentence: "",
    who: null,
    except: null,
    withholds: ["CONVICTION"],
    fact: null,
    because: [],
    ...changes,
  };
}

describe(way("W-27"), () => {
  test("a token that names several roles or offices identifies nobody", async () => {
    const issuer = await IssuerOfTests.make();
    for (const claims of [
      { role: ["CASEWORKER", "LEAD"] },
      { role: "CASEWORKER LEAD" },
      { role: "CASEWORKER,LEAD" },
      { office: ["RRK_MUENSTER", "LKA_NRW"] },
    ]) {
      const rawHeaders = ["Authorization", `Bearer ${await issuer.token(claims)}`];
      const identified = identifying(issuer.trusted)(rawHeaders);
      await expect(identified).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  test.each(["WORKLIST,CASE_MANAGEMENT", "WORKLIST CASE_MANAGEMENT", "*", "WORKLIST;CASE_MANAGEMENT"])(
    "the purpose %j is none, though the token carries both",
    (purpose) => {
      const requester = {
        purposes: ["WORKLIST", "CASE_MANAGEMENT"],
        purpose,
        caseRef: "FM-2026-0001",
        reason: "Anlass",
      };
      expect(() => statePurpose(requester as never, policy.purposes)).toThrow(
        expect.objectContaining({ code: "PURPOSE_NOT_PERMITTED" }),
      );
    },
  );

  test("what one purpose allows is not added to what another does", () => {
    expect(ability("CASE_MANAGEMENT").permits("SEE", "CONVICTION", ownCase)).toBe(true);
    expect(ability("WORKLIST").permits("SEE", "CONVICTION", ownCase)).toBe(false);
    expect(ability("CASE_MANAGEMENT").permits("SEE", "WORKLIST", ownCase)).toBe(false);
  });

  test("however many rules grant it, what is prohibited stays prohibited, to every kind of office, for every purpose", () => {
    const prohibited = policy.prohibitions
      .filter(({ fact, who }) => fact === null && who === null)
      .flatMap(({ withholds }) => withholds);
    expect(prohibited).toEqual(["RELIGION", "AZR_NUMBER"]);
    const generous = [1, 2, 3].map((number) =>
      aRule({
        id: `R-T-0${number}`,
        purposes: [...policy.purposes.keys()],
        sees: Object.keys(vocabulary.categories),
        when: ["OWN_CASE", "ANY"],
      }),
    );
    const related = completeFacts(Object.keys(vocabulary.relations));
    const oneOfEachKind = [...Map.groupBy(offices.values(), ({ kind }) => kind).values()].flatMap(
      ([first]) => first ?? [],
    );
    for (const office of oneOfEachKind) {
      const rules = generous.map((rule) => ({ ...rule, who: { offices: [office.kind], roles: [] } }));
      for (const purpose of policy.purposes.keys()) {
        const most = abilityFor({ ...policy, rules: [...policy.rules, ...rules] }, office, "LEAD", purpose, date);
        expect(most.permits("SEE", "SEX", related)).toBe(true);
        for (const category of prohibited) expect(most.permits("SEE", category, related)).toBe(false);
      }
    }
  });
});

describe(way("W-28"), () => {
  const permitting: Policy = { ...policy, rules: [aRule({ sees: ["CONVICTION"] })], prohibitions: [] };

  test("a permit whose relation cannot be told does not apply", () => {
    const { OWN_CASE: _, ...untold } = ownCase;
    expect(ability("WORKLIST", "CASEWORKER", permitting).permits("SEE", "CONVICTION", ownCase)).toBe(true);
    expect(ability("WORKLIST", "CASEWORKER", permitting).permits("SEE", "CONVICTION", untold)).toBe(false);
  });

  test.each(["LARGE_TRANSFER_BLOCK", "UNION_CITIZEN", "DISCLOSURE_DEFERRED"])(
    "a prohibition whose fact %s cannot be told applies",
    (fact) => {
      const prohibiting = { ...permitting, prohibitions: [aProhibition({ fact })] };
      const { [fact]: _, ...untold } = ownCase;
      expect(ability("WORKLIST", "CASEWORKER", prohibiting).permits("SEE", "CONVICTION", ownCase)).toBe(true);
      expect(ability("WORKLIST", "CASEWORKER", prohibiting).permits("SEE", "CONVICTION", untold)).toBe(false);
      expect(
        ability("WORKLIST", "CASEWORKER", prohibiting).permits("SEE", "CONVICTION", completeFacts(["OWN_CASE", fact])),
      ).toBe(false);
    },
  );

  test("a permit for a relation that nobody knows does not apply, and a prohibition on such a fact does", () => {
    const unknownRelation = { ...permitting, rules: [aRule({ sees: ["CONVICTION"], when: ["OWN_CASES"] })] };
    const unknownFact = { ...permitting, prohibitions: [aProhibition({ fact: "LARGE_BLOCK" })] };
    for (const each of [unknownRelation, unknownFact]) {
      expect(ability("WORKLIST", "CASEWORKER", each).permits("SEE", "CONVICTION", completeFacts(factNames))).toBe(
        false,
      );
    }
  });

  test("what throws while a record is judged ends the answer: nothing of it is given", () => {
    const throwing = {
      ...seeing({ CASE: "OWN_CASE" }),
      permits: () => {
        throw new Error("no answer");
      },
    };
    const { redacted } = runStages(toySupergraph, "{ people { ref } }", throwing);
    const people = [{ sf_type: "Person", sf_facts: ["OWN_CASE"], sf_subject: "a", ref: "a" }];
    expect(() => redacted({ people })).toThrow("no answer");
  });

  test.each(["verdict", "grants"])("what throws while an operation is decided (%s) ends it", (asked) => {
    const throwing: OfficeAbility = {
      ...seeing({ CASE: "ANY", IDENTITY: "ANY" }),
      [asked]: (_action: string, category: string) => {
        if (category === "IDENTITY") throw new Error("no answer");
        return seeing({ CASE: "ANY" })[asked as "grants"]("SEE", category);
      },
    };
    expect(runStages(toySupergraph, "{ people { ref } }", throwing).narrowed).toContain("sfk_ref");
    expect(() => runStages(toySupergraph, "{ people { ref name } }", throwing)).toThrow("no answer");
  });

  test("what throws before a record is named to the next subgraph ends the answer", () => {
    const throwing = {
      ...seeing({ CASE: "OWN_CASE" }),
      permits: () => {
        throw new Error("no answer");
      },
    };
    const { operation, decision } = runStages(toySupergraph, "{ people { ref } }", throwing);
    const admits = keyGuard(operation, decision, toySupergraph);
    expect(() => admits(["sfk_people", "@"], { sf_facts: ["OWN_CASE"], sf_subject: "a" })).toThrow("no answer");
  });

  test("a rule that cannot be read loads no policy at all", () => {
    expect(() => parsePolicy(new Map([["rules/rrk.yaml", "- id: R-RRK-01\n  sees: [CASE"]]))).toThrow();
  });
});

describe(way("W-36"), () => {
  const rrk = ability("CASE_MANAGEMENT");
  const conditional = createMongoAbility([
    { action: "SEE", subject: "Record", conditions: { OWN_CASE: true }, fields: ["CONVICTION"] },
  ]);
  const record = (facts: object) => subject("Record", { ...facts } as { readonly __caslSubjectType__?: "Record" });

  test("a check on a type ignores conditions; ours is always on a record", () => {
    expect(conditional.can("SEE", "Record", "CONVICTION")).toBe(true);
    expect(rrk.permits("SEE", "CONVICTION", completeFacts([]))).toBe(false);
  });

  test("an empty or undefined field passes; ours is always named", () => {
    expect(conditional.can("SEE", record({ OWN_CASE: true }), undefined)).toBe(true);
    expect(conditional.can("SEE", record({ OWN_CASE: true }), "")).toBe(true);
    for (const category of ["", undefined as unknown as string])
      expect(rrk.permits("SEE", category, ownCase)).toBe(false);
  });

  test("a rule without fields is a rule on all of them; every one of ours has its own", () => {
    expect(createMongoAbility([{ action: "SEE", subject: "Record" }]).can("SEE", record({}), "RELIGION")).toBe(true);
    expect(rrk.permits("SEE", "CATALOGUE", completeFacts([]))).toBe(true);
    expect(rrk.permits("SEE", "EVALUATION_RECORD", completeFacts([]))).toBe(false);
  });

  test("a missing subject passes a rule on all; ours needs every fact", () => {
    const all = createMongoAbility([{ action: "SEE", subject: "all" }]);
    expect(all.can("SEE", null as never)).toBe(true);
    for (const facts of [null, undefined, {}] as never[]) {
      const judged = () => rrk.permits("SEE", "CONVICTION", facts ?? ({} as never));
      expect(judged()).toBe(false);
    }
  });

  test("a cannot is silent on a record that is not loaded whole; ours are conditions that must be told", () => {
    const silent = createMongoAbility([
      { action: "SEE", subject: "Record" },
      { action: "SEE", subject: "Record", inverted: true, conditions: { LARGE_TRANSFER_BLOCK: true } },
    ]);
    expect(silent.can("SEE", record({}))).toBe(true);
    const { LARGE_TRANSFER_BLOCK: _, ...unloaded } = ownCase;
    expect(rrk.permits("SEE", "CONVICTION", unloaded)).toBe(false);
  });

  test("a later can overrides an earlier cannot; ours have no order", () => {
    const rules = [
      { action: "SEE", subject: "Record", inverted: true },
      { action: "SEE", subject: "Record" },
    ];
    expect(createMongoAbility(rules).can("SEE", record({}))).toBe(true);
    const given = [
      aRule({ id: "R-T-01", sees: ["CONVICTION"] }),
      aRule({ id: "R-T-02", sees: ["CONVICTION", "CASE"] }),
    ];
    const prohibitions = [aProhibition()];
    for (const each of [given, given.toReversed()]) {
      const of = ability("WORKLIST", "CASEWORKER", { ...policy, rules: each, prohibitions });
      expect([of.permits("SEE", "CONVICTION", ownCase), of.permits("SEE", "CASE", ownCase)]).toEqual([false, true]);
    }
  });

  test("$ne passes on a missing attribute; ours are positive equalities", () => {
    const unequal = createMongoAbility([
      { action: "SEE", subject: "Record", conditions: { LARGE_TRANSFER_BLOCK: { $ne: true } } },
    ]);
    expect(unequal.can("SEE", record({}))).toBe(true);
    const { UNION_CITIZEN: _, ...missing } = ownCase;
    expect(rrk.permits("SEE", "CONVICTION", missing)).toBe(false);
  });

  test("a condition matches any element of an array; our facts are true or false", () => {
    expect(conditional.can("SEE", record({ OWN_CASE: [false, true] }), "CONVICTION")).toBe(true);
    expect(rrk.permits("SEE", "CONVICTION", { ...ownCase, OWN_CASE: [false, true] } as never)).toBe(false);
  });

  test("a misspelt subject raises nothing; ours is one, and a misspelt category grants nothing", () => {
    expect(() => conditional.can("SEE", "Recrod" as never, "CONVICTION")).not.toThrow();
    expect(rrk.permits("SEE", "CONVICTON", ownCase)).toBe(false);
    expect(rrk.verdict("SEE", "CONVICTON").outcome).toBe("WITHHOLD");
  });

  test("a key of the data passes for the subject's type; no data come near ours", () => {
    const spoofed = { __caslSubjectType__: "Record", OWN_CASE: true };
    expect(conditional.can("SEE", spoofed as never, "CONVICTION")).toBe(true);
    expect(rrk.permits("SEE", "CONVICTION", spoofed as never)).toBe(false);
  });

  test("its error carries the record; ours never makes one", () => {
    let caught: unknown = null;
    try {
      ForbiddenError.from(conditional).throwUnlessCan("SEE", record({ OWN_CASE: false, name: "Erika" }), "CONVICTION");
    } catch (error) {
      caught = error;
    }
    expect(JSON.stringify((caught as { subject: unknown }).subject)).toContain("Erika");
    expect(rrk.permits("SEE", "CONVICTION", { ...completeFacts([]), name: true })).toBe(false);
  });
});
