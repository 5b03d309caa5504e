import { readdirSync } from "node:fs";
import { nearestNames } from "../../schema/nearestNames.ts";
import type { OfficeKind } from "../../schema/offices.ts";
import { readContracts } from "../contracts/contractFolder.ts";
import { GatewayError } from "../errors.ts";
import { documentIdOf, readManifest } from "./readManifest.ts";

/** The body of a request with the text of its document in it. */
export interface ResolvedBody {
  readonly body: unknown;
  /** Id of the trusted document; null for others. */
  readonly document: string | null;
}

/** Contracts as they are committed. */
const contracts = new URL("../../schema/contracts/", import.meta.url);

/** `<kind or office> <role>` → id → text. */
type Documents = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The operations that were looked at before they are sent, by contract. */
export class TrustedDocuments {
  readonly #byReader: Documents | null;
  readonly #only: boolean;

  private constructor(byReader: Documents | null, only: boolean) {
    this.#byReader = byReader;
    this.#only = only;
  }

  /**
   * @param folder of the manifests; null: no document is trusted
   * @param only whether nothing but trusted documents is answered
   * @throws Error with one line that names the file and what is wrong
   */
  static load(folder: string | null, only: boolean): TrustedDocuments {
    if (folder === null) return new TrustedDocuments(null, only);
    const known = readContracts(contracts);
    requireKnown(
      folder,
      known.map(({ name }) => name),
    );
    const byReader = new Map<string, ReadonlyMap<string, string>>();
    for (const { name, readers, schema } of known) {
      const manifest = readManifest(folder, name, schema);
      const documents = new Map(manifest?.operations.map(({ id, body }) => [id, body]));
      for (const reader of readers) byReader.set(reader, documents);
    }
    return new TrustedDocuments(byReader, only);
  }

  /**
   * Puts the text in place of a document's id. Only the documents of the requester's own contract are found: an id of another
   * reads like one that does not exist.
   *
   * @throws GatewayError PERSISTED_QUERY_NOT_IN_LIST, QUERY_NOT_IN_SAFELIST, MALFORMED_REQUEST
   */
  resolve(body: unknown, office: { readonly id: string; readonly kind: OfficeKind }, role: string): ResolvedBody {
    if (typeof body !== "object" || body === null || Array.isArray(body)) return { body, document: null };
    // Whoever falls back on sending the text is told by Apollo Server that ids are not known here.
    if (this.#byReader === null && (body as { documentId?: unknown }).documentId === undefined)
      return { body, document: null };
    const { documentId, extensions, ...rest } = body as Readonly<Record<string, unknown>>;
    const { persistedQuery, ...others } = (extensions ?? {}) as Readonly<Record<string, { sha256Hash?: unknown }>>;
    const id = documentId ?? persistedQuery?.sha256Hash;
    const documents = this.#byReader?.get(`${office.id} ${role}`) ?? this.#byReader?.get(`${office.kind} ${role}`);
    if (id === undefined || id === null) return this.#resolveText(body, rest.query, documents);
    if (typeof id !== "string" || (rest.query !== undefined && rest.query !== null)) {
      throw new GatewayError("MALFORMED_REQUEST", "Send the id of a document as a string, or its text, not both.");
    }
    const hash = id.replace(/^sha256:/, "");
    const query = documents?.get(hash);
    if (query === undefined) throw new GatewayError("PERSISTED_QUERY_NOT_IN_LIST");
    return { body: { ...rest, query, ...(extensions ? { extensions: others } : {}) }, document: hash };
  }

  #resolveText(body: unknown, query: unknown, documents: ReadonlyMap<string, string> | undefined): ResolvedBody {
    const hash = typeof query === "string" ? documentIdOf(query) : "";
    if (documents?.has(hash)) return { body, document: hash };
    if (this.#only) throw new GatewayError("QUERY_NOT_IN_SAFELIST");
    return { body, document: null };
  }
}

function requireKnown(folder: string, names: readonly string[]): void {
  const files = filesOf(folder).filter((name) => name.endsWith(".json"));
  const unknown = files.find((file) => !names.includes(file.slice(0, -".json".length)));
  if (unknown === undefined) return;
  const [near] = nearestNames(unknown.slice(0, -".json".length), names, 0.6);
  const hint = near === undefined ? "schema/contracts/index.yaml names them." : `Did you mean ${near}.json?`;
  throw new Error(`${folder}: ${unknown} bears the name of no contract. ${hint}`);
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new Error(`${folder}: is no folder that can be read. It holds the manifests of trusted documents.`);
  }
}
