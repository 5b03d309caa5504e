import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/** For each type, the names that an object of it can give as its own: worked out once for a schema. */
export class SubtypeNames {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, ReadonlySet<string>>();

  /** @param schema the supergraph's, with what the API hides: plans name such types too */
  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  of(typeName: string): ReadonlySet<string> {
    const known = this.#known.get(typeName) ?? this.#find(typeName);
    this.#known.set(typeName, known);
    return known;
  }

  #find(typeName: string): ReadonlySet<string> {
    const type = this.#schema.getType(typeName);
    if (type === undefined || !isAbstractType(type)) return new Set([typeName]);
    const below = Object.values(this.#schema.getTypeMap()).filter(
      (each) => (isObjectType(each) || isInterfaceType(each)) && this.#schema.isSubType(type, each),
    );
    return new Set([typeName, ...below.map(({ name }) => name)]);
  }
}
