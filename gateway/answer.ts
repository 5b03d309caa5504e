import { offices } from "../schema/offices.ts";
import { type Asked, attemptedEntry, endedEntry, namedBy } from "./accessEntry.ts";
import { askedContract } from "./askedContract.ts";
import type { Outcome } from "./Contract.ts";
import { GatewayError } from "./errors.ts";
import { failIdentification } from "./failIdentification.ts";
import type { House } from "./House.ts";
import type { HttpAnswer, HttpRequest } from "./HttpExchange.ts";
import type { Operation } from "./Operation.ts";
import { occasionOf } from "./occasionOf.ts";
import { abilityFor } from "./policy/ability.ts";
import type { PolicyOffice } from "./policy/Policy.ts";
import type { Requester } from "./Requester.ts";
import { record } from "./record.ts";
import { redact } from "./redact.ts";
import { refuse } from "./refuse.ts";
import { refuseMutation } from "./refuseMutation.ts";
import { respond } from "./respond.ts";
import { statePurpose } from "./statePurpose.ts";
import { usageOf } from "./usage/usageOf.ts";
import { countedAs } from "./wear/countedAs.ts";

/**
 * The life of a query, in one direction:
 * identify ► parse, validate, limits ► decide ► narrow ► fetch ► redact ► record ► answer.
 *
 * @throws GatewayError for what ends before an operation is known; the HTTP server answers it
 */
export async function answer(request: HttpRequest, house: House): Promise<HttpAnswer> {
  const occasion = occasionOf(request, house);
  const requester = await house.identify(request).catch((error: unknown) => failIdentification(error, occasion, house));
  const unread: Asked = { occasion, requester, policy: house.policy, operation: null, document: null, decision: null };
  let read = false;
  try {
    house.wear.admitRequest(requester, house.now());
    const office = officeOf(requester);
    const asked = askedContract(request.body, requester, office, house.policy);
    const contract = await house.contracts.of(office, asked.role, asked.purposes);
    const { body, document } = house.documents.resolve(request.body, office, requester.role);
    const reply = await contract.serve(
      { ...request, body },
      (operation) => {
        read = true;
        return disclose({ ...unread, operation, document }, operation, office, house);
      },
      () => house.contracts.notesOf({ ...asked, office, schema: contract.schema }),
    );
    // What is not a valid operation of the contract is refused by Apollo Server.
    if (!read && reply.status >= 400) await refuse(new GatewayError("MALFORMED_REQUEST"), unread, house);
    return reply;
  } catch (error) {
    throw read ? error : await refuse(error, unread, house);
  }
}

async function disclose(first: Asked, operation: Operation, office: PolicyOffice, house: House): Promise<Outcome> {
  const { id: operationId, date } = first.occasion;
  let asked = first;
  let begun = false;
  try {
    const requester = statePurpose(first.requester, house.policy.purposes);
    const ability = abilityFor(house.policy, office, requester.role, requester.purpose, date);
    const { decision, narrowed } = house.decisions.of(operation, ability);
    asked = { ...first, requester, decision };
    house.wear.admitAsked(countedAs(requester), operation, decision, house.now());
    refuseMutation(operation, decision);
    house.log.nameAhead(namedBy(asked));
    if (operation.definition.operation === "mutation") {
      await record(house.log, attemptedEntry({ ...asked, occasion: { ...first.occasion, id: house.newId() } }));
      begun = true;
    }
    const fetched = await house.fetch({ narrowed, operation, decision, requester, operationId, date });
    const redacted = redact(operation, decision, fetched.data);
    for (const coordinate of redacted.incidents) house.report("incident", { operation: operationId, coordinate });
    // A right of the day before has ended, whatever was fetched under it.
    if (house.date() !== date) throw new GatewayError("DAY_ENDED");
    house.wear.admitShown(countedAs(requester), operation, redacted, house.now());
    await record(house.log, endedEntry(asked, redacted, fetched.errors));
    house.usage.count(usageOf(requester, operation, office));
    return respond(fetched, redacted, requester.purpose, operationId);
  } catch (error) {
    const refusal = await refuse(begun ? new GatewayError("MUTATION_UNCERTAIN", null, {}, error) : error, asked, house);
    const { http: _http, ...extensions } = refusal.toGraphQL().extensions;
    const result = { errors: [{ message: refusal.message, extensions }] };
    return { status: refusal.status, headers: refusal.headers, result };
  }
}

function officeOf({ office }: Requester): PolicyOffice {
  const known = offices.get(office);
  if (known === undefined) throw new GatewayError("UNAUTHENTICATED");
  return known;
}
