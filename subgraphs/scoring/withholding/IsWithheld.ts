/** Whether nothing may be told that rests on this reduced fact. */
export type IsWithheld = (key: string) => boolean;
