/** What a process of the benchmark can be asked, by name. Arguments and answers are copied between processes. */
export type Asks = Readonly<Record<string, (argument: never) => unknown>>;
