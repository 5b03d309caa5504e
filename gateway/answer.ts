import { offices } from "../schema/offices.ts";
import { answeredEntry, attemptedEntry, type Occasion, refusedEntry } from "./accessEntry.ts";
import type { Outcome } from "./Contract.ts";
import { GatewayError } from "./errors.ts";
import type { House } from "./House.ts";
import type { HttpAnswer, HttpRequest } from "./HttpExchange.ts";
import type { Operation } from "./Operation.ts";
import { abilityFor } from "./policy/ability.ts";
import type { PolicyOffice } from "./policy/Policy.ts";
import type { Requester } from "./Requester.ts";
import { record } from "./record.ts";
import { redact } from "./redact.ts";
import { refuseMutation } from "./refuseMutation.ts";
import { respond } from "./respond.ts";
import { statePurpose } from "./statePurpose.ts";

/**
 * The life of a query, in one direction:
 * identify ► parse, validate, limits ► decide ► narrow ► fetch ► redact ► record ► answer.
 *
 * @throws GatewayError for what ends before an operation is known; the HTTP server answers it
 */
export async function answer(request: HttpRequest, house: House): Promise<HttpAnswer> {
  const requester = await house.identify(request);
  house.wear.admitRequest(requester, house.now());
  const office = officeOf(requester);
  const contract = await house.contracts.of(office, requester.role, requester.purposes);
  return contract.serve(request, (operation) => disclose(operation, requester, office, house));
}

async function disclose(
  operation: Operation,
  requester: Requester,
  office: PolicyOffice,
  house: House,
): Promise<Outcome> {
  const occasion: Occasion = { id: house.newId(), at: house.now().toISOString(), date: house.date() };
  let begun = false;
  try {
    const stated = statePurpose(requester, house.policy.purposes);
    const ability = abilityFor(house.policy, office, stated.role, stated.purpose, occasion.date);
    const { decision, narrowed } = house.decisions.of(operation, ability);
    house.wear.admitAsked(stated, operation, decision, house.now());
    refuseMutation(operation, decision);
    if (operation.definition.operation === "mutation") {
      await record(house.log, attemptedEntry({ ...occasion, id: house.newId() }, stated, operation, house.policy));
      begun = true;
    }
    const fetched = await house.fetch({
      narrowed,
      operation,
      decision,
      requester: stated,
      operationId: occasion.id,
      date: occasion.date,
    });
    const redacted = redact(operation, decision, fetched.data);
    for (const coordinate of redacted.incidents) house.report("incident", { operation: occasion.id, coordinate });
    house.wear.admitShown(stated, operation, redacted, house.now());
    await record(house.log, answeredEntry(occasion, stated, operation, house.policy, decision, redacted));
    return respond(fetched, redacted, stated.purpose, occasion.id);
  } catch (error) {
    return refuse(
      begun ? new GatewayError("MUTATION_UNCERTAIN", null, {}, error) : error,
      occasion,
      requester,
      operation,
      house,
    );
  }
}

/** A refusal is put on record too; where that fails, the requester still only reads the refusal. */
async function refuse(
  error: unknown,
  occasion: Occasion,
  requester: Requester,
  operation: Operation,
  house: House,
): Promise<Outcome> {
  const refusal = error instanceof GatewayError ? error : new GatewayError("INTERNAL");
  if (refusal !== error || refusal.status >= 500)
    house.report("failure", { operation: occasion.id, code: refusal.code, error });
  // After a failed write the entry may stand on the disk all the same; a second one of its id would double it.
  if (refusal.code !== "RECORD_UNAVAILABLE" && !isUnrecorded(refusal.cause)) {
    await record(house.log, refusedEntry(occasion, requester, operation, house.policy, refusal.code)).catch(
      (cause: GatewayError) => house.report("failure", { operation: occasion.id, code: cause.code, error: cause }),
    );
  }
  const { http: _http, ...extensions } = refusal.toGraphQL().extensions;
  return {
    status: refusal.status,
    headers: refusal.headers,
    result: { errors: [{ message: refusal.message, extensions }] },
  };
}

function isUnrecorded(cause: unknown): boolean {
  return cause instanceof GatewayError && cause.code === "RECORD_UNAVAILABLE";
}

function officeOf({ office }: Requester): PolicyOffice {
  const known = offices.get(office);
  if (known === undefined) throw new GatewayError("UNAUTHENTICATED");
  return known;
}
